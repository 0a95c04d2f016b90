/** Every page with its address, and its place in the menu. A page is loaded when somebody goes there. */
import type { ComponentType } from 'react';
import type { useMenuWords } from '../words/common.ts';

type MenuKey = Parameters<ReturnType<typeof useMenuWords>>[0];

export interface PageRoute {
  readonly path: string;
  readonly load: () => Promise<{ readonly default: ComponentType }>;
  /** Absent: reached from other pages. */
  readonly menu?: {
    readonly words: MenuKey;
    readonly group: 'work' | 'watch' | 'keep';
    /** Shown to whose role may try one of these; the server decides what is there for them. */
    readonly permissions: readonly string[];
    /** The second key after `g`. */
    readonly key?: string;
  };
}

export const ROUTES: readonly PageRoute[] = [
  {
    path: '/queue',
    load: () => import('../pages/queue/work-queue-page.tsx'),
    menu: { words: 'queue', group: 'work', permissions: ['case.read'], key: 'q' },
  },
  {
    path: '/intake',
    load: () => import('../pages/intake/intake-page.tsx'),
    menu: { words: 'intake', group: 'work', permissions: ['complaint.compare'], key: 'n' },
  },
  { path: '/cases/:caseId/:tab?', load: () => import('../pages/case/case-page.tsx') },
  {
    path: '/clarifications/:caseId?',
    load: () => import('../pages/clarification/clarification-page.tsx'),
    menu: { words: 'clarifications', group: 'work', permissions: ['case.read'] },
  },
  {
    path: '/tolerance/:caseId?',
    load: () => import('../pages/tolerance/tolerance-page.tsx'),
    menu: { words: 'tolerance', group: 'work', permissions: ['case.read'] },
  },
  {
    path: '/ledgers/rectification',
    load: () => import('../pages/ledgers/rectification-page.tsx'),
    menu: { words: 'ledger', group: 'work', permissions: ['case.read'] },
  },
  {
    path: '/ledgers/appeals',
    load: () => import('../pages/ledgers/appeals-page.tsx'),
    menu: { words: 'appeals', group: 'work', permissions: ['case.read'] },
  },
  {
    path: '/ledgers/sanctions',
    load: () => import('../pages/ledgers/sanctions-page.tsx'),
    menu: { words: 'sanctions', group: 'work', permissions: ['case.read'] },
  },
  {
    path: '/ledgers/filings',
    load: () => import('../pages/ledgers/filings-page.tsx'),
    menu: { words: 'filings', group: 'work', permissions: ['case.read'] },
  },
  {
    path: '/deadlines',
    load: () => import('../pages/deadlines/deadlines-page.tsx'),
    menu: { words: 'deadlines', group: 'watch', permissions: ['deadline.read'], key: 'c' },
  },
  {
    path: '/dashboards',
    load: () => import('../pages/dashboards/dashboards-page.tsx'),
    menu: { words: 'dashboards', group: 'watch', permissions: ['statistics.read', 'load.read'], key: 'd' },
  },
  {
    path: '/journal',
    load: () => import('../pages/journal/journal-page.tsx'),
    menu: { words: 'journal', group: 'watch', permissions: ['journal.read'], key: 'a' },
  },
  { path: '/batches/:batchId', load: () => import('../pages/batches/batch-page.tsx') },
  {
    path: '/admin/:section?',
    load: () => import('../pages/admin/admin-page.tsx'),
    menu: {
      words: 'admin',
      group: 'keep',
      permissions: ['directory.read', 'system.read', 'case.hand_over'],
    },
  },
  { path: '/me', load: () => import('../pages/me/account-page.tsx') },
];
