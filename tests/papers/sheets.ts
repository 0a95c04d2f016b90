/** Papers for tests that need no case: a view of one, and a document made from it. */
import { documentOf, type PaperDocument, type PaperView } from '../../src/domain/paper-document.ts';
import type { Lang } from '../../src/domain/paper-formats.ts';
import { templateFor } from '../../src/domain/paper-template.ts';
import { papersFor, profilesFor } from '../../src/main/prepare.ts';
import { readSettings } from '../../src/main/settings.ts';

export const SET = papersFor({ profilesDir: null });
export const PROFILE = profilesFor(readSettings({})).get('cn-default')!;

export const aView = (differences: Partial<PaperView> = {}): PaperView => ({
  event: 'allegation.DECIDE',
  meta: {
    case: '0198a000-1234-7000-8000-00000000abcd',
    procedure: { zh: '问题', en: 'Allegation' },
    act: { zh: '作出决定', en: 'Decide' },
    actedOn: '2025-06-09T02:00:00.000Z',
    unit: 'u-7',
  },
  data: { decision: 'sanction', measure: 'demerit' },
  context: { subject: 'p-subject', point: 'point-1', finding: 'true' },
  due: {},
  texts: () => undefined,
  profile: PROFILE,
  units: new Map(),
  to: ['subject', 'subject_unit'],
  date: '2025-06-09',
  names: new Map(),
  isSandbox: false,
  ...differences,
});

/** The paper `procedure/code` on that view. */
export function drawn(key: string, view: PaperView, lang: Lang = 'zh'): PaperDocument {
  const [procedure, code] = key.split('/') as [string, string];
  const template = templateFor(SET, procedure, code);
  return documentOf(SET, template, view, { class: template.number, year: 2025, value: 12 }, lang);
}
