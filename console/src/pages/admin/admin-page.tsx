/** Administration: one page, its sections beside each other, each for whose role has a part in it. */
import { lazy, Suspense, type ComponentType, type LazyExoticComponent } from 'react';
import { Link, useParams } from 'react-router';
import { useMay } from '../../app/permissions.ts';
import { Page } from '../../frame/page.tsx';
import { Loading, Nothing } from '../../parts/states.tsx';
import { useAdminWords } from '../../words/admin.ts';
import './admin.css';

interface Section {
  readonly code:
    | 'people'
    | 'units'
    | 'keys'
    | 'calendars'
    | 'profiles'
    | 'procedures'
    | 'dictionary'
    | 'rights'
    | 'system';
  readonly permissions: readonly string[];
  readonly part: LazyExoticComponent<ComponentType>;
}

const SECTIONS: readonly Section[] = [
  {
    code: 'people',
    permissions: ['directory.read', 'case.hand_over'],
    part: lazy(() => import('./people-section.tsx')),
  },
  { code: 'units', permissions: ['directory.read'], part: lazy(() => import('./units-section.tsx')) },
  { code: 'keys', permissions: ['directory.read'], part: lazy(() => import('./keys-section.tsx')) },
  { code: 'calendars', permissions: ['calendar.read'], part: lazy(() => import('./calendars-section.tsx')) },
  { code: 'profiles', permissions: ['system.read'], part: lazy(() => import('./profiles-section.tsx')) },
  {
    code: 'procedures',
    permissions: ['system.read', 'migration.read'],
    part: lazy(() => import('./procedures-section.tsx')),
  },
  {
    code: 'dictionary',
    permissions: ['permission.read'],
    part: lazy(() => import('./dictionary-section.tsx')),
  },
  { code: 'rights', permissions: ['permission.read'], part: lazy(() => import('./rights-section.tsx')) },
  { code: 'system', permissions: ['system.read'], part: lazy(() => import('./system-section.tsx')) },
];

export default function AdminPage() {
  const t = useAdminWords();
  const may = useMay();
  const { section } = useParams();
  const open = SECTIONS.filter(({ permissions }) => permissions.some(may));
  const here = section === undefined ? open[0] : open.find(({ code }) => code === section);
  return (
    <Page
      title={here ? t(here.code) : t('title')}
      crumbs={[{ words: t('title') }]}
      {...(here && { tabTitle: `${t(here.code)} · ${t('title')}` })}
    >
      <nav aria-label={t('sections')}>
        <ul className="admin-sections">
          {open.map(({ code }) => (
            <li key={code}>
              <Link to={`/admin/${code}`} {...(code === here?.code && { 'aria-current': 'page' as const })}>
                {t(code)}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      {here ? (
        <Suspense fallback={<Loading />}>
          <here.part />
        </Suspense>
      ) : (
        open.length > 0 && <Nothing kind="no_permission" />
      )}
    </Page>
  );
}
