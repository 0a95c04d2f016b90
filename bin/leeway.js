#!/usr/bin/env node
// The `leeway` command. In a fresh clone it compiles the sources first; a package ships them compiled.
import { buildIfStale } from './build.js';

buildIfStale();
const { main } = await import('../dist/src/main/command-line.js');
process.exitCode = await main(process.argv.slice(2));
