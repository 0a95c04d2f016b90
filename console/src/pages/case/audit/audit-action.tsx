/** What an entry of the journal records, and how that ended, in words. */
import type { components } from '../../../api/schema.d.ts';
import { useAuditWords } from '../../../words/case-reading.ts';
import type { Codes } from '../../../words/codes.ts';

export type JournalItem = components['schemas']['JournalItem'];

/** What was done: the words of the event where it is one of a case, those of the entry otherwise. */
export function actionOf({ type }: Pick<JournalItem, 'type'>, code: Codes['code']): string {
  const at = type.indexOf('.');
  const event = code('event', type.slice(0, at), type.slice(at + 1));
  return event === type.slice(at + 1) ? code('entry', type) : event;
}

/** How it ended, in a word. */
export function Outcome({ outcome }: { readonly outcome: string }) {
  const t = useAuditWords();
  const isKnown = outcome === 'accepted' || outcome === 'refused' || outcome === 'done';
  return <span className="one-line">{isKnown ? t(outcome) : outcome}</span>;
}
