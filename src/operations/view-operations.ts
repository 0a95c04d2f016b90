/** The use cases of what people keep of the console, bound to one runtime: views and preferences. */
import type { Preferences } from '../contract/preferences.ts';
import type { SaveViewRequest } from '../contract/views.ts';
import type { Asker } from './acting.ts';
import { putPreferences, readPreferences } from './preferences.ts';
import type { Runtime } from './runtime.ts';
import { changeView, makeView, readViews, removeView } from './saved-views.ts';

export const bindViews = (runtime: Runtime) => ({
  readViews: (asker: Asker) => readViews(runtime, asker),
  makeView: (asker: Asker, request: SaveViewRequest) => makeView(runtime, asker, request),
  changeView: (asker: Asker, id: string, request: SaveViewRequest) => changeView(runtime, asker, id, request),
  removeView: (asker: Asker, id: string) => removeView(runtime, asker, id),
  readPreferences: (asker: Asker) => readPreferences(runtime, asker),
  putPreferences: (asker: Asker, chosen: Preferences) => putPreferences(runtime, asker, chosen),
});
