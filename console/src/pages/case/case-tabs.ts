/** The parts of a case, each loaded when it is looked at. The order is that of the tabs. */
import type { ComponentType } from 'react';
import type { TabProps } from './case-page.tsx';

export type LoadPart = () => Promise<{ readonly default: ComponentType<TabProps> }>;

export const CASE_TABS = {
  summary: () => import('./summary-tab.tsx'),
  history: () => import('./timeline/timeline-tab.tsx').then((part) => ({ default: part.TimelineTab })),
  materials: () => import('./materials/materials-tab.tsx').then((part) => ({ default: part.MaterialsTab })),
  process: () => import('./diagram/diagram-tab.tsx').then((part) => ({ default: part.DiagramTab })),
  deadlines: () => import('./clocks/clocks-tab.tsx').then((part) => ({ default: part.ClocksTab })),
  links: () => import('./links/links-tab.tsx').then((part) => ({ default: part.LinksTab })),
  letters: () => import('./letters/letters-tab.tsx').then((part) => ({ default: part.LettersTab })),
  messages: () => import('./messages/messages-tab.tsx').then((part) => ({ default: part.MessagesTab })),
  reporter: () => import('./reporter/reporter-panel.tsx').then((part) => ({ default: part.ReporterPanel })),
  watch: () => import('./watch/watch-panel.tsx').then((part) => ({ default: part.WatchPanel })),
  audit: () => import('./audit/audit-tab.tsx').then((part) => ({ default: part.AuditTab })),
};

export type TabKey = keyof typeof CASE_TABS;
