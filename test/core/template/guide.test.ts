import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { VIEW_SCHEMA, type SchemaNode } from '../../../src/core/briefing/index.ts';
import { KNOWN_ELEMENTS, RULES } from '../../../src/core/deck/rules.ts';
import { CODES, unwrap } from '../../../src/core/base/errors.ts';
import { checkPack, HELPERS, readPack, renderTemplate } from '../../../src/core/template/index.ts';
import { layoutSchema, regionSchema, styleSchema, themeSchema } from '../../../src/core/template/theme/schema.ts';
import { STYLE_NAMES } from '../../../src/core/template/theme/types.ts';
import { tinyView } from '../../support/view.ts';

const GUIDE = readFileSync(join(import.meta.dirname, '..', '..', '..', 'docs', 'template-guide.md'), 'utf8');

/** Words in code marks. */
const CODE = new Set([...GUIDE.matchAll(/`([^`\n]+)`/g)].flatMap((match) => (match[1] ?? '').split(/[\s.,:="'()<>/|]+/)));
const missing = (words: readonly string[]) => words.filter((word) => !CODE.has(word));

/** Every key of the view, at any depth. */
function viewKeys(node: SchemaNode, seen = new Set<SchemaNode>()): string[] {
  if (seen.has(node)) return [];
  seen.add(node);
  if (node.kind === 'list') return viewKeys(node.of, seen);
  return node.kind === 'object' ? Object.entries(node.keys).flatMap(([key, below]) => [key, ...viewKeys(below, seen)]) : [];
}

describe('the template guide', () => {
  it('has a pack in it that works as it stands', () => {
    const files = [...GUIDE.matchAll(/```\w+ (\S+)\n([\s\S]*?)```/g)].map(
      (match) => [match[1] ?? '', Buffer.from(match[2] ?? '')] as const,
    );
    expect(files.map(([name]) => name)).toEqual(['template.yaml', 'theme.yaml', 'deck.hbs']);
    const pack = unwrap(readPack(new Map(files), 'my-pack'));
    expect(checkPack(pack)).toEqual([]);
    expect(unwrap(renderTemplate(pack, tinyView())).text).toContain('A topic');
  });

  it('names every element, attribute and helper', () => {
    expect(missing(KNOWN_ELEMENTS)).toEqual([]);
    expect(missing(Object.values(RULES).flatMap((rule) => Object.keys(rule.attributes)))).toEqual([]);
    expect(
      Object.keys(HELPERS).filter(
        (name) => !GUIDE.includes(`{{#${name} `) && !GUIDE.includes(`{{${name} `) && !GUIDE.includes(`(${name} `),
      ),
    ).toEqual([]);
  });

  it('names every key of the view', () => {
    expect(missing([...new Set(viewKeys(VIEW_SCHEMA))])).toEqual([]);
  });

  it('names every key of the theme and every style', () => {
    const schemas = [themeSchema, layoutSchema, regionSchema, styleSchema];
    expect(missing(schemas.flatMap((schema) => Object.keys(schema.shape)))).toEqual([]);
    expect(missing(STYLE_NAMES)).toEqual([]);
  });

  it('names every code that a pack can cause', () => {
    const codes = Object.keys(CODES).filter((code) => /^(?:pack|theme|template|deck)\//.test(code));
    expect(codes.filter((code) => !GUIDE.includes(`\`${code}\``))).toEqual([]);
  });
});
