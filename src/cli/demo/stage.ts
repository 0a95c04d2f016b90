/** What a scenario has brought forth so far: its cases by alias, its named acts, the clocks that were seen. */
import type { ClockView } from '../../contract/cases.ts';
import type { CaseId } from '../../domain/vocabulary.ts';
import type { ActRef, Alias, Known, Scenario } from './scenario.ts';
import { dateOn } from './timetable.ts';

export class Stage {
  readonly #cases = new Map<Alias, CaseId>();
  readonly #acts = new Map<string, ActRef>();
  /** Clock id -> the day it was last seen to be due. */
  readonly #due = new Map<string, string | null>();

  addCase(alias: Alias, id: CaseId): void {
    this.#cases.set(alias, id);
  }

  addAct(name: string, act: ActRef): void {
    this.#acts.set(name, act);
  }

  aliases(): Alias[] {
    return [...this.#cases.keys()];
  }

  has(id: CaseId): boolean {
    return [...this.#cases.values()].includes(id);
  }

  id(alias: Alias): CaseId {
    const id = this.#cases.get(alias);
    if (id === undefined) throw new Error(`there is no case '${alias}' yet`);
    return id;
  }

  /** What steps of a scenario may refer to. */
  known(scenario: Pick<Scenario, 'dayZero'>): Known {
    return {
      id: (alias) => this.id(alias),
      act: (name) => {
        const act = this.#acts.get(name);
        if (act === undefined) throw new Error(`there is no act '${name}' yet`);
        return act;
      },
      date: (day) => dateOn(scenario, day),
    };
  }

  /** The clocks of a case that run and are new, or due on another day than when they were last seen. */
  seeClocks(alias: Alias, clocks: readonly ClockView[]) {
    const changed = clocks.filter(
      ({ id, dueOn, stoppedAt }) => stoppedAt === null && (!this.#due.has(id) || this.#due.get(id) !== dueOn),
    );
    for (const { id, dueOn } of clocks) this.#due.set(id, dueOn);
    return changed.map((clock) => ({ alias, clock: nameOf(clock), dueOn: clock.dueOn }));
  }
}

/** `key`, or `key of instance` where there are several of one key. */
export const nameOf = ({ clock, instance }: Pick<ClockView, 'clock' | 'instance'>): string =>
  instance === '' ? clock : `${clock} of ${instance}`;
