/** Reads the plan of a year from a file somebody has: CSV, JSON, or YAML as calendar files are. Nothing leaves the browser. */
import type { components } from '../../api/schema.d.ts';

export type PlanDay = components['schemas']['CalendarPlanRequest']['days'][number];

export interface Imported {
  readonly notice: string | null;
  readonly days: readonly PlanDay[];
  /** Lines that could not be read, counted from 1. */
  readonly faults: readonly { readonly line: number; readonly text: string }[];
}

const DATE = /^\d{4}-\d{2}-\d{2}$/;
const KINDS: Readonly<Record<string, PlanDay['kind']>> = {
  off: 'off',
  holiday: 'off',
  休: 'off',
  放假: 'off',
  work: 'work',
  make_up: 'work',
  班: 'work',
  上班: 'work',
};

/** The special days of `year` in a file; `name` tells how to read it. */
export async function importDays(name: string, text: string, year: number): Promise<Imported> {
  if (/\.(ya?ml|json)$/i.test(name)) {
    const { parse } = await import('yaml'); // JSON is YAML as well
    return fromValue(parse(text), year);
  }
  return fromLines(text);
}

/** A line each: date, kind, name in Chinese, name in English. Empty lines and those that begin with # are passed over. */
export function fromLines(text: string): Imported {
  const days: PlanDay[] = [];
  const faults: { line: number; text: string }[] = [];
  text.split(/\r?\n/).forEach((raw, at) => {
    const line = raw.replace(/^\uFEFF/, '').trim();
    if (line === '' || line.startsWith('#')) return;
    const [on = '', kindText = '', zh = '', en = ''] = line.split(/[,;\t]/).map((cell) => cell.trim());
    const kind = KINDS[kindText.toLowerCase()];
    if (DATE.test(on) && kind) days.push(dayOf(on, kind, zh, en));
    else if (at > 0 || DATE.test(on)) faults.push({ line: at + 1, text: line.slice(0, 80) });
    // The first line may be the heads of the columns.
  });
  return { notice: null, days, faults };
}

interface FileHoliday {
  readonly name?: { readonly zh?: string; readonly en?: string };
  readonly from?: string;
  readonly to?: string;
}
interface FilePlan {
  readonly notice?: string;
  readonly holidays?: readonly FileHoliday[];
  readonly makeUpDays?: readonly string[];
}

/** A calendar file, the plan of one year as it has it, or a list of days. */
export function fromValue(value: unknown, year: number): Imported {
  if (Array.isArray(value)) {
    const days = value as readonly Partial<PlanDay>[];
    const good = days.filter(({ on, kind }) => typeof on === 'string' && DATE.test(on) && kind !== undefined);
    return {
      notice: null,
      days: good.map(({ on = '', kind, name }) => ({
        on,
        kind: kind === 'work' ? 'work' : 'off',
        ...(name && { name }),
      })),
      faults: [],
    };
  }
  const file = (value ?? {}) as { readonly years?: Readonly<Record<string, FilePlan>> } & FilePlan;
  const plan = file.years ? file.years[String(year)] : file;
  const days: PlanDay[] = [
    ...(plan?.holidays ?? []).flatMap(({ name, from = '', to = from }) =>
      datesFrom(from, to).map((on) => dayOf(on, 'off', name?.zh ?? '', name?.en ?? '')),
    ),
    ...(plan?.makeUpDays ?? []).filter((on) => DATE.test(on)).map((on) => ({ on, kind: 'work' as const })),
  ];
  return { notice: plan?.notice ?? null, days, faults: [] };
}

const dayOf = (on: string, kind: PlanDay['kind'], zh: string, en: string): PlanDay =>
  kind === 'off' && (zh !== '' || en !== '')
    ? { on, kind, name: { zh: zh === '' ? en : zh, en: en === '' ? zh : en } }
    : { on, kind };

/** Every date from one to another, as a holiday in a file has them; a month at most. */
function datesFrom(from: string, to: string): string[] {
  if (!DATE.test(from) || !DATE.test(to)) return [];
  const dates: string[] = [];
  const day = new Date(`${from}T00:00:00Z`);
  while (dates.length < 32 && day.toISOString().slice(0, 10) <= to) {
    dates.push(day.toISOString().slice(0, 10));
    day.setUTCDate(day.getUTCDate() + 1);
  }
  return dates;
}
