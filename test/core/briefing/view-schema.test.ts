import { expect, it } from 'vitest';
import { compose, parseBriefing, VIEW_SCHEMA, type SchemaNode } from '../../../src/core/briefing/index.ts';
import type { DeckChange } from '../../../src/core/briefing/types.ts';
import { unwrap } from '../../../src/core/base/errors.ts';
import { articleMade } from '../../support/article-scene.ts';
import { contentText, sampleArticles } from '../../support/content.ts';

/** Where a value and its description differ; and, in `seen`, which nodes a value was found for. */
function differences(value: unknown, node: SchemaNode, path: string, seen: Set<SchemaNode>): string[] {
  if (value === null) return [];
  seen.add(node);
  switch (node.kind) {
    case 'any':
      return [];
    case 'value':
      return typeof value === 'object' ? [`${path} is no plain value`] : [];
    case 'list':
      return Array.isArray(value)
        ? value.flatMap((inner, index) => differences(inner, node.of, `${path}[${index}]`, seen))
        : [`${path} is no list`];
    case 'object': {
      if (typeof value !== 'object' || Array.isArray(value)) return [`${path} is no object`];
      const [there, described] = [Object.keys(value).sort(), Object.keys(node.keys).sort()];
      const keys = there.join() === described.join() ? [] : [`${path} has ${there.join()}; described are ${described.join()}`];
      return [
        ...keys,
        ...Object.entries(value).flatMap(([key, inner]) => differences(inner, node.keys[key] ?? { kind: 'any' }, `${path}.${key}`, seen)),
      ];
    }
  }
}

function all(node: SchemaNode, found = new Set<SchemaNode>()): Set<SchemaNode> {
  if (found.has(node)) return found;
  found.add(node);
  if (node.kind === 'list') all(node.of, found);
  if (node.kind === 'object') Object.values(node.keys).forEach((inner) => all(inner, found));
  return found;
}

const MOVED: DeckChange = { kind: 'moved', slide: 'A', where: null, values: [], from: null, to: null };

it('describes what compose returns, key for key, and every part of it is met in the samples, pictures beside another and items in an article of their own', async () => {
  const seen = new Set<SchemaNode>();
  for (const id of ['south-caucasus', 'river-port']) {
    const briefing = unwrap(parseBriefing(contentText(`${id}.briefing.yaml`), { file: 'b.yaml' }));
    const view = unwrap(compose(briefing, sampleArticles(), { file: 'b.yaml', forPresenter: true, stamp: '00000000', changes: [MOVED] }));
    expect(differences(view, VIEW_SCHEMA, 'view', seen)).toEqual([]);
  }
  const items = Array.from(
    { length: 5 },
    (_, i) => `  - topic: ${i < 3 ? 'river-port/cost' : 'south-caucasus/moscow'}\n    depth: headline\n`,
  ).join('');
  const parts = unwrap(parseBriefing(`title: A\nitems:\n  - section: B\n    finding: C\n${items}${items}`, { file: 'b.yaml' }));
  const sections = unwrap(compose(parts, sampleArticles(), { file: 'b.yaml', forPresenter: true, stamp: '00000000' }));
  expect(differences(sections, VIEW_SCHEMA, 'view', seen)).toEqual([]);
  const notes = '---\ntitle: T\n---\n\n## A\n\nB [^1].\n\n[^1]: C\n';
  const noted = await articleMade({ articles: [notes] });
  expect(differences(noted.view, VIEW_SCHEMA, 'view', seen)).toEqual([]);
  const body =
    '![B](map.png "C | D")\n![E](map.png "F | G")\n\n:::cards\n- **H.** I\n  - J\n- K\n:::\n\n:::compare\n| L | M | N |\n|---|---|---|\n| O | P | Q |\n:::\n';
  const { view } = await articleMade({ articles: [`---\ntitle: T\n---\n\n## A\n\n${body}`] });
  expect(differences(view, VIEW_SCHEMA, 'view', seen)).toEqual([]);
  expect([...all(VIEW_SCHEMA)].filter((node) => !seen.has(node))).toEqual([]);
});
