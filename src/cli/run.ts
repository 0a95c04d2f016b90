/** Finds the command that was asked for, reads its options and runs it. Prints help; decides nothing else. */
import { parseArgs } from 'node:util';
import { UsageError, type Command, type ExitStatus, type Given, type Program } from './program.ts';

const COMMON = { help: { type: 'boolean', short: 'h' } } as const;

/** Runs one command line. Throws a UsageError for wrong use and whatever the command throws. */
export async function runCommand(
  commands: readonly Command[],
  args: readonly string[],
  program: Program,
): Promise<ExitStatus> {
  const [first] = args;
  if (first === undefined || first === 'help' || first === '--help' || first === '-h') {
    for (const line of overview(commands)) program.out(line);
    return first === undefined ? 2 : 0;
  }
  const command = commandFor(commands, args);
  if (!command) {
    const group = commands.filter(({ name }) => name.startsWith(`${first} `));
    if (group.length > 0 && args.slice(1).some((word) => word === '--help' || word === '-h')) {
      for (const line of overview(group)) program.out(line);
      return 0;
    }
    throw new UsageError(
      group.length > 0
        ? `'leeway ${first}' takes one of: ${group.map(({ name }) => name.slice(first.length + 1)).join(', ')}.`
        : `There is no command '${first}'. Known are: ${commands.map(({ name }) => name).join(', ')}.`,
    );
  }
  const given = givenTo(command, args.slice(command.name.split(' ').length));
  if (given.options.help === true) {
    program.out(`leeway ${command.name}: ${command.summary}`);
    program.out('');
    program.out(command.help.replace(/^\n|\n$/g, ''));
    return 0;
  }
  return command.run(given, program);
}

function commandFor(commands: readonly Command[], args: readonly string[]): Command | undefined {
  const named = (words: number) => commands.find(({ name }) => name === args.slice(0, words).join(' '));
  return named(2) ?? named(1);
}

function givenTo(command: Command, args: readonly string[]): Given {
  const most = command.mostWords ?? 0;
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: { ...COMMON, ...command.options },
      allowPositionals: true,
      strict: true,
    });
    if (positionals.length > most)
      throw new UsageError(
        `'leeway ${command.name}' does not take '${positionals[most] ?? ''}'; see 'leeway ${command.name} --help'.`,
      );
    return { options: values, words: positionals };
  } catch (error) {
    if (error instanceof UsageError) throw error;
    const why = error instanceof Error ? (error.message.split('. ')[0] ?? '') : '';
    throw new UsageError(`${why.replace(/\.$/, '')}; see 'leeway ${command.name} --help'.`);
  }
}

function overview(commands: readonly Command[]): string[] {
  const width = Math.max(...commands.map(({ name }) => name.length));
  return [
    'Usage: leeway <command> [options]',
    '',
    ...commands.map(({ name, summary }) => `  ${name.padEnd(width)}  ${summary}`),
    '',
    "Each command explains itself: 'leeway <command> --help'. Settings come from the environment.",
    'Exit status: 0 ok, 1 the answer is no, 2 wrong use.',
  ];
}

/** A text option that has to be there. */
export function required({ options }: Given, name: string, what: string): string {
  const value = options[name];
  if (typeof value === 'string' && value.trim() !== '') return value.trim();
  throw new UsageError(`--${name} is missing: ${what}.`);
}

/** A text option that may be left out. */
export function optional({ options }: Given, name: string): string | undefined {
  const value = options[name];
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;
}
