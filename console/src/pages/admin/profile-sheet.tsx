/** One profile in words: its rules, its limits with what they rest on, its alarms, its lists. */
import { useQuery } from '@tanstack/react-query';
import { api, unwrap } from '../../api/client.ts';
import type { components } from '../../api/schema.d.ts';
import { DataTable } from '../../parts/data-table.tsx';
import { Failed, Loading } from '../../parts/states.tsx';
import { useRuleWords } from '../../words/admin-rules.ts';
import { useCodes } from '../../words/codes.ts';
import { useCommonWords } from '../../words/common.ts';
import { useRoles } from './roles.ts';

type Profile = components['schemas']['Profile'];
type Unit = 'working_day' | 'calendar_day' | 'month' | 'quarter' | 'second';

interface SheetProps {
  readonly id: string;
  readonly hash: string | null;
}

export function ProfileSheet({ id, hash }: SheetProps) {
  const { say } = useCodes();
  const { data, error, isPending, refetch } = useQuery({
    queryKey: ['profiles', id, hash],
    queryFn: () =>
      unwrap(
        api.GET('/api/v1/profiles/{profileId}', {
          params: { path: { profileId: id }, query: hash === null ? {} : { hash } },
        }),
      ),
  });
  return (
    <>
      {isPending && <Loading rows={8} />}
      {error && <Failed error={error} retry={() => void refetch()} />}
      {data && (
        <>
          <h2>
            {say(data.name)} {data.version}
          </h2>
          <Rules profile={data} />
          <Limits profile={data} />
          <Alarms profile={data} />
          <Lists profile={data} />
        </>
      )}
    </>
  );
}

/** An amount with its unit in words. */
function useAmount(): (of: { readonly amount: number; readonly unit: string }) => string {
  const t = useRuleWords();
  return ({ amount, unit }) => t(`amount_${unit as Unit}`, { count: amount });
}

function Rules({ profile: { rules, calendar } }: { readonly profile: Profile }) {
  const t = useRuleWords();
  const { code } = useCodes();
  const { wordsOf } = useRoles();
  const facts = [
    [t('calendar'), calendar],
    [t('timeZone'), rules.timeZone],
    [t('dayEnd'), rules.dayEnd],
    [t('quorum'), `${rules.quorum.members} · ${code('value', rules.quorum.majority)}`],
    [t('handlers'), String(rules.minimumHandlers)],
    [t('tells'), rules.tells.map(wordsOf).join(' · ')],
  ];
  return (
    <>
      <h3>{t('rules')}</h3>
      <dl className="facts">
        {facts.map(([term, text]) => (
          <div key={term} style={{ display: 'contents' }}>
            <dt>{term}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}

function Limits({ profile }: { readonly profile: Profile }) {
  const t = useRuleWords();
  const common = useCommonWords();
  const { say } = useCodes();
  const amountOf = useAmount();
  return (
    <>
      <h3>{t('limits')}</h3>
      <DataTable
        caption={t('limits')}
        hasHiddenCaption
        rows={profile.limits}
        keyOf={({ clock }) => clock}
        columns={[
          { key: 'label', title: t('limits'), show: ({ label }) => say(label) },
          { key: 'clock', title: t('code'), show: ({ clock }) => <code>{clock}</code> },
          {
            key: 'amount',
            title: t('limit'),
            show: ({ limit }) => (limit === null ? t('switchedOff') : amountOf(limit)),
          },
          {
            key: 'extension',
            title: t('extension'),
            show: ({ limit }) =>
              limit?.extension == null
                ? '—'
                : t('times', { amount: amountOf(limit.extension), times: limit.extension.times }),
          },
          {
            key: 'pausable',
            title: t('pausable'),
            show: ({ limit }) => (limit === null ? '—' : limit.pausable ? common('yes') : common('no')),
          },
          { key: 'basis', title: t('basis'), show: ({ basis }) => basis.join(', ') },
        ]}
      />
    </>
  );
}

function Alarms({ profile }: { readonly profile: Profile }) {
  const t = useRuleWords();
  const { wordsOf } = useRoles();
  const amountOf = useAmount();
  return (
    <>
      <h3>{t('alarms')}</h3>
      <DataTable
        caption={t('alarms')}
        hasHiddenCaption
        rows={profile.ladder}
        keyOf={({ code }) => code}
        columns={[
          {
            key: 'when',
            title: t('when'),
            show: ({ before, after }) =>
              before !== null
                ? t('beforeDue', { amount: amountOf(before) })
                : after !== null
                  ? t('afterDue', { amount: amountOf(after) })
                  : t('atDue'),
          },
          { key: 'code', title: t('alarm'), show: ({ code }) => <code>{code}</code> },
          {
            key: 'to',
            title: t('whom'),
            show: ({ to }) => (to ?? profile.rules.tells).map(wordsOf).join(' · '),
          },
        ]}
      />
    </>
  );
}

function Lists({ profile }: { readonly profile: Profile }) {
  const t = useRuleWords();
  const { say, code: wordsOf } = useCodes();
  return (
    <>
      <h3>{t('lists')}</h3>
      {profile.lists.map(({ list, items }) => (
        <details key={list}>
          <summary>
            {wordsOf('list', list)} ({items.length})
          </summary>
          <DataTable
            caption={wordsOf('list', list)}
            hasHiddenCaption
            rows={items}
            keyOf={({ code }) => code}
            columns={[
              { key: 'label', title: t('words'), show: ({ label }) => say(label) },
              { key: 'code', title: t('code'), show: ({ code }) => <code>{code}</code> },
              { key: 'basis', title: t('basis'), show: ({ basis }) => basis.join(', ') },
            ]}
          />
        </details>
      ))}
    </>
  );
}
