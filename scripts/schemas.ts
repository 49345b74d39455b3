// Writes the JSON Schemas that editors use: `node scripts/run.mjs scripts/schemas.ts`.
import { mkdir, writeFile } from 'node:fs/promises';
import { SCHEMA_FILES, schemaText } from './schema-files.ts';

await mkdir('schemas', { recursive: true });
for (const [name, file] of Object.entries(SCHEMA_FILES)) await writeFile(`schemas/${name}`, await schemaText(file));
