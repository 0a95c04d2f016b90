/** `leeway demo`: a sandbox with the sample cases, played through the real engine and clock. */
import type { Command } from './program.ts';

export const demoCommand: Command = {
  name: 'demo',
  summary: 'load the sample cases into a sandbox and serve it',
  help: `
placeholder
`,
  run: async (_given, program) => {
    const { url, stopped } = await program.serve({ sandbox: true, isQuiet: true });
    program.out(url);
    await stopped;
    return 0;
  },
};
