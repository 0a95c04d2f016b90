/** The diagram as a table: the same facts as the picture, for whoever would rather read them. */
import { WriteButton } from '../../../live/write-button.tsx';
import { DataTable, type Column } from '../../../parts/data-table.tsx';
import { When } from '../../../parts/when.tsx';
import { useDiagramWords } from '../../../words/case-reading.ts';
import { useCodes } from '../../../words/codes.ts';
import { factsOf, type Fact } from './diagram-facts.ts';
import type { DiagramSvgProps } from './diagram-svg.tsx';

export function DiagramTable({ diagram, mayAct, onAct }: Omit<DiagramSvgProps, 'zoom'>) {
  const t = useDiagramWords();
  const { say, code, list } = useCodes();
  const nodes = new Map(diagram.nodes.map((node) => [node.state, node]));
  const nameOf = (state: string) => {
    const node = nodes.get(state);
    const name = node ? say(node.label) : code('state', diagram.procedure, state);
    return state === diagram.current ? `${name} (${t('current')})` : name;
  };
  const columns: Column<Fact>[] = [
    { key: 'event', title: t('event'), show: ({ row }) => say(row.label) },
    { key: 'from', title: t('from'), show: ({ from }) => list(from.map(nameOf)) },
    {
      key: 'to',
      title: t('to'),
      show: ({ to }) =>
        to === null ? t('stays') : `${nameOf(to)}${nodes.get(to)?.isClosed ? ` · ${t('closed')}` : ''}`,
    },
    {
      key: 'who',
      title: t('who'),
      show: ({ row }) => (row.isInternal ? t('byEngine') : list(row.roles.map((role) => code('role', role)))),
    },
    { key: 'needs', title: t('needs'), show: ({ row }) => <Needs row={row} /> },
    {
      key: 'now',
      title: t('now'),
      show: ({ row, isLegalNow }) => {
        if (!isLegalNow) return '–';
        const may = mayAct.get(row.event);
        if (!may) return t('notMine');
        if (may.why !== null) return t('blocked', { reason: may.why });
        return (
          <WriteButton
            size="small"
            data-event={row.event}
            onClick={() => {
              onAct(row.event);
            }}
          >
            {say(row.label)}
          </WriteButton>
        );
      },
    },
    {
      key: 'taken',
      title: t('taken'),
      show: ({ visits }) =>
        visits.length === 0 ? (
          '–'
        ) : (
          <ul className="bare">
            {visits.map(({ number, at }) => (
              <li key={number}>
                {number}: <When at={at} />
              </li>
            ))}
          </ul>
        ),
    },
  ];
  return (
    <div className="diagram-table">
      <DataTable
        caption={t('whole', { procedure: say(diagram.label), version: diagram.version })}
        columns={columns}
        rows={factsOf(diagram)}
        keyOf={({ key }) => key}
      />
    </div>
  );
}

function Needs({ row: { people, isCollective, guards } }: { readonly row: Fact['row'] }) {
  const t = useDiagramWords();
  const { say } = useCodes();
  const needs = [
    ...(people > 1 ? [t('people', { count: people })] : []),
    ...(isCollective ? [t('collective')] : []),
    ...guards.map(({ words }) => say(words)),
  ];
  if (needs.length === 0) return t('nothing');
  const [only, ...others] = needs;
  if (others.length === 0) return only;
  return (
    <details>
      <summary>{t('needsCount', { count: needs.length })}</summary>
      <ul>
        {needs.map((need) => (
          <li key={need}>{need}</li>
        ))}
      </ul>
    </details>
  );
}
