/** Saved views and preferences over HTTP: what people keep of the console. */
import { z } from 'zod';
import { Preferences, PutPreferencesRequest } from '../../contract/preferences.ts';
import { SavedView, SavedViewList, SaveViewRequest } from '../../contract/views.ts';
import type { ApiServices } from '../api-services.ts';
import { route, type Route } from '../route.ts';

const tag = 'views';
/** Any text: one that is no id names no view. */
const viewParams = z.strictObject({ viewId: z.string().max(200) });

export const viewRoutes: readonly Route<ApiServices>[] = [
  route({
    operationId: 'listViews',
    tag,
    summary: { zh: '我的视图和本部门共享的视图', en: 'My views, and those my unit shares' },
    method: 'get',
    path: '/api/v1/views',
    permission: 'view.keep',
    success: { status: 200, schema: SavedViewList, description: 'Mine first, the newest first' },
    problems: [],
    handle: async ({ principal }, { operations }: ApiServices) => ({
      body: await operations.readViews(principal),
    }),
  }),
  route({
    operationId: 'saveView',
    tag,
    summary: { zh: '保存视图', en: 'Save a view' },
    description:
      'Filters and order of a list under a name. A search (`q`, `number`) is not kept: who looks for a person does so on ' +
      'record, each time.',
    method: 'post',
    path: '/api/v1/views',
    permission: 'view.keep',
    body: SaveViewRequest,
    success: {
      status: 201,
      schema: SavedView,
      description: 'The view',
      headers: { Location: 'Address of the view' },
    },
    problems: ['validation-failed'],
    handle: async ({ body, principal }, { operations }: ApiServices) => {
      const view = await operations.makeView(principal, body);
      return { body: view, headers: { Location: `/api/v1/views/${view.id}` } };
    },
  }),
  route({
    operationId: 'changeView',
    tag,
    summary: { zh: '修改本人的视图', en: 'Replace a view of mine' },
    method: 'put',
    path: '/api/v1/views/{viewId}',
    permission: 'view.keep',
    params: viewParams,
    body: SaveViewRequest,
    success: { status: 200, schema: SavedView, description: 'The view as it is now' },
    problems: ['not-found', 'not-permitted', 'validation-failed'],
    handle: async ({ params, body, principal }, { operations }: ApiServices) => ({
      body: await operations.changeView(principal, params.viewId, body),
    }),
  }),
  route({
    operationId: 'removeView',
    tag,
    summary: { zh: '删除本人的视图', en: 'Remove a view of mine' },
    method: 'delete',
    path: '/api/v1/views/{viewId}',
    permission: 'view.keep',
    params: viewParams,
    success: { status: 204, description: 'It is gone' },
    problems: ['not-found', 'not-permitted'],
    handle: async ({ params, principal }, { operations }: ApiServices) => {
      await operations.removeView(principal, params.viewId);
      return { body: undefined };
    },
  }),
  route({
    operationId: 'readPreferences',
    tag,
    summary: { zh: '本人的界面偏好', en: 'How I like the console' },
    method: 'get',
    path: '/api/v1/me/preferences',
    permission: 'session.use',
    success: { status: 200, schema: Preferences, description: 'What I chose; defaults for the rest' },
    problems: [],
    handle: async ({ principal }, { operations }: ApiServices) => ({
      body: await operations.readPreferences(principal),
    }),
  }),
  route({
    operationId: 'putPreferences',
    tag,
    summary: { zh: '保存本人的界面偏好', en: 'Keep how I like the console' },
    description: 'Replaces them all; what is left out goes back to its default.',
    method: 'put',
    path: '/api/v1/me/preferences',
    permission: 'session.use',
    body: PutPreferencesRequest,
    success: { status: 200, schema: Preferences, description: 'As they are now' },
    problems: ['validation-failed'],
    handle: async ({ body, principal }, { operations }: ApiServices) => ({
      body: await operations.putPreferences(principal, body),
    }),
  }),
];
