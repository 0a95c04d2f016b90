/** The clocks of one day, with the cases they run in. */
import { useInfiniteQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { Link } from 'react-router';
import { api, unwrap } from '../../api/client.ts';
import type { components } from '../../api/schema.d.ts';
import { DataTable } from '../../parts/data-table.tsx';
import { DueLight, type LightCode } from '../../parts/light.tsx';
import { PersonName } from '../../parts/person.tsx';
import { Failed, Loading, Nothing } from '../../parts/states.tsx';
import { useCodes } from '../../words/codes.ts';
import { useDeadlineWords } from '../../words/deadlines.ts';

type Deadline = components['schemas']['Deadline'];

const LIGHTS: Readonly<Record<Deadline['light'], LightCode>> = {
  red: 'overdue',
  blue: 'due_soon',
  green: 'on_track',
};

export function DayList({ day, isOwn }: { readonly day: string; readonly isOwn: boolean }) {
  const t = useDeadlineWords();
  const { say, code } = useCodes();
  const mine = isOwn ? ('true' as const) : ('false' as const);
  const { data, error, isPending, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } =
    useInfiniteQuery({
      queryKey: ['deadlines', 'day', day, mine],
      queryFn: ({ pageParam }) =>
        unwrap(
          api.GET('/api/v1/deadlines', {
            params: { query: { on: day, mine, limit: 50, ...(pageParam !== null && { cursor: pageParam }) } },
          }),
        ),
      initialPageParam: null as string | null,
      getNextPageParam: ({ nextCursor }) => nextCursor,
    });
  const items = data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <section aria-labelledby="day-list">
      <h2 id="day-list" tabIndex={-1}>
        {t('dayList', { day })}
      </h2>
      {isPending && <Loading rows={3} />}
      {error && <Failed error={error} retry={() => void refetch()} />}
      {data && items.length === 0 && <Nothing kind="none_yet" />}
      {items.length > 0 && (
        <DataTable
          caption={t('dayList', { day })}
          hasHiddenCaption
          rows={items}
          keyOf={({ id }) => id}
          columns={[
            { key: 'what', title: t('matter'), show: ({ label }) => say(label) },
            {
              key: 'case',
              title: t('caseColumn'),
              show: ({ case: id, procedureLabel, stateLabel }) => (
                <Link to={`/cases/${id}`}>
                  {say(procedureLabel)} · {say(stateLabel)}
                </Link>
              ),
            },
            {
              key: 'light',
              title: t('light'),
              show: ({ light, daysLeft, dueOn }) => (
                <DueLight light={LIGHTS[light]} left={daysLeft} unit="working_day" dueOn={dueOn} />
              ),
            },
            {
              key: 'who',
              title: t('who'),
              show: ({ who }) => who.map((role) => code('role', role)).join('、'),
            },
            { key: 'assignee', title: t('assignee'), show: ({ assignee }) => <PersonName id={assignee} /> },
          ]}
        />
      )}
      {hasNextPage && (
        <p>
          <Button loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
            {t('more')}
          </Button>
        </p>
      )}
    </section>
  );
}
