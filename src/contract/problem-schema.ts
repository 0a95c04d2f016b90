/** The shape of a problem document (RFC 9457), for the API document and for whoever checks replies. */
import { z } from 'zod';
import { PROBLEMS, type ProblemName } from './problems.ts';

const NAMES = Object.keys(PROBLEMS) as [ProblemName, ...ProblemName[]];

/** Open: problems carry members of their own, such as `guard` and `allowed` of `event-not-allowed`. */
export const ProblemBody = z
  .looseObject({
    type: z.string().meta({ format: 'uri', description: 'A page that explains this kind of problem' }),
    title: z.string().meta({ description: 'The kind of problem, in the language of Accept-Language' }),
    status: z.number().int().min(400).max(599),
    detail: z.string().meta({ description: 'What happened this time' }),
    instance: z.string().meta({ format: 'uri', description: 'This request, as the log knows it' }),
    code: z.enum(NAMES).meta({ description: 'The last part of `type`' }),
    errors: z
      .array(
        z.looseObject({
          pointer: z
            .string()
            .meta({ description: 'JSON Pointer into the body, or `/query/…`, `/path/…`, `/headers/…`' }),
          message: z.string(),
        }),
      )
      .optional(),
  })
  .meta({ id: 'Problem', description: 'RFC 9457 problem details' });
