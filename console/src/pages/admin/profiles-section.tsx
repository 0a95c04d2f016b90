/** Policy profiles, to be read: which there are and how many open cases rest on each; one of them in words. */
import { useQuery } from '@tanstack/react-query';
import { Link, useSearchParams } from 'react-router';
import { api, unwrap } from '../../api/client.ts';
import type { components } from '../../api/schema.d.ts';
import { DataTable } from '../../parts/data-table.tsx';
import { Failed, Loading } from '../../parts/states.tsx';
import { useRuleWords } from '../../words/admin-rules.ts';
import { useCodes } from '../../words/codes.ts';
import { useCommonWords } from '../../words/common.ts';
import { ProfileSheet } from './profile-sheet.tsx';

type Count = components['schemas']['OpenCaseCount'];

/** How many open cases, or that there are more than are counted. */
export function OpenCases({ open: { count, isCapped } }: { readonly open: Count }) {
  const t = useRuleWords();
  return isCapped ? t('orMore', { count }) : count;
}

export default function ProfilesSection() {
  const t = useRuleWords();
  const common = useCommonWords();
  const { say } = useCodes();
  const [params] = useSearchParams();
  const id = params.get('profile');
  const hash = params.get('hash');
  const { data, error, isPending, refetch } = useQuery({
    queryKey: ['profiles'],
    queryFn: () => unwrap(api.GET('/api/v1/profiles')),
  });
  return (
    <>
      <p className="quiet">{t('profilesIntro')}</p>
      {isPending && <Loading />}
      {error && <Failed error={error} retry={() => void refetch()} />}
      {data && (
        <DataTable
          caption={t('profile')}
          hasHiddenCaption
          rows={data.items}
          keyOf={(profile) => profile.hash}
          columns={[
            {
              key: 'name',
              title: t('profile'),
              show: (profile) => (
                <Link to={`/admin/profiles?profile=${profile.id}&hash=${profile.hash}`}>
                  {say(profile.name)}
                </Link>
              ),
            },
            { key: 'id', title: t('code'), show: (profile) => <code>{profile.id}</code> },
            { key: 'version', title: t('version'), show: ({ version }) => version },
            {
              key: 'hash',
              title: t('hash'),
              show: (profile) => <code title={profile.hash}>{profile.hash.slice(0, 12)}</code>,
            },
            { key: 'calendar', title: t('calendar'), show: ({ calendar }) => calendar },
            {
              key: 'use',
              title: t('inUse'),
              show: ({ isLoaded }) => (isLoaded ? common('yes') : common('no')),
            },
            {
              key: 'open',
              title: t('openCases'),
              show: ({ openCases }) => <OpenCases open={openCases} />,
              isNumber: true,
            },
          ]}
        />
      )}
      {id !== null && <ProfileSheet key={`${id} ${hash ?? ''}`} id={id} hash={hash} />}
    </>
  );
}
