import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { SCHEMA_FILES, schemaText } from '../scripts/schema-files.ts';

it.each(Object.entries(SCHEMA_FILES))(
  'schemas/%s says what the code reads (node scripts/run.mjs scripts/schemas.ts)',
  async (name, file) => {
    expect(readFileSync(new URL(`../schemas/${name}`, import.meta.url), 'utf8')).toBe(await schemaText(file));
  },
);
