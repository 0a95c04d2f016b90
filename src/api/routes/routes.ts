/** Every route of the product, in one list: what is served is what is described. */
import type { ApiServices } from '../api-services.ts';
import type { Route } from '../route.ts';
import { accountRoutes } from './accounts.ts';
import { assessmentRoutes } from './assessments.ts';
import { batchRoutes } from './batches.ts';
import { breakGlassRoutes } from './break-glass.ts';
import { calendarYearRoutes } from './calendar-years.ts';
import { calendarRoutes } from './calendar.ts';
import { caseRoutes } from './cases.ts';
import { conflictRoutes } from './conflicts.ts';
import { deadlineRoutes } from './deadlines.ts';
import { directoryRoutes } from './directory.ts';
import { draftRoutes } from './drafts.ts';
import { erasureRoutes } from './erasures.ts';
import { evidenceRoutes } from './evidence.ts';
import { figureRoutes } from './figures.ts';
import { grantRoutes } from './grants.ts';
import { handoverRoutes } from './handovers.ts';
import { identityRoutes } from './identities.ts';
import { intakeRoutes } from './intake.ts';
import { interferenceRoutes } from './interference.ts';
import { journalRoutes } from './journal.ts';
import { liveRoutes } from './live.ts';
import { messageRoutes } from './messages.ts';
import { lookupRoutes } from './lookups.ts';
import { migrationRoutes } from './migrations.ts';
import { paperRoutes } from './papers.ts';
import { peopleRoutes } from './people.ts';
import { oauthRoutes } from './oauth.ts';
import { permissionRoutes } from './permissions.ts';
import { portalPageRoutes } from './portal-pages.ts';
import { portalRoutes } from './portal.ts';
import { procedureRoutes } from './procedures.ts';
import { roleRoutes } from './roles.ts';
import { sandboxRoutes } from './sandbox.ts';
import { sessionRoutes } from './sessions.ts';
import { singleSignOnRoutes } from './single-sign-on.ts';
import { statisticsRoutes } from './statistics.ts';
import { systemRoutes } from './system.ts';
import { viewRoutes } from './views.ts';
import { wordRoutes } from './words.ts';

export const API_ROUTES: readonly Route<ApiServices>[] = [
  ...sessionRoutes,
  ...singleSignOnRoutes,
  ...oauthRoutes,
  ...procedureRoutes,
  ...wordRoutes,
  ...migrationRoutes,
  ...permissionRoutes,
  ...roleRoutes,
  ...directoryRoutes,
  ...lookupRoutes,
  ...grantRoutes,
  ...accountRoutes,
  ...handoverRoutes,
  ...caseRoutes,
  ...viewRoutes,
  ...draftRoutes,
  ...intakeRoutes,
  ...messageRoutes,
  ...liveRoutes,
  ...batchRoutes,
  ...portalRoutes,
  ...portalPageRoutes,
  ...identityRoutes,
  ...erasureRoutes,
  ...conflictRoutes,
  ...interferenceRoutes,
  ...breakGlassRoutes,
  ...deadlineRoutes,
  ...calendarRoutes,
  ...calendarYearRoutes,
  ...assessmentRoutes,
  ...paperRoutes,
  ...evidenceRoutes,
  ...peopleRoutes,
  ...journalRoutes,
  ...statisticsRoutes,
  ...figureRoutes,
  ...systemRoutes,
  ...sandboxRoutes,
];
