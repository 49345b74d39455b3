/** What a hand may do to a slide whose article changes, too, and that was lost without a word: each stays, or is asked about. */
import { beforeAll, describe, expect, it } from 'vitest';
import type { Parts } from '../../../../../src/core/base/ooxml/zip.ts';
import { writePptx } from '../../../../../src/core/write/pptx/index.ts';
import { lint } from '../../../../../src/core/write/pptx/lint/index.ts';
import { handChanges } from '../../../../../src/core/write/pptx/merge/hand.ts';
import { mergeDecks } from '../../../../../src/core/write/pptx/merge/index.ts';
import { readContent } from '../../../../../src/core/write/pptx/read/content.ts';
import { articleScene } from '../../../../support/article-scene.ts';
import { slideList } from '../../../../support/hand-edits.ts';
import { opened, partText } from '../../../../support/package.ts';

const BODY = `Dues rise in June.

- The board agreed. [¶1]
- Barges pay less. [¶2]
- Yachts pay more. [¶3]`;

const TABLE = `Three measures are planned.

| Measure | Year | Million |
| --- | --- | ---: |
| Lock | 2026 | 12 |
| Quay | 2027 | 30 |`;

const FIGURES = `Some figures.

:::figures
| Value | Unit | Label |
| --- | --- | --- |
| 6 | barges | a day |
| 31 | yachts | a day |
:::`;

const CHART = `More boats.

:::chart{type=bar title="Boats"}
| Year | Boats |
| --- | ---: |
| 2023 | 120 |
| 2024 | 240 |
:::`;

async function deckOf(change: (text: string) => string = (text) => text, own = ''): Promise<Parts> {
  const topics = [BODY, TABLE, FIGURES, CHART].map((body, i) => `## Topic ${i} {#t${i}}\n\n${body}\n`).join('\n');
  const article = change(`---\nid: a\ntitle: The harbour\nauthors:\n  - N. N.\npublished: 2025-03-10\nlanguage: en-GB\n---\n\n${topics}`);
  const items = [0, 1, 2, 3].map((i) => `  - topic: a/t${i}\n    depth: full\n`).join('');
  const briefing = `title: The harbour\ntemplate: policy-brief\noptions:\n  numbers: true\ndate: 2025-04-01\nitems:\n${items}${own}`;
  return opened((await writePptx(await articleScene({ articles: [article], briefing }))).value);
}

let base: Parts;
/** Another line of each slide is another now. */
let ours: Parts;

beforeAll(async () => {
  base = await deckOf();
  ours = await deckOf((text) =>
    text
      .replace('Dues rise in June.', 'Dues rise in July.')
      .replace('Three measures', 'Two measures')
      .replace('Some figures.', 'Some new figures.')
      .replace('More boats.', 'Many more boats.'),
  );
});

const partOf = (parts: Parts, words: string): string =>
  slideList(parts).find(({ part }) => partText(parts, part).includes(words))?.part ?? '';

function byHand(words: string, change: (xml: string) => string): Parts {
  const parts = new Map(base);
  const part = partOf(base, words);
  const now = change(partText(base, part));
  if (now === partText(base, part)) throw new Error('nothing was changed');
  parts.set(part, now);
  return parts;
}

/** The slide's XML after the merge, and that our new line came in. */
function merged(theirs: Parts, fresh: string): string {
  const { parts, conflicts } = mergeDecks({ theirs, ours, layout: null, at: '2026-01-05T12:00:00.000' });
  expect(conflicts).toEqual([]);
  expect(lint(parts)).toEqual([]);
  return partText(parts, partOf(parts, fresh));
}

it('says of a figure that a hand changed what it shows, where ours carries the slide, to those who hear it, too', () => {
  const xml = merged(
    byHand('Some figures.', (was) => was.replace('<a:t>31</a:t>', '<a:t>36</a:t>')),
    'Some new figures.',
  );
  expect(xml).toContain('<a:t>36</a:t>');
  expect(/name="(?:body|figures)" descr="([^"]*)"/.exec(xml)?.[1]).toBe('6 barges a day; 36 yachts a day');
});

