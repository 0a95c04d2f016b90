/** The present stage of a case and one step each way, for the side of its page. */
import { Failed, Loading } from '../../../parts/states.tsx';
import { useDiagramWords } from '../../../words/case-reading.ts';
import { currentOf } from './diagram-facts.ts';
import { useDiagram } from './diagram-queries.ts';
import { DiagramScroll } from './diagram-scroll.tsx';
import { DiagramSvg } from './diagram-svg.tsx';
import { useMayAct } from './may-act.ts';

interface NearDiagramProps {
  readonly caseId: string;
  readonly procedure: string;
  readonly onAct: (event: string) => void;
}

export function NearDiagram({ caseId, procedure, onAct }: NearDiagramProps) {
  const t = useDiagramWords();
  const asked = useDiagram(caseId, procedure, true);
  const mayAct = useMayAct(caseId);
  return (
    <section aria-labelledby="near-diagram">
      <h2 id="near-diagram">{t('near')}</h2>
      {asked.isPending && <Loading rows={3} />}
      {asked.isError && <Failed error={asked.error} retry={() => void asked.refetch()} />}
      {asked.data && (
        <DiagramScroll label={t('nearPart')} middle={currentOf(asked.data, 1)} of={asked.data.current ?? ''}>
          <DiagramSvg diagram={asked.data} {...{ mayAct, onAct }} />
        </DiagramScroll>
      )}
    </section>
  );
}
