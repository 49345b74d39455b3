#!/usr/bin/env node
import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { setFlagsFromString } from 'node:v8';

// V8 compiles what is hot in four threads beside the main one. Where there are no five cores these take the main thread's time: of a
// deck of 108 slides, built on two cores, a sixth. Here V8 11 compiles later, V8 12 in one thread; V8 13 gains as often as it loses by it.
const COMPILE_LESS = { 11: '--interrupt-budget=270336', 12: '--concurrent-turbofan-max-threads=1' };
const flag = COMPILE_LESS[process.versions.v8.split('.')[0]];
if (flag && availableParallelism() < 5) setFlagsFromString(flag);

const main = new URL('../dist/cli/main.mjs', import.meta.url);
if (existsSync(main)) {
  await import(main.href);
} else {
  process.stderr.write('Lectern is not built yet. Run: npm run build\n');
  process.exitCode = 3;
}
