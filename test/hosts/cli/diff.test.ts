import { copyFile, cp, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { writeZip } from '../../../src/core/base/ooxml/zip.ts';
import type { DeckDiff } from '../../../src/core/write/pptx/diff/types.ts';
import { readContent } from '../../../src/core/write/pptx/read/content.ts';
import type { SlideContent } from '../../../src/core/write/pptx/read/types.ts';
import { folderWith, lectern, type Ran } from '../../support/cli.ts';
import { strict } from '../../support/corporate/xml.ts';
import { opened, partText } from '../../support/package.ts';

const ARTICLE = `---
title: Ferry
---

## The ferry carries more than it was built for {#load}

In 2024 it carried 80,300 passengers.

- The quay is full on 140 days a year.
- The bridge is closed to lorries.

## What it costs {#cost}

:::table{title="Costs"}
| Measure | 2025 | 2026 |
|---|---:|---:|
| Quay | 10.5 | 12.0 |
| Bridge | 3.0 | 3.5 |
:::

:::chart{type=bar title="Passengers" unit="thousands"}
| Quarter | Counted |
|---|---:|
| First | 18 |
| Second | 21 |
:::

:::notes
Begin with the quay.
:::
`;

const BRIEFING = `title: The ferry
template: policy-brief
mark: EXAMPLE
items:
  - topic: ferry/load
  - topic: ferry/cost
    depth: full
`;

async function workspace(): Promise<string> {
  const folder = await folderWith({ 'ferry.md': ARTICLE, 'ferry.briefing.yaml': BRIEFING });
  expect((await lectern(folder, 'build', 'ferry.briefing.yaml', '--format', 'pptx')).status).toBe(0);
  return folder;
}

const json = ({ out }: Ran): DeckDiff => JSON.parse(out) as DeckDiff;

async function rewrite(folder: string, name: string, change: (text: string) => string): Promise<void> {
  const path = join(folder, name);
  await writeFile(path, change(await readFile(path, 'utf8')));
}

describe('lectern diff', () => {
  it('of a deck and what its briefing gives now says nothing where nothing changed, whichever way it is asked', async () => {
    const folder = await workspace();
    for (const args of [
      ['ferry.pptx'],
      ['ferry.pptx', 'ferry.briefing.yaml'],
      ['ferry.briefing.yaml', 'ferry.pptx'],
      ['ferry.pptx', 'ferry.pptx'],
    ]) {
      const { out, err, status } = await lectern(folder, 'diff', ...args, '--exit-code');
      expect([out, err, status], args.join(' ')).toEqual([`5 slides, now 5: no difference\n`, '', 0]);
    }
  });

  it('names a new figure of the article first, with the old one, in lines, cells, charts and notes', async () => {
    const folder = await workspace();
    await rewrite(folder, 'ferry.md', (text) =>
      text
        .replace('80,300', '81,000')
        .replace('12.0', '13.5')
        .replace('| 21 |', '| 23 |')
        .replace('Begin with the quay', 'Begin with the bridge'),
    );
    const found = json(await lectern(folder, 'diff', 'ferry.pptx', '--json'));
    const changes = found.changed.flatMap((slide) => slide.changes);
    expect(changes).toContainEqual(
      expect.objectContaining({
        kind: 'words',
        from: 'In 2024 it carried 80,300 passengers.',
        to: 'In 2024 it carried 81,000 passengers.',
        facts: [{ kind: 'number', from: '80,300', to: '81,000' }],
        spans: [
          { of: 'both', text: 'In 2024 it carried ' },
          { of: 'old', text: '80,300' },
          { of: 'new', text: '81,000' },
          { of: 'both', text: ' passengers.' },
        ],
      }),
    );
    expect(changes).toContainEqual(expect.objectContaining({ kind: 'cells', row: 'Quay', column: '2026', from: '12.0', to: '13.5' }));
    expect(changes).toContainEqual(expect.objectContaining({ kind: 'data', series: 'Counted', category: 'Second', from: '21', to: '23' }));
    expect(changes.filter(({ kind }) => kind === 'notes').length).toBeGreaterThan(0);
    const { out, status } = await lectern(folder, 'diff', 'ferry.pptx', '--exit-code');
    expect(status).toBe(4);
    expect(out).toContain('  words: 80,300 → 81,000; In 2024 it carried [-80,300-]{+81,000+} passengers.');
    expect(out).toContain('  cell Quay / 2026: [-12.0-]{+13.5+}');
  });

  it('says once what changed on every slide', async () => {
    const folder = await workspace();
    await rewrite(folder, 'ferry.briefing.yaml', (text) => text.replace('EXAMPLE', 'DRAFT'));
    const { out } = await lectern(folder, 'diff', 'ferry.pptx', 'ferry.briefing.yaml');
    expect(out).toContain('\n\nOn most slides\n  words: [-EXAMPLE-]{+DRAFT+}\n');
    // Over the notes the mark stands, too, on the few slides that have any.
    expect(out.match(/words:/g)).toHaveLength(1);
  });

  it('compares an edited deck with what was handed out, and an audience’s copy without notes', async () => {
    const folder = await workspace();
    await copyFile(join(folder, 'ferry.pptx'), join(folder, 'edited.pptx'));
    const parts = opened(await readFile(join(folder, 'edited.pptx')));
    const name = [...parts.keys()].find((part) => part.startsWith('ppt/slides/slide') && partText(parts, part).includes('lorries')) ?? '';
    parts.set(name, partText(parts, name).replace('closed to lorries', 'closed to heavy lorries'));
    await writeFile(join(folder, 'edited.pptx'), writeZip(parts));
    const { out } = await lectern(folder, 'diff', 'ferry.pptx', 'edited.pptx');
    expect(out).toMatch(/: 1 changed or moved\n\nSlide \d {2}.*\n {2}words: The bridge is closed to {\+heavy \+}lorries\.\n$/);
    expect((await lectern(folder, 'build', 'ferry.briefing.yaml', '--format', 'pptx', '--for', 'audience')).status).toBe(0);
    expect((await lectern(folder, 'diff', 'ferry.audience.pptx', 'ferry.briefing.yaml')).out).toContain('no difference');
  });

  it.each<[string, readonly string[], RegExp]>([
    ['text by the name of a deck', ['a.pptx', 'ferry.pptx'], /a\.pptx: error inspect\/unreadable: the file is not a PowerPoint deck/],
    [
      'an OpenDocument presentation',
      ['b.pptx', 'ferry.pptx'],
      /b\.pptx: error inspect\/unreadable: the file is of the OpenDocument format/,
    ],
    ['a password', ['c.pptx', 'ferry.pptx'], /c\.pptx: error inspect\/unreadable: the deck is protected by a password/],
    ['the old format', ['ferry.pptx', 'd.pptx'], /d\.pptx: error inspect\/unreadable: the file is of PowerPoint’s old format/],
    ['the strict form', ['ferry.pptx', 'h.pptx'], /h\.pptx: error inspect\/unreadable: the file is a “Strict Open XML Presentation”/],
    ['names of nobody', ['ferry.pptx', 'i.pptx'], /i\.pptx: error inspect\/unreadable: the file is damaged/],
    ['a slide that is gone', ['ferry.pptx', 'e.pptx'], /e\.pptx: error inspect\/unreadable: the file is damaged: .*slide2\.xml/],
    [
      'a slide that ends in the middle',
      ['ferry.pptx', 'f.pptx'],
      /f\.pptx: error inspect\/unreadable: the file is damaged: .*not well formed/,
    ],
    [
      'a name of another format',
      ['ferry.odp', 'ferry.pptx'],
      /ferry\.odp: error inspect\/unreadable: this is neither a deck nor a briefing/,
    ],
    ['a briefing alone', ['ferry.briefing.yaml'], /error inspect\/unreadable: one file alone is compared only if it is a deck/],
    ['a file that is not there', ['gone.pptx'], /gone\.pptx: error file\/missing/],
    ['a deck without a recipe alone', ['g.pptx'], /g\.pptx: error inspect\/no-recipe/],
    ['a briefing with a fault', ['ferry.pptx', 'bad.yaml'], /bad\.yaml.*error briefing\//],
  ])('says what is wrong with %s, and compares nothing', async (_, args, message) => {
    const folder = await workspace();
    const deck = opened(await readFile(join(folder, 'ferry.pptx')));
    const without = (change: (parts: typeof deck) => void): Uint8Array => {
      const parts = new Map(deck);
      change(parts);
      return writeZip(parts);
    };
    const compound = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
    const files: Readonly<Record<string, Uint8Array | string>> = {
      'a.pptx': 'not a deck',
      'b.pptx': writeZip(new Map([['mimetype', 'application/vnd.oasis.opendocument.presentation']])),
      'c.pptx': Uint8Array.from([...compound, ...Array.from('EncryptedPackage', (c) => [c.charCodeAt(0), 0]).flat()]),
      'd.pptx': Uint8Array.from(compound),
      'e.pptx': without((parts) => parts.delete('ppt/slides/slide2.xml')),
      'f.pptx': without((parts) => parts.set('ppt/slides/slide2.xml', partText(parts, 'ppt/slides/slide2.xml').slice(0, -90))),
      'h.pptx': strict(writeZip(deck)),
      'i.pptx': without((parts) =>
        parts.set(
          'ppt/presentation.xml',
          partText(parts, 'ppt/presentation.xml').replace('presentationml/2006/main', 'presentationml/2099'),
        ),
      ),
      'g.pptx': without((parts) => parts.delete('customXml/item1.xml')),
      'bad.yaml': 'items: 3\n',
    };
    for (const [name, content] of Object.entries(files)) await writeFile(join(folder, name), content);
    const { out, err, status } = await lectern(folder, 'diff', ...args);
    expect(err.replaceAll('\n', ' ')).toMatch(message);
    expect([out, status]).toEqual(['', 1]);
  });
});

describe('lectern build --changes-since', () => {
  const changed = (text: string): string =>
    text
      .replace('80,300', '81,000')
      .replace('12.0', '13.5')
      .replace('The bridge is closed to lorries.', 'The bridge is closed to all lorries.');

  async function since(
    pack: string,
    how: readonly string[] = [],
  ): Promise<{ readonly slides: SlideContent[]; readonly ran: Ran; readonly folder: string }> {
    const folder = await workspace();
    await rewrite(folder, 'ferry.md', changed);
    const ran = await lectern(
      folder,
      'build',
      'ferry.briefing.yaml',
      '--template',
      pack,
      '--format',
      'pptx',
      '--out',
      'new',
      '--changes-since',
      'ferry.pptx',
      ...how,
    );
    const name = how.includes('audience') ? 'ferry.audience.pptx' : 'ferry.pptx';
    return { slides: readContent(opened(await readFile(join(folder, 'new', name)))), ran, folder };
  }

  it.each(['policy-brief', 'situation-report', 'talking-points'])(
    'in %s says on a slide what changed, numbers first, and all of it in the notes',
    async (pack) => {
      const { slides, ran } = await since(pack);
      expect(ran.err).toBe('');
      const at = slides.findIndex(({ title }) => title === 'What changed');
      expect(at).toBeGreaterThan(1);
      const lines = slides[at]?.boxes.find(({ placeholder }) => placeholder?.type === 'obj')?.paragraphs.map(({ text }) => text) ?? [];
      expect(lines[0]).toBe('80,300 81,000: In 2024 it carried 81,000 passengers.');
      expect(lines).toContain('12.0 13.5: Quay, 2026');
      expect(slides[at]?.notes.map(({ text }) => text)).toContain(
        'The ferry carries more than it was built for: In 2024 it carried 80,300 passengers. In 2024 it carried 81,000 passengers.',
      );
    },
  );

  it('is no change itself, and the audience’s copy has it without notes', async () => {
    const { folder } = await since('policy-brief');
    expect((await lectern(folder, 'diff', 'new/ferry.pptx', 'ferry.briefing.yaml')).out).toContain('no difference');
    const { slides } = await since('policy-brief', ['--for', 'audience']);
    expect(slides.find(({ title }) => title === 'What changed')?.notes).toEqual([]);
  });

  it('has no such slide where nothing changed, and says so; nor where the earlier deck is none', async () => {
    const folder = await workspace();
    const args = ['build', 'ferry.briefing.yaml', '--format', 'pptx', '--out', 'new', '--changes-since'];
    const same = await lectern(folder, ...args, 'ferry.pptx');
    expect([same.status, same.err]).toEqual([0, expect.stringContaining('ferry.pptx: warning briefing/no-changes')]);
    const wrong = await lectern(folder, ...args, 'ferry.md');
    expect([wrong.status, wrong.err]).toEqual([1, expect.stringContaining('ferry.md: error inspect/unreadable')]);
  });

  it('warns where the template prints none of it', async () => {
    const folder = await workspace();
    await rewrite(folder, 'ferry.md', changed);
    await cp(join(process.cwd(), 'templates/policy-brief'), join(folder, 'templates/old'), { recursive: true });
    await rewrite(folder, 'templates/old/deck.hbs', (text) => text.replace('{{#if changes}}{{> changes}}{{/if}}', ''));
    await rm(join(folder, 'templates/old/partials/changes.hbs'));
    const args = ['build', 'ferry.briefing.yaml', '--template', 'templates/old', '--format', 'pptx', '--out', 'new'];
    const { err } = await lectern(folder, ...args, '--changes-since', 'ferry.pptx');
    expect(err).toContain('warning template/kind-unread: no template of the pack shows what changed since an earlier deck');
    expect((await lectern(folder, ...args, '--replace')).err).not.toContain('kind-unread');
  });
});
