/** `leeway check`: explores every procedure and says what is wrong with it, and who may settle what where. */
import { checkProcedures, type StateReport } from '../engine/model-check.ts';
import { everyProcedure } from '../machines/registry.ts';
import type { Command } from './program.ts';

export const checkCommand: Command = {
  name: 'check',
  summary: 'check every procedure against the rules for procedures',
  help: `
Fails (exit status 1) when a state cannot reach an end; when an open state has no clock and nobody who is owed to act;
when one person alone can reach a decision; when a transition lacks basis, roles or labels; when an effect, a clock or an
event is unknown. Prints a table of states, exits, clocks and deciders.

  --quiet   problems only
`,
  options: { quiet: { type: 'boolean' } },
  run: async ({ options }, program) => {
    const profile = program.profiles().get('cn-default');
    if (!profile) throw new Error('the profile cn-default is missing');
    const procedures = everyProcedure();
    const { problems, table } = checkProcedures(procedures, profile);
    if (options.quiet !== true)
      for (const { name, version, label } of procedures) {
        program.out(`${name} v${version} · ${label.zh} · ${label.en}`);
        for (const line of tableOf(table.filter((row) => row.procedure === name && row.version === version)))
          program.out(line);
        program.out('');
      }
    for (const { procedure, version, code, at, words } of problems)
      program.out(`${procedure} v${version}: ${code} at ${at}: ${words}`);
    program.out(
      problems.length === 0
        ? `${procedures.length} procedures, ${table.length} states: nothing wrong.`
        : `${problems.length} problems.`,
    );
    return await Promise.resolve(problems.length === 0 ? 0 : 1);
  },
};

const COLUMNS = ['state', 'exits', 'clocks', 'deciders'] as const;

function tableOf(reports: readonly StateReport[]): string[] {
  const rows = reports.map(({ state, isClosed, exits, clocks, owed, deciders }) => [
    isClosed ? `${state} (closed)` : state,
    [...new Set(exits.map(({ event, to }) => `${event} → ${to}`))].join(', ') || '-',
    [...clocks, ...owed.map((role) => `(${role})`)].join(', ') || '-',
    deciders.join('; ') || '-',
  ]);
  const widths = COLUMNS.map((name, at) =>
    Math.min(60, Math.max(name.length, ...rows.map((row) => row[at]?.length ?? 0))),
  );
  const line = (cells: readonly string[]) =>
    `  ${cells.map((cell, at) => cell.padEnd(widths[at] ?? 0)).join('  ')}`.trimEnd();
  return [
    line(COLUMNS),
    line(widths.map((width) => '-'.repeat(width))),
    ...rows.flatMap((row) => wrapped(row, widths).map(line)),
  ];
}

/** A row over several lines, each cell broken at commas and spaces to its width. */
function wrapped(row: readonly string[], widths: readonly number[]): string[][] {
  const cells = row.map((cell, at) => {
    const lines: string[] = [];
    let current = '';
    for (const word of cell.split(/(?<=[,;]) /)) {
      if (current !== '' && current.length + 1 + word.length > (widths[at] ?? 60)) {
        lines.push(current);
        current = '';
      }
      current = current === '' ? word : `${current} ${word}`;
    }
    return [...lines, current];
  });
  const height = Math.max(...cells.map(({ length }) => length));
  return Array.from({ length: height }, (_, n) => cells.map((lines) => lines[n] ?? ''));
}
