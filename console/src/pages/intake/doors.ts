/** What the server is asked while a complaint is registered. */
import { api, changeHeaders, problemOf, unwrap } from '../../api/client.ts';
import type { IntakeDoors } from './register.ts';

export const DOORS: IntakeDoors = {
  open: async (data, key) => {
    const { id, version } = await unwrap(
      api.POST('/api/v1/cases', {
        params: { header: { 'Idempotency-Key': key } },
        body: { procedure: 'complaint', data },
      }),
    );
    return { id, version };
  },
  actions: async (caseId) => {
    const { version, items } = await unwrap(
      api.GET('/api/v1/cases/{caseId}/actions', { params: { path: { caseId } } }),
    );
    return { version, allowed: items.filter(({ isAllowed }) => isAllowed).map(({ event }) => event) };
  },
  apply: async ({ id, version }, { type, data }, key) => {
    await unwrap(
      api.POST('/api/v1/cases/{caseId}/events', {
        params: {
          path: { caseId: id },
          header: { 'If-Match': `"${String(version)}"`, 'Idempotency-Key': key },
        },
        body: { type, data },
      }),
    );
  },
  keepPoints: async (caseId, data) => {
    await unwrap(
      api.PUT('/api/v1/drafts/{draftKey}', {
        params: { path: { draftKey: `case.${caseId}.HAND_OVER` }, header: {} },
        body: { content: data },
      }),
    );
  },
};

/** Sends one file that came with the complaint. */
export async function uploadFile(caseId: string, file: File): Promise<void> {
  const body = new FormData();
  body.append('file', file, file.name);
  const response = await fetch(`/api/v1/cases/${caseId}/evidence`, {
    method: 'POST',
    headers: changeHeaders(),
    body,
    credentials: 'same-origin',
  });
  if (!response.ok) throw problemOf(await response.json().catch(() => null), response);
}