const swap = (xml: string, a: string, b: string): string => xml.replace(a, '\u0000').replace(b, a).replace('\u0000', b);

describe('a merge keeps', () => {
  it.each<[string, string, string, (xml: string) => string, (xml: string) => boolean]>([
    [
      'swapped bullets',
      'Barges pay less.',
      'Dues rise in July.',
      (xml) => swap(xml, 'Barges pay less.', 'Yachts pay more.'),
      (xml) => xml.indexOf('Yachts pay') < xml.indexOf('Barges pay'),
    ],
    [
      'swapped cells',
      'Quay',
      'Two measures',
      (xml) => swap(xml, '<a:t>12</a:t>', '<a:t>30</a:t>'),
      (xml) => xml.indexOf('>30<') < xml.indexOf('>12<'),
    ],
    [
      'swapped figures',
      'Some figures.',
      'Some new figures.',
      (xml) => swap(xml, '<a:t>6</a:t>', '<a:t>31</a:t>'),
      (xml) => xml.indexOf('>31<') < xml.indexOf('>6<'),
    ],
    [
      'a hidden slide',
      'Barges pay less.',
      'Dues rise in July.',
      (xml) => xml.replace('<p:sld ', '<p:sld show="0" '),
      (xml) => /<p:sld [^>]*show="0"/.test(xml),
    ],
    [
      'alternative text',
      'Quay',
      'Two measures',
      (xml) => xml.replace(/descr="[^"]*"/, 'descr="By hand"'),
      (xml) => xml.includes('descr="By hand"'),
    ],
    [
      'merged cells',
      'Quay',
      'Two measures',
      (xml) => xml.replace('<a:tc>', '<a:tc gridSpan="2">').replace(/(<\/a:tc>)<a:tc>/, '$1<a:tc hMerge="1">'),
      (xml) => xml.includes('gridSpan="2"'),
    ],
    [
      'a line break alone',
      'Barges pay less.',
      'Dues rise in July.',
      (xml) => xml.replace('<a:t>Barges pay', '<a:t>Barges</a:t></a:r><a:br/><a:r><a:t>pay'),
      (xml) => xml.includes('<a:t>Barges</a:t></a:r><a:br/><a:r><a:t>pay less.'),
    ],
    [
      'a label that was taken out',
      'Barges pay less.',
      'Dues rise in July.',
      (xml) => xml.replace(/<a:r><a:rPr[^>]*baseline[^>]*>(?:(?!<\/a:r>)[^])*\[\d\]<\/a:t><\/a:r>/, ''),
      (xml) => (xml.match(/baseline="30000"/g) ?? []).length === 2,
    ],
  ])('%s', (_, words, fresh, change, stands) => {
    expect(stands(merged(byHand(words, change), fresh))).toBe(true);
  });

  it('and says which slides have not the deck’s mark', () => {
    const merge = (mark: string | null) => mergeDecks({ theirs: base, ours, layout: null, mark, at: '2026-01-05T12:00:00.000' }).unmarked;
    expect(merge(null)).toEqual([]);
    expect(merge('SECRET').map(({ number }) => number)).toEqual([1, 2, 3, 4, 5, 6, 7].slice(0, merge('SECRET').length));
    // The footer stands on all but the cover.
    expect(merge('The harbour').length).toBeLessThan(merge('SECRET').length);
  });

  it('how a chart was drawn by hand', () => {
    const theirs = new Map(base);
    const chart = [...base.keys()].find((name) => /^ppt\/charts\/chart\d+\.xml$/.test(name)) ?? '';
    theirs.set(chart, partText(base, chart).replace('<c:barDir val="col"/>', '<c:barDir val="bar"/>'));
    const { parts } = mergeDecks({ theirs, ours, layout: null, at: '2026-01-05T12:00:00.000' });
    const now = readContent(parts).flatMap(({ boxes }) => boxes.flatMap(({ chart: found }) => (found ? [found.form] : [])));
    expect(now[0]).toContain('barChart bar');
  });

  it('what stands on a slide that another program wrote anew, where our words change', () => {
    // Without ids looks cannot be compared; a drawn ellipse and a hidden slide stay all the same.
    const theirs = new Map(base);
    for (const { part } of slideList(base))
      theirs.set(part, partText(base, part).replace(/<p:extLst>(?:(?!<\/p:extLst>)[^])*creationId[^]*?<\/p:extLst>/, ''));
    const part = partOf(base, 'Barges pay less.');
    const ellipse =
      '<p:sp><p:nvSpPr><p:cNvPr id="99" name="Ellipse"/><p:cNvSpPr/><p:nvPr/></p:nvSpPr><p:spPr><a:prstGeom prst="ellipse"><a:avLst/></a:prstGeom></p:spPr></p:sp>';
    theirs.set(part, partText(theirs, part).replace('</p:spTree>', `${ellipse}</p:spTree>`).replace('<p:sld ', '<p:sld show="0" '));
    const now = merged(theirs, 'Dues rise in July.');
    expect([now.includes('name="Ellipse"'), /<p:sld [^>]*show="0"/.test(now)]).toEqual([true, true]);
  });

  it('a slide that was added by hand and taken over into the briefing once, as the hand made it', async () => {
    const theirs = new Map(base);
    const part = partOf(base, 'Barges pay less.');
    // A slide with words of its own in the place of a copy.
    const copy = partText(base, part)
      .replace(/(creationId [^>]*val=")\d+/, '$177000')
      .replace('Topic 0', 'Who pays')
      .replace('The board agreed.', 'The town pays.')
      .replace('Barges pay less.', 'The state pays.')
      .replace('Yachts pay more.', 'Nobody pays.')
      .replace('Dues rise in June.', 'An open question.');
    theirs.set('ppt/slides/slide90.xml', copy);
    theirs.set(
      'ppt/slides/_rels/slide90.xml.rels',
      partText(base, part.replace('slides/', 'slides/_rels/') + '.rels').replace(/<Relationship [^>]*notesSlide"[^>]*>/, ''),
    );
    theirs.set(
      'ppt/_rels/presentation.xml.rels',
      partText(base, 'ppt/_rels/presentation.xml.rels').replace(
        '</Relationships>',
        '<Relationship Id="rId90" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/slide" Target="slides/slide90.xml"/></Relationships>',
      ),
    );
    theirs.set(
      'ppt/presentation.xml',
      partText(base, 'ppt/presentation.xml')
        .replace('</p:sldIdLst>', '<p:sldId id="900" r:id="rId90"/></p:sldIdLst>')
        .replace('</p14:sldIdLst></p14:section></p14:sectionLst>', '<p14:sldId id="900"/></p14:sldIdLst></p14:section></p14:sectionLst>'),
    );
    theirs.set(
      '[Content_Types].xml',
      partText(base, '[Content_Types].xml').replace(
        '</Types>',
        '<Override PartName="/ppt/slides/slide90.xml" ContentType="application/vnd.openxmlformats-officedocument.presentationml.slide+xml"/></Types>',
      ),
    );
    const own =
      '  - own: Who pays\n    body: |\n      An open question.\n\n      - The town pays.\n      - The state pays.\n      - Nobody pays.\n';
    const adopted = await deckOf(undefined, own);
    const { parts } = mergeDecks({ theirs, ours: adopted, layout: null, at: '2026-01-05T12:00:00.000' });
    expect(readContent(parts).filter(({ title }) => title === 'Who pays')).toHaveLength(1);
    expect(handChanges(theirs, adopted).filter(({ kind }) => kind === 'slide-added')).toEqual([]);
  });
});
