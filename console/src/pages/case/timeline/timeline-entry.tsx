/** One thing that happened: what, when, by whom, what was said and what came with it. */
import { Link } from 'react-router';
import type { components } from '../../../api/schema.d.ts';
import { PersonName } from '../../../parts/person.tsx';
import { When } from '../../../parts/when.tsx';
import { useTimelineWords } from '../../../words/case-reading.ts';
import { useCodes } from '../../../words/codes.ts';
import { ToldData } from '../told-data.tsx';
import { groupsOf, ToldEffects } from '../told-effects.tsx';

export type CaseEvent = components['schemas']['CaseEvent'];

interface EntryProps {
  readonly caseId: string;
  readonly event: CaseEvent;
  readonly names: ReadonlyMap<string, string | null>;
}

export function TimelineEntry({ caseId, event, names }: EntryProps) {
  const t = useTimelineWords();
  const { say, code } = useCodes();
  const [procedure = '', name = ''] = event.type.split('.');
  const { onBehalfOf, ...data } = event.data;
  const anchor = `v${event.version ?? event.id}`;
  return (
    <li id={anchor}>
      <h2>{event.label ? say(event.label) : code('event', procedure, name)}</h2>
      <div className="quiet">
        <When at={event.time} /> · <Actor {...event} />
        {typeof onBehalfOf === 'string' && <> · {t('onBehalf', { who: code('role', onBehalfOf) })}</>}
      </div>
      <ToldData data={data} procedure={procedure} event={name} names={names} />
      {event.erased.length > 0 && <p className="quiet">{t('erased')}</p>}
      <ToldEffects effects={event.effects} procedure={procedure} />
      <div className="quiet">
        {groupsOf(event.effects).has('papers') && (
          <>
            <Link to={`/cases/${caseId}/letters`}>{t('paperLink')}</Link> ·{' '}
          </>
        )}
        <Link to={`/cases/${caseId}/audit?entry=${event.id}`}>{t('entryLink')}</Link> ·{' '}
        <a href={`#${anchor}`}>{t('anchor')}</a>
      </div>
    </li>
  );
}

/** Who did it: by name, the system itself, or somebody whose name this reader does not learn. */
function Actor({ by, person, name }: CaseEvent) {
  const t = useTimelineWords();
  if (by === 'system') return t('system');
  return by === 'unnamed' ? t('unnamed') : <PersonName id={person} name={name} />;
}
