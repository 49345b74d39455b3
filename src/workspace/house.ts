import { join } from 'node:path';
import { z } from 'zod';
import { cleanLine } from '../core/article/index.ts';
import { problem, type Outcome } from '../core/base/errors.ts';
import { nearest } from '../core/base/nearest.ts';
import { readYaml } from '../core/base/yaml.ts';
import { markKey, type MarkOrder } from '../core/briefing/index.ts';
import { exists, readText } from './files.ts';

/** A workspace's own rules, `house.yaml` at its root. */
export const HOUSE_FILE = 'house.yaml';

export interface House {
  readonly marks: MarkOrder;
}

export const NO_HOUSE: House = { marks: [] };

const mark = z.string().transform(cleanLine).pipe(z.string().min(1, 'this mark is empty'));

/** What it may hold; `schemas/house.schema.json` is made from it. Further keys are for Lecterns to come. */
export const houseSchema = z.looseObject({
  marks: z
    .array(mark)
    .refine((marks) => new Set(marks.map(markKey)).size === marks.length, 'a mark stands here twice, and has one rank')
    .nullish()
    .describe('The handling marks that articles and briefings bear, the lowest first.'),
});

const KNOWN = Object.keys(houseSchema.shape);

/** In bytes. */
const LARGEST = 1024 * 1024;

/** Reads `house.yaml`. Problems: `house/yaml`, `house/field`, and the warning `house/key-unread` for each key that this Lectern does nothing with. */
export function parseHouse(text: string, { file }: { readonly file: string }): Outcome<House> {
  const codes = { syntax: 'house/yaml', field: 'house/field' } as const;
  // An empty file is a house without rules.
  const schema = houseSchema.nullable();
  const { value: read, problems } = readYaml(text, schema, { file, codes, guide: 'docs/handover.md' });
  if (read === null) return { value: null, problems };
  const { value, at } = read;
  const unread = Object.keys(value ?? {}).filter((key) => !KNOWN.includes(key));
  const warnings = unread.map((key) => {
    const near = nearest(key, KNOWN);
    return problem('house/key-unread', {
      message: 'this version of Lectern does nothing with this key',
      place: at([key]),
      received: key,
      allowed: KNOWN.join(', '),
      hint: near === null ? 'Leave it for a later version, or take it out.' : `Did you mean “${near}”?`,
    });
  });
  return { value: { marks: value?.marks ?? [] }, problems: [...problems, ...warnings] };
}

/** The rules of the workspace with this root; where it has none, `NO_HOUSE`. `shown`: how problems name the file. */
export async function loadHouse(root: string, shown: string = HOUSE_FILE): Promise<Outcome<House>> {
  const file = join(root, HOUSE_FILE);
  if (!(await exists(file))) return { value: NO_HOUSE, problems: [] };
  return parseHouse(await readText(file, { within: root, limit: LARGEST }), { file: shown });
}
