/** Dashboards: what there is, how it moves, how long it takes, what comes of it; each card with its cases behind it. */
import { Button } from 'antd';
import { useMay } from '../../app/permissions.ts';
import { Page } from '../../frame/page.tsx';
import { Nothing } from '../../parts/states.tsx';
import { written } from '../../parts/when.tsx';
import { useLocale } from '../../words/area.ts';
import { useDashboardWords } from '../../words/dashboards.ts';
import { TAGS } from '../../words/locale.ts';
import { useAsked, type Asked } from './asked.ts';
import { DueDaysCard } from './cards/due-days-card.tsx';
import { DurationsCard } from './cards/durations-card.tsx';
import { LoadCard } from './cards/load-card.tsx';
import { FactorsCard, FormsCard } from './cards/merit-cards.tsx';
import { MonthsCard } from './cards/months-card.tsx';
import { OpenCards } from './cards/open-cards.tsx';
import { FindingCards, OutcomesCard, ToleranceCard } from './cards/outcome-cards.tsx';
import { OverviewCard } from './cards/overview-card.tsx';
import { PunctualityCard } from './cards/punctuality-card.tsx';
import './dashboards.css';
import { useOpenCases } from './figures.ts';
import { Pickers } from './pickers.tsx';

export default function DashboardsPage() {
  const t = useDashboardWords();
  const may = useMay();
  const [asked, ask] = useAsked();
  const counts = may('statistics.read');
  return (
    <Page
      title={t('title')}
      actions={
        <Button
          onClick={() => {
            print();
          }}
        >
          {t('print')}
        </Button>
      }
    >
      {counts && <Counted asked={asked} onAsk={ask} />}
      {!counts && !may('load.read') && !may('deadline.read') && <Nothing kind="no_permission" />}
      <div className="cards">
        {counts && (
          <>
            <OverviewCard asked={asked} />
            <MonthsCard asked={asked} />
            <OpenCards asked={asked} />
            <PunctualityCard asked={asked} />
            <DurationsCard asked={asked} />
            <OutcomesCard asked={asked} />
            <FindingCards asked={asked} />
            <FormsCard asked={asked} />
            <ToleranceCard asked={asked} />
            <FactorsCard asked={asked} />
            <DueDaysCard isOwn={false} />
          </>
        )}
        {may('load.read') && <LoadCard asked={asked} />}
        {!counts && may('deadline.read') && <DueDaysCard isOwn />}
      </div>
    </Page>
  );
}

/** What the cards are of, and when that was. */
function Counted({ asked, onAsk }: { readonly asked: Asked; readonly onAsk: (next: Asked) => void }) {
  const t = useDashboardWords();
  const locale = useLocale();
  const { data } = useOpenCases(asked);
  return (
    <>
      <Pickers asked={asked} units={data?.units ?? []} onAsk={onAsk} />
      {data && (
        <p className="quiet" role="status">
          {t('asOf', { at: written(data.asOf, 'minute', TAGS[locale]) })}
        </p>
      )}
    </>
  );
}
