/** A page: its title as the one h1 and in the browser's tab, where it stands, what can be done with it as a whole. */
import { Breadcrumb } from 'antd';
import { useEffect, type ReactNode } from 'react';
import { Link } from 'react-router';
import { useCommonWords } from '../words/common.ts';

export interface Crumb {
  readonly to?: string;
  readonly words: string;
}

interface PageProps {
  readonly title: string;
  /** What the tab says before ` · system`; the title when absent. */
  readonly tabTitle?: string;
  readonly crumbs?: readonly Crumb[];
  readonly actions?: ReactNode;
  /** Whether something on the page has to be put right first: the tab says so (GOV.UK's habit). */
  readonly hasError?: boolean;
  readonly children: ReactNode;
}

export function Page({
  title,
  tabTitle = title,
  crumbs = [],
  actions,
  hasError = false,
  children,
}: PageProps) {
  const t = useCommonWords();
  const system = t('system');
  const prefix = hasError ? t('errorPrefix') : '';
  useEffect(() => {
    document.title = `${prefix}${tabTitle} · ${system}`;
  }, [prefix, tabTitle, system]);
  return (
    <>
      {crumbs.length > 0 && (
        <nav aria-label={t('crumbs')} className="crumbs">
          <Breadcrumb
            items={[
              ...crumbs.map(({ to, words }) => ({
                title: to === undefined ? words : <Link to={to}>{words}</Link>,
              })),
              { title },
            ]}
          />
        </nav>
      )}
      <header className="page-head">
        <h1>{title}</h1>
        {actions !== undefined && <div className="page-actions">{actions}</div>}
      </header>
      {children}
    </>
  );
}
