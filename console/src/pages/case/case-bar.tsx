/** The bar that stays while one reads a case: what it is, where it stands, until when, in whose hands. */
import { Button, Tag } from 'antd';
import { useCaseNames } from '../../parts/case-names.ts';
import { DueLight } from '../../parts/light.tsx';
import { PersonName } from '../../parts/person.tsx';
import { UnitName } from '../../parts/unit-name.tsx';
import { useCaseWords } from '../../words/case.ts';
import { useCodes } from '../../words/codes.ts';
import { useCaseClocks, type CaseView } from './case-queries.ts';
import type { PlaceInView } from './place-in-view.ts';

interface BarProps {
  readonly view: CaseView;
  readonly place: PlaceInView;
}

export function CaseBar({ view, place }: BarProps) {
  const t = useCaseWords();
  const { code } = useCodes();
  const names = useCaseNames(view.id);
  const { procedure, state } = view;
  const facts: readonly (readonly [string, React.ReactNode])[] = [
    [t('stage'), <strong key="stage">{code('state', procedure, state)}</strong>],
    [t('deadline'), <NextDue key="due" caseId={view.id} />],
    [
      t('handler'),
      <PersonName key="handler" id={view.assignee} name={names.get(view.assignee ?? '') ?? null} />,
    ],
    ...(view.subject === null
      ? []
      : [
          [
            t('subject'),
            <PersonName key="subject" id={view.subject} name={names.get(view.subject) ?? null} />,
          ] as const,
        ]),
    ...(view.unit === null ? [] : [[t('unit'), <UnitName key="unit" id={view.unit} />] as const]),
  ];
  return (
    <div className="case-bar">
      <dl>
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {view.isSuspended && <Tag>{t('suspended')}</Tag>}
      {!view.isOpen && <Tag>{t('closedMark')}</Tag>}
      {place.place > 0 && (
        <nav className="case-place" aria-label={t('back')}>
          <Button size="small" disabled={place.previous === null} title="[" onClick={place.goBack}>
            {t('previous')}
          </Button>
          <span className="quiet">
            {t('place', { at: place.place, of: place.hasMore ? `${place.of}+` : place.of })}
          </span>
          <Button
            size="small"
            disabled={!place.goesOn}
            loading={place.isGoing}
            title="]"
            onClick={place.goOn}
          >
            {t('next')}
          </Button>
        </nav>
      )}
    </div>
  );
}

/** The clock that is due first; of several only that one, the tab has them all. */
function NextDue({ caseId }: { readonly caseId: string }) {
  const clocks = useCaseClocks(caseId);
  const running = (clocks.data?.items ?? [])
    .filter(({ isRunning }) => isRunning)
    .sort((one, other) => ((one.dueAt ?? '9') < (other.dueAt ?? '9') ? -1 : 1));
  const first = running[0];
  if (!first) return <DueLight light="none" />;
  return <DueLight dueOn={first.dueOn} light={first.light} left={first.left} unit={first.leftUnit} />;
}
