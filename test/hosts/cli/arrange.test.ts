import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import type { ChoiceReason } from '../../../src/core/layout/index.ts';
import { folderWith, lectern } from '../../support/cli.ts';
import { packFiles } from '../../support/pack.ts';

const LAYOUTS = `layouts:
  title: { type: title }
  wide: { regions: { body: { columns: 1-12, rows: 30-80 } } }
  narrow: { regions: { body: { columns: 1-6, rows: 30-80 } } }
  beside: { default: body, regions: { lead: { columns: 1-4, rows: 30-80 }, body: { columns: 5-12, rows: 30-80 } } }
`;

const DECK = `<section layout="title" kind="title"><h2>{{deck.title}}</h2></section>
{{#each items}}
<arrange topic="{{key}}">
  <h2>{{headline.text}}</h2>
  <block name="points"><ul>{{#each points}}<li>{{rich this}}</li>{{/each}}</ul></block>
  <option><section layout="wide | narrow | beside" kind="points"><use block="points"/></section></option>
</arrange>
{{/each}}`;

const ARTICLE = `---
title: Häfen
language: de
---

## Schiffe {#schiffe}

- Die Kais sind voll.
- Schiffe warten zwei Tage.

## Lotsen {#lotsen}

- Es gibt zu wenige Lotsen.
`;

const briefing = (layout = ''): string =>
  `title: Der Hafen\ntemplate: tiny\nitems:\n  - topic: hafen/schiffe\n${layout}  - topic: hafen/lotsen\n`;

async function workspace(): Promise<string> {
  const theme = strFromU8(packFiles().get('theme.yaml') ?? new Uint8Array());
  const files = packFiles({ 'deck.hbs': DECK, 'theme.yaml': theme.replace(/layouts:[\s\S]*/, LAYOUTS) });
  const pack = Object.fromEntries([...files].map(([path, bytes]) => [`templates/tiny/${path}`, bytes]));
  return folderWith({ ...pack, 'content/hafen.md': ARTICLE, 'b.briefing.yaml': briefing() });
}

const build = async (folder: string, ...args: string[]): Promise<{ reasons: ChoiceReason[]; warnings: { code: string }[] }> => {
  const { status, out, err } = await lectern(folder, 'build', 'b.briefing.yaml', '--format', 'pptx', '--explain', '--json', ...args);
  expect(status, out + err).toBe(0);
  const said = JSON.parse(out) as { arranged: ChoiceReason[]; warnings: { code: string }[] };
  return { reasons: said.arranged, warnings: said.warnings };
};

const layoutsOf = (reasons: readonly ChoiceReason[]): string[] =>
  reasons.map(({ chosen, candidates }) => candidates[chosen]?.layouts.join() ?? '');

describe('a template that offers several ways', () => {
  it('passes the check, and the build says why it stands as it does', { timeout: 60_000 }, async () => {
    const folder = await workspace();
    expect((await lectern(folder, 'check', 'templates/tiny')).out).toContain('0 errors');
    const { reasons } = await build(folder);
    expect(reasons.map(({ topic, candidates }) => [topic, candidates.length])).toEqual([
      ['hafen/schiffe', 3],
      ['hafen/lotsen', 3],
    ]);
    const { out } = await lectern(folder, 'build', 'b.briefing.yaml', '--format', 'pptx', '--explain');
    expect(out).toMatch(/2 {2}Schiffe: the earlier deck has it, and it fits\n(?:.*\n)*? {2}→ /);
  });

  it('keeps what was handed out as long as it fits, and writes the same bytes', { timeout: 60_000 }, async () => {
    const folder = await workspace();
    const free = layoutsOf((await build(folder)).reasons);
    const other = ['wide', 'narrow', 'beside'].find((name) => name !== free[0]) ?? '';
    await writeFile(join(folder, 'b.briefing.yaml'), briefing(`    layout: ${other}\n`));
    const pinned = await build(folder);
    expect([layoutsOf(pinned.reasons)[0], pinned.reasons[0]?.because]).toEqual([other, 'pinned']);
    await writeFile(join(folder, 'b.briefing.yaml'), briefing());
    const kept = await build(folder);
    expect([layoutsOf(kept.reasons)[0], kept.reasons[0]?.because]).toEqual([other, 'kept']);
    const first = await readFile(join(folder, 'b.pptx'));
    await build(folder);
    expect(first.equals(await readFile(join(folder, 'b.pptx')))).toBe(true);
    const fresh = await build(folder, '--out', 'elsewhere');
    expect(layoutsOf(fresh.reasons)).toEqual(free);
  });

  it('says the chosen layouts in the presenter’s recipe alone', { timeout: 60_000 }, async () => {
    const folder = await workspace();
    await build(folder);
    await build(folder, '--for', 'audience');
    const recipe = async (name: string): Promise<string> => {
      const parts = Object.entries(unzipSync(await readFile(join(folder, name)))).filter(([part]) => part.startsWith('customXml/item1'));
      return parts.map(([, bytes]) => strFromU8(bytes)).join('');
    };
    expect((await recipe('b.pptx')).match(/ chosen="/g)).toHaveLength(2);
    expect(await recipe('b.audience.pptx')).not.toContain('chosen');
  });

  it('warns of a layout that it has not, with the nearest', { timeout: 60_000 }, async () => {
    const folder = await workspace();
    await writeFile(join(folder, 'b.briefing.yaml'), briefing('    layout: wid\n'));
    expect((await build(folder)).warnings).toMatchObject([
      { code: 'arrange/layout-unknown', place: { line: 5 }, hint: 'Did you mean wide?' },
    ]);
  });

  it('is refused by the check where it names a layout that there is not among others', async () => {
    const folder = await workspace();
    const deck = join(folder, 'templates', 'tiny', 'deck.hbs');
    await writeFile(deck, DECK.replace('| beside', '| besides'));
    const { out, err } = await lectern(folder, 'check', 'templates/tiny');
    expect(out + err).toContain('Did you mean “beside”?');
    await writeFile(deck, DECK.replace('| beside', '| title'));
    const other = await lectern(folder, 'check', 'templates/tiny');
    expect(other.out + other.err).toContain('deck/region-unknown');
  });
});
