/** Every route of the product, in one list: what is served is what is described. */
import type { ApiServices } from '../api-services.ts';
import type { Route } from '../route.ts';
import { calendarRoutes } from './calendar.ts';
import { caseRoutes } from './cases.ts';
import { deadlineRoutes } from './deadlines.ts';
import { journalRoutes } from './journal.ts';
import { migrationRoutes } from './migrations.ts';
import { paperRoutes } from './papers.ts';
import { peopleRoutes } from './people.ts';
import { permissionRoutes } from './permissions.ts';
import { procedureRoutes } from './procedures.ts';
import { sandboxRoutes } from './sandbox.ts';
import { statisticsRoutes } from './statistics.ts';

export const API_ROUTES: readonly Route<ApiServices>[] = [
  ...procedureRoutes,
  ...migrationRoutes,
  ...permissionRoutes,
  ...caseRoutes,
  ...deadlineRoutes,
  ...calendarRoutes,
  ...paperRoutes,
  ...peopleRoutes,
  ...journalRoutes,
  ...statisticsRoutes,
  ...sandboxRoutes,
];
