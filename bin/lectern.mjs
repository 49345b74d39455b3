#!/usr/bin/env node
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

const folder = fileURLToPath(new URL('../dist/cli/', import.meta.url));
if (existsSync(`${folder}start.cjs`)) {
  createRequire(import.meta.url)(`${folder}start.cjs`)
    .bundledModules(folder)
    .load('main.cjs');
} else {
  process.stderr.write('Lectern is not built yet. Run: npm run build\n');
  process.exitCode = 3;
}
