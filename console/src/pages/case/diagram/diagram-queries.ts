/** The diagram of a procedure as the server laid it out, with what a case has to do with it. */
import { useQuery } from '@tanstack/react-query';
import { api, unwrap } from '../../../api/client.ts';
import type { components } from '../../../api/schema.d.ts';
import { caseKey } from '../case-queries.ts';

export type Diagram = components['schemas']['Diagram'];
export type DiagramNode = Diagram['nodes'][number];
export type DiagramEvent = DiagramNode['loops'][number];

export const useDiagram = (caseId: string, procedure: string, isNear: boolean) =>
  useQuery({
    queryKey: [...caseKey(caseId), 'diagram', isNear ? 'near' : 'whole'],
    queryFn: () =>
      unwrap(
        api.GET('/api/v1/procedures/{name}/diagram', {
          params: {
            path: { name: procedure },
            query: { case: caseId, near: isNear ? 'true' : 'false' },
          },
        }),
      ),
  });
