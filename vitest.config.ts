// Two processes run the files one after the other, each loading the program once: a third of the time went into loading it
// anew for every file. One PostgreSQL is started for all of them (tests/global-setup.ts).
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts', 'tests/console/*.test.tsx'],
    exclude: ['tests/browser/**'],
    globalSetup: ['tests/global-setup.ts'],
    testTimeout: 30_000,
    hookTimeout: 120_000,
    pool: 'forks',
    isolate: false,
    maxWorkers: 2,
    reporters: ['default'],
  },
});
