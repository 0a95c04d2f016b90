/** What the demo prints: a line for each step as it is played, and at the end where everything is. Words only. */
import { ROLES } from '../../domain/vocabulary.ts';
import { KEEPER, memberOf } from './cast.ts';
import type { Loaded } from './load.ts';
import type { Played } from './play.ts';
import { dayIn } from './timetable.ts';

const inWords = (roles: readonly (keyof typeof ROLES)[]): string =>
  roles.map((role) => ROLES[role].en).join(', ');

/** One step: scenario, day, date, who, what, what came of it. */
export function stepLine({ scenario, step, date, alias, view, refused, moved }: Played): string {
  const { name, roles } = memberOf(step.by);
  const due = moved.map(({ alias: of, clock, dueOn }) => {
    const where = of === alias ? clock : `${of} ${clock}`;
    return dueOn === null ? `${where} paused` : `${where} due D${dayIn(scenario, dueOn)} ${dueOn}`;
  });
  const came =
    refused === null
      ? `${alias} → ${view?.state ?? ''}${due.length > 0 ? ` (${due.join('; ')})` : ''}`
      : `${alias} → refused: ${refused}`;
  const day = `D${step.day}`.padEnd(4);
  return `${scenario.id} ${day} ${date}  ${name} (${inWords(roles)}): ${step.says}. ${came}`;
}

/** Every scenario with its cases and what they still owe. */
export function casesLines({ scenarios }: Pick<Loaded, 'scenarios'>): string[] {
  return scenarios.flatMap(({ scenario, cases }) => [
    '',
    `${scenario.id}  ${scenario.title}`,
    ...cases.map(({ alias, view }) => {
      const owes = view.obligations.map(({ code }) => code);
      const open = owes.length > 0 ? `  owed: ${owes.join(', ')}` : '';
      return `     ${view.procedure.padEnd(19)}${alias.padEnd(18)}${view.state.padEnd(24)}${view.id}${open}`;
    }),
  ]);
}

export function accountLines({ accounts }: Pick<Loaded, 'accounts'>): string[] {
  return [...accounts, { ...KEEPER, secret: 'no key: signs in to the console' }].map(
    ({ roles, person, name, secret }) => {
      // Chinese characters take two columns of a terminal.
      const shown = name + ' '.repeat(Math.max(1, 14 - name.length * 2));
      return `     ${inWords(roles).padEnd(32)}${person.padEnd(12)}${shown}${secret}`;
    },
  );
}

/** Where to look first, with the address and a key that work as they stand. */
export function whereToLook(url: string, { accounts, password, scenarios, now }: Loaded): string[] {
  const key = accounts.find(({ roles }) => roles.includes('case_supervisor'))?.secret ?? '';
  const id = scenarios[0]?.cases[0]?.view.id ?? '';
  const as = `-H 'Authorization: Bearer ${key}'`;
  return [
    `The console: ${url}  Sign in as any person above who acts for no unit, with the password ${password}`,
    `First ${accounts.find(({ roles }) => roles.includes('handler'))?.person ?? ''}, a handler. The portal for reporters: ${url}/portal`,
    '',
    `Sandbox clock: ${now}. It only moves forward: PUT ${url}/api/v1/sandbox/clock {"now": "…"}`,
    '',
    'A case, its clocks with how they were counted, its history:',
    `     curl ${as} ${url}/api/v1/cases/${id}`,
    `     curl ${as} ${url}/api/v1/cases/${id}/clocks`,
    `     curl ${as} ${url}/api/v1/cases/${id}/events`,
    '',
    `Read and try the API: ${url}/docs`,
    `Serving ${url} until Ctrl-C.`,
  ];
}
