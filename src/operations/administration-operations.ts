/** The use cases of who looks after the system, bound to one runtime: calendars, profiles, versions, its state. */
import type { CalendarPlanRequest } from '../contract/calendars.ts';
import type { Asker } from './acting.ts';
import { previewCalendarYear, readCalendarYear, writeCalendarFile } from './calendar-years.ts';
import type { Runtime } from './runtime.ts';
import { readProcedureVersions, readProfile, readProfiles, readSystem } from './system-reads.ts';

export const bindAdministration = (runtime: Runtime) => ({
  readCalendarYear: (of: { readonly year: number; readonly calendar?: string }) =>
    readCalendarYear(runtime, of),
  previewCalendarYear: (asker: Asker, year: number, request: CalendarPlanRequest) =>
    previewCalendarYear(runtime, asker, year, request),
  writeCalendarFile: (year: number, request: CalendarPlanRequest) =>
    writeCalendarFile(runtime, year, request),
  readProfiles: () => readProfiles(runtime),
  readProfile: (of: { readonly id: string; readonly hash?: string }) => readProfile(runtime, of),
  readProcedureVersions: (name: string) => readProcedureVersions(runtime, name),
  readSystem: () => readSystem(runtime),
});
