import { beforeAll, describe, expect, it } from 'vitest';
import { writePptx, inspectPptx } from '../../../src/core/write/pptx/index.ts';
import { writeZip } from '../../../src/core/base/ooxml/zip.ts';
import { plainText } from '../../../src/core/base/text.ts';
import type { Scene } from '../../../src/core/layout/types.ts';
import { parseArticle } from '../../../src/core/article/index.ts';
import { unwrap } from '../../../src/core/base/errors.ts';
import { placesIn } from '../../../src/core/briefing/index.ts';
import { paragraphsOf } from '../../../src/core/layout/scene/walk.ts';
import { articleMade } from '../../support/article-scene.ts';
import { opened, partText } from '../../support/package.ts';

const ARTICLE = `---
title: T
language: en
---

## A {#a}

:::cards
- **Wait.** Costs nothing.
- [x] **Build.** In two stages
  - Forty million
:::

## B {#b}

:::decisions
1. Put it on the agenda. — Clerk, 2025-05-31
2. Reply
:::

## C {#c}

:::compare
| | Before | After |
|---|---|---|
| Cost | 12 | 14 |
:::
`;

const briefing = (overrides: string): string =>
  `title: T\ntemplate: policy-brief\nitems:\n  - topic: a/a\n${overrides}  - topic: a/b\n  - topic: a/c\n`;

const said = (scene: Scene): string[] =>
  scene.slides.flatMap(({ boxes }) => paragraphsOf(boxes).map(({ paragraph }) => plainText(paragraph.runs)));

describe('items in a briefing', () => {
  let scene: Scene;
  beforeAll(async () => {
    ({ scene } = await articleMade({ articles: [ARTICLE], briefing: briefing('') }));
  });

  it('name the field that each of their words comes from', () => {
    const fields = scene.slides.flatMap(({ boxes }) =>
      paragraphsOf(boxes).flatMap(({ paragraph }) => paragraph.runs.flatMap((run) => ('origins' in run ? (run.origins ?? []) : []))),
    );
    const found = new Set(fields.map(({ field, index }) => `${field} ${index.join()}`));
    const wanted = [
      'blocks.items.entries.head 0,0',
      'blocks.items.entries 0,1',
      'blocks.items.entries.entries 0,1,0',
      'blocks.items.entries.owner 0,0',
      'blocks.items.columns.cells 0,1,0',
      'blocks.items.rows 0,0',
    ];
    expect(wanted.filter((one) => !found.has(one))).toEqual([]);
  });

  it('are worded, added, removed and moved as other lines are', async () => {
    const [topic] = unwrap(parseArticle(ARTICLE, { file: 'a.md' })).topics;
    if (!topic) throw new Error('no topic');
    const { lines, items } = placesIn(topic);
    const line = (at: string): string => lines.find((one) => one.at === at)?.hash ?? '';
    const item = (at: string) => items.find((one) => one.at === at);
    const overrides = [
      '    overrides:',
      `      lines: [{ at: items/1/1.head, hash: ${line('items/1/1.head')}, text: Stay. }]`,
      `      added: [{ after: items/1/2, hash: ${item('items/1/2')?.hash ?? ''}, text: "**Move.** Nobody knows" }]`,
      `      removed: [{ at: items/1/2/1, hash: ${item('items/1/2/1')?.wholeHash ?? ''} }]`,
      `      moved: [{ at: items/1/2, hash: ${item('items/1/2')?.hash ?? ''}, after: items/1/0, afterHash: ${item('items/1')?.hash ?? ''} }]`,
      '',
    ].join('\n');
    const made = await articleMade({ articles: [ARTICLE], briefing: briefing(overrides) });
    const words = said(made.scene).filter((line) => /Stay|Build|two|Move|Nobody|Wait|Forty|Costs/.test(line));
    // A card's head is a title: its full stop ends nothing there.
    expect(words).toEqual(['Build', 'In two stages', 'Move', 'Nobody knows', 'Stay', 'Costs nothing.']);
  });

  it('are known again in a deck in which somebody changed a word of a card', async () => {
    const parts = new Map(opened((await writePptx(scene)).value));
    const name = [...parts.keys()].find(
      (part) => /^ppt\/slides\/slide\d+\.xml$/.test(part) && partText(parts, part).includes('Costs nothing.'),
    );
    if (name === undefined) throw new Error('no slide has the card');
    parts.set(name, partText(parts, name).replace('>Costs nothing.<', '>Costs little.<'));
    const changed = inspectPptx(writeZip(parts)).value.slides.filter((slide) => slide.changed);
    expect(changed).toHaveLength(1);
    expect(JSON.stringify(changed[0]?.changes)).toContain('words');
  });
});
