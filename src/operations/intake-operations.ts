/** The use cases around a complaint that is keyed in, and the drafts and look-ups of every form, bound to one runtime. */
import { forgetDrafts } from '../../db/queries/drafts.ts';
import type { PreviewDeadlineRequest } from '../contract/intake.ts';
import type { RegisterPersonRequest } from '../contract/lookups.ts';
import type { Asker } from './acting.ts';
import { listDrafts, putDraft, readDraft, removeDraft } from './keep-drafts.ts';
import { lookUpColleagues, lookUpUnits, type ColleagueQuery } from './look-up.ts';
import type { OpenCase } from './open-case.ts';
import { previewDeadline } from './preview-deadline.ts';
import { previewOpening } from './preview-opening.ts';
import { registerOfficial } from './register-official.ts';
import type { Runtime } from './runtime.ts';

export const bindIntake = (runtime: Runtime) => ({
  listDrafts: (asker: Asker) => listDrafts(runtime, asker),
  readDraft: (asker: Asker, key: string) => readDraft(runtime, asker, key),
  putDraft: (asker: Asker, draft: Parameters<typeof putDraft>[2]) => putDraft(runtime, asker, draft),
  removeDraft: (asker: Asker, key: string) => removeDraft(runtime, asker, key),
  forgetDrafts: () => forgetDrafts(runtime.knex, runtime.tenant),
  previewOpening: (command: Omit<OpenCase, 'idempotency'>) => previewOpening(runtime, command),
  previewDeadline: (asked: PreviewDeadlineRequest) => previewDeadline(runtime, asked),
  lookUpColleagues: (asker: Asker, query: ColleagueQuery) => lookUpColleagues(runtime, asker, query),
  lookUpUnits: (q?: string) => lookUpUnits(runtime, q),
  registerOfficial: (asker: Asker, person: RegisterPersonRequest) => registerOfficial(runtime, asker, person),
});
