/** What the case page reads, under the keys that live events and steps make stale. */
import { useQuery } from '@tanstack/react-query';
import { api, unwrap } from '../../api/client.ts';
import type { components } from '../../api/schema.d.ts';

export type CaseView = components['schemas']['Case'];
export type Action = components['schemas']['Action'];

/** Everything read of one case. */
export const caseKey = (caseId: string) => ['case', caseId] as const;

export const useCase = (caseId: string) =>
  useQuery({
    queryKey: [...caseKey(caseId), 'view'],
    queryFn: () => unwrap(api.GET('/api/v1/cases/{caseId}', { params: { path: { caseId } } })),
  });

/** What may be done now, for whoever is signed in, with the version of the case it was said of. */
export const useActions = (caseId: string) =>
  useQuery({
    queryKey: [...caseKey(caseId), 'actions'],
    queryFn: () => unwrap(api.GET('/api/v1/cases/{caseId}/actions', { params: { path: { caseId } } })),
  });

export const useCaseClocks = (caseId: string) =>
  useQuery({
    queryKey: [...caseKey(caseId), 'clocks'],
    queryFn: () => unwrap(api.GET('/api/v1/cases/{caseId}/clocks', { params: { path: { caseId } } })),
  });
