/** The header by which a caller says what they read or search for; routes whose reading is put on record take it. */
import { z } from 'zod';
import { PURPOSE_NAMES } from '../domain/purpose.ts';

export const PurposeHeader = z.enum(PURPOSE_NAMES).default('not_stated').meta({
  id: 'Purpose',
  description: 'What this is read or searched for; it is put on record with the reading',
});

/** The headers of a route that takes a purpose and nothing else. */
export const PurposeHeaders = z.object({ 'x-purpose': PurposeHeader });
