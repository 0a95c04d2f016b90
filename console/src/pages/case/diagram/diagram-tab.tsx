/** The whole diagram of a case at its natural size, with zoom by buttons, and the same as a table. */
import ZoomInOutlined from '@ant-design/icons/ZoomInOutlined';
import ZoomOutOutlined from '@ant-design/icons/ZoomOutOutlined';
import { Button } from 'antd';
import { useState } from 'react';
import { WriteButton } from '../../../live/write-button.tsx';
import { Failed, Loading } from '../../../parts/states.tsx';
import { useDiagramWords } from '../../../words/case-reading.ts';
import { useCodes } from '../../../words/codes.ts';
import { currentOf, factsOf } from './diagram-facts.ts';
import { DiagramLegend } from './diagram-legend.tsx';
import { useDiagram } from './diagram-queries.ts';
import { DiagramScroll } from './diagram-scroll.tsx';
import { DiagramSvg, type DiagramSvgProps } from './diagram-svg.tsx';
import { DiagramTable } from './diagram-table.tsx';
import { useMayAct } from './may-act.ts';

interface DiagramTabProps {
  readonly caseId: string;
  readonly procedure: string;
  /** Opens the form of an event. */
  readonly onAct: (event: string) => void;
}

/** Per cent. */
const ZOOMS = [50, 75, 100, 125, 150, 200];

export function DiagramTab({ caseId, procedure, onAct }: DiagramTabProps) {
  const asked = useDiagram(caseId, procedure, false);
  const mayAct = useMayAct(caseId);
  if (asked.isPending) return <Loading rows={8} />;
  if (asked.isError) return <Failed error={asked.error} retry={() => void asked.refetch()} />;
  return <Shown diagram={asked.data} {...{ mayAct, onAct }} />;
}

function Shown({ diagram, mayAct, onAct }: Omit<DiagramSvgProps, 'zoom'>) {
  const t = useDiagramWords();
  const [isTable, showTable] = useState(false);
  const [at, setAt] = useState(ZOOMS.indexOf(100));
  const percent = ZOOMS[at] ?? 100;
  const zoom = percent / 100;
  return (
    <>
      <div className="diagram-tools">
        <Button
          aria-pressed={isTable}
          onClick={() => {
            showTable(!isTable);
          }}
        >
          {isTable ? t('asPicture') : t('asTable')}
        </Button>
        {!isTable && (
          <>
            <Button
              icon={<ZoomOutOutlined aria-hidden />}
              aria-label={t('zoomOut')}
              disabled={at === 0}
              onClick={() => {
                setAt(at - 1);
              }}
            />
            <Button
              icon={<ZoomInOutlined aria-hidden />}
              aria-label={t('zoomIn')}
              disabled={at === ZOOMS.length - 1}
              onClick={() => {
                setAt(at + 1);
              }}
            />
            <Button
              onClick={() => {
                setAt(ZOOMS.indexOf(100));
              }}
            >
              {t('zoomReset')}
            </Button>
            <span role="status">{t('zoomNow', { percent })}</span>
          </>
        )}
      </div>
      {diagram.isPathCut && <p className="quiet">{t('cut')}</p>}
      {isTable ? (
        <DiagramTable {...{ diagram, mayAct, onAct }} />
      ) : (
        <>
          <DiagramScroll
            label={t('picturePart')}
            middle={currentOf(diagram, zoom)}
            of={diagram.current ?? ''}
          >
            <DiagramSvg {...{ diagram, zoom, mayAct, onAct }} />
          </DiagramScroll>
          <DiagramLegend />
          <Elsewhere {...{ diagram, mayAct, onAct }} />
        </>
      )}
    </>
  );
}

/** Events that may happen in many stages: drawn from each of them they would hide the ordinary course. */
function Elsewhere({ diagram, mayAct, onAct }: Omit<DiagramSvgProps, 'zoom'>) {
  const t = useDiagramWords();
  const { say } = useCodes();
  const listed = factsOf({ ...diagram, nodes: [], edges: [] });
  const labels = new Map(diagram.nodes.map(({ state, label }) => [state, say(label)]));
  const nameOf = (state: string) => labels.get(state) ?? state;
  if (listed.length === 0) return null;
  return (
    <section aria-labelledby="diagram-elsewhere">
      <h2 id="diagram-elsewhere">{t('elsewhere')}</h2>
      <ul className="diagram-elsewhere">
        {listed.map(({ key, row, to, isLegalNow, visits }) => {
          const may = isLegalNow ? mayAct.get(row.event) : undefined;
          return (
            <li key={key}>
              {may?.why === null ? (
                <WriteButton
                  size="small"
                  onClick={() => {
                    onAct(row.event);
                  }}
                >
                  {say(row.label)}
                </WriteButton>
              ) : (
                say(row.label)
              )}
              {to !== null && <> → {nameOf(to)}</>}
              {row.isInternal && <span className="quiet"> ({t('byEngine')})</span>}
              {typeof may?.why === 'string' && (
                <span className="quiet"> {t('blocked', { reason: may.why })}</span>
              )}
              {visits.length > 0 && (
                <> · {t('step', { numbers: visits.map(({ number }) => number).join(', ') })}</>
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
