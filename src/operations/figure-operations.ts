/** The use cases of figures, bound to one runtime. */
import type { Asker } from './acting.ts';
import {
  countByClock,
  countByMonth,
  countByOutcome,
  countByUnit,
  countLoads,
  countOpen,
  countOverview,
  type FiguresAsked,
} from './count-cases.ts';
import { countByFactor, countByForm } from './count-merits.ts';
import { countDueDays, readDueDays, type DueDaysAsked } from './count-due-days.ts';
import type { Runtime } from './runtime.ts';

export const bindFigures = (runtime: Runtime) => ({
  countOverview: (asker: Asker, asked: FiguresAsked) => countOverview(runtime, asker, asked),
  countByMonth: (asker: Asker, asked: FiguresAsked) => countByMonth(runtime, asker, asked),
  countByUnit: (asker: Asker, asked: FiguresAsked) => countByUnit(runtime, asker, asked),
  countByClock: (asker: Asker, asked: FiguresAsked) => countByClock(runtime, asker, asked),
  countByOutcome: (asker: Asker, asked: FiguresAsked) => countByOutcome(runtime, asker, asked),
  countByForm: (asker: Asker, asked: FiguresAsked) => countByForm(runtime, asker, asked),
  countByFactor: (asker: Asker, asked: FiguresAsked) => countByFactor(runtime, asker, asked),
  countOpenCases: (asker: Asker, asked: Pick<FiguresAsked, 'unit'>) => countOpen(runtime, asker, asked),
  countLoads: (asker: Asker, asked: Pick<FiguresAsked, 'unit'>) => countLoads(runtime, asker, asked),
  countDueDays: (asker: Asker) => countDueDays(runtime, asker),
  readDueDays: (asker: Asker, asked: DueDaysAsked) => readDueDays(runtime, asker, asked),
});
