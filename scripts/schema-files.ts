import { format } from 'prettier';
import { z } from 'zod';
import { frontMatterSchema } from '../src/core/article/index.ts';
import { briefingSchema } from '../src/core/briefing/index.ts';
import { manifestSchema } from '../src/core/template/index.ts';
import { themeSchema } from '../src/core/template/theme/index.ts';

import { houseSchema } from '../src/workspace/house.ts';

interface SchemaFile {
  readonly title: string;
  readonly schema: z.ZodType;
}

/** The JSON Schemas under `schemas/`, by file name; editors complete and check YAML files with them. */
export const SCHEMA_FILES: Readonly<Record<string, SchemaFile>> = {
  'article.schema.json': { title: 'Front matter of a Lectern article', schema: frontMatterSchema },
  'briefing.schema.json': { title: 'Lectern briefing', schema: briefingSchema },
  'house.schema.json': { title: 'A Lectern workspace’s own rules (house.yaml)', schema: houseSchema },
  'template.schema.json': { title: 'Options of a Lectern template (template.yaml)', schema: manifestSchema },
  'theme.schema.json': { title: 'Theme of a Lectern template (theme.yaml)', schema: themeSchema },
};

/** A schema file's text: what may be written, before defaults and tidying. */
export async function schemaText({ title, schema }: SchemaFile): Promise<string> {
  const { $schema, ...rest } = z.toJSONSchema(schema, { io: 'input' });
  return format(JSON.stringify({ $schema, title, ...rest }), { parser: 'json', printWidth: 140 });
}
