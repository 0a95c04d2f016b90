/** Drafts: what they may be of, how many, and for how long. */
import type { CaseId } from './vocabulary.ts';

/** Drafts one person may have at once. */
export const MOST_DRAFTS = 50;
/** Days after which a draft that was not touched is gone. */
export const DRAFT_DAYS = 30;

const UUID = '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}';

/** A page (`intake`, `intake-2`), or one event of one case (`case.<id>.<EVENT>`). Nothing that could hold a name. */
export const DRAFT_KEY = new RegExp(`^(?:[a-z]{1,24}(?:-[0-9]{1,3})?|case\\.${UUID}\\.[A-Z][A-Z_]{1,47})$`);

/** The case a draft is about; null for none. */
export const caseOfDraft = (key: string): CaseId | null =>
  key.startsWith('case.') ? (key.split('.')[1] ?? null) : null;
