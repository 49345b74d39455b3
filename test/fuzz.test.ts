import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { PARSERS, type ParserName } from './support/fuzz/parsers.ts';
import { fuzz } from './support/fuzz/run.ts';

/** Inputs that once brought a reader to something that no input may. `npm run fuzz` finds more. */
const FOUND = join(import.meta.dirname, 'fixtures', 'fuzz');

const RUNS = Number(process.env['LECTERN_FUZZ'] ?? 20);

describe.each(Object.keys(PARSERS) as ParserName[])('the reader of %s', (name) => {
  const folder = join(FOUND, name);
  it.each(existsSync(folder) ? readdirSync(folder) : [])('reads or refuses %s, which it once did not', async (file) => {
    await PARSERS[name].feed(readFileSync(join(folder, file)));
  });

  it('reads or refuses whatever has become of a sound input', async () => {
    const found: unknown[] = [];
    for await (const { seed, error } of fuzz(name, 1, (count) => count >= RUNS)) found.push([seed, error]);
    expect(found).toEqual([]);
  });
});
