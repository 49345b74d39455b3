import { describe, expect, it } from 'vitest';
import { briefFrom, manyTopics, wordsOf } from '../../../support/brief.ts';
import { languageDeck } from '../../../support/language-decks.ts';
import { FONTS } from '../../../support/layout.ts';
import { opened, partText } from '../../../support/package.ts';
import { docxDigestState, writeDocx } from '../../../../src/core/write/docx/index.ts';
import { stretchesOf } from '../../../../src/core/write/docx/runs.ts';
import { writeBriefHtml } from '../../../../src/core/write/html/index.ts';
import { writeZip } from '../../../../src/core/base/ooxml/zip.ts';

const DECK = {
  articles: [
    `---\ntitle: The port\nurl: https://example.org/port\nauthors: [Ana Ruiz]\n---\n\n## The quay is full {#quay}\n\nShips wait for two days. [¶2, ¶3]\n\n:::figures\n| Value | Unit | Label |\n|---|---|---|\n| 140 | days | a year [¶4] |\n:::\n\n:::timeline\n| Date | Event |\n|---|---|\n| 2020 | The quay was built. |\n:::\n`,
  ],
  briefing:
    'title: The port\nmark: INTERNAL\ndate: 2026-03-05\nlanguage: en-GB\ntemplate: policy-brief\nitems:\n  - topic: a/quay\n    depth: full\n  - own: Questions\n    id: ask\n    body: |\n      1. Who pays?\n      2. When?\n',
};

const bytesOf = async (deck: Parameters<typeof briefFrom>[0]) => (await writeDocx((await briefFrom(deck)).brief)).value;
const documentOf = (bytes: Uint8Array) => partText(opened(bytes), 'word/document.xml');

/** Paragraphs as style and words. */
function paragraphs(xml: string): [style: string, text: string][] {
  return Array.from(xml.matchAll(/<w:p>.*?<\/w:p>/g), ([p]) => [/<w:pStyle w:val="(\w+)"/.exec(p)?.[1] ?? '', wordsOf(p)]);
}

describe('a brief for Word', () => {
  it('says of every line spacing by which rule, for without it a title of two lines stands on itself in LibreOffice', async () => {
    const spacings = partText(opened(await bytesOf(DECK)), 'word/styles.xml').match(/<w:spacing [^>]*w:line="[^>]*>/g) ?? [];
    expect(spacings.length).toBeGreaterThan(8);
    expect(spacings.filter((spacing) => !spacing.includes('w:lineRule="auto"'))).toEqual([]);
  });

  it('has Word’s own headings, lists, tables, links and bookmarks', async () => {
    const xml = documentOf(await bytesOf(DECK));
    expect(paragraphs(xml)).toEqual([
      ['Heading1', 'The port'],
      ['BriefFacts', 'Ana Ruiz · 5 March 2026'],
      ['Heading2', 'The quay is full'],
      ['BodyText', expect.stringMatching(/^Ships wait for two days\.\s\[1,\s2\]$/) as string],
      ['Heading2', 'Questions (briefer’s own words)'],
      ['BodyText', 'Who pays?'],
      ['BodyText', 'When?'],
      ['BriefSection', 'Figures'],
      ['BriefFigure', '140 days'],
      ['BriefFigureLabel', 'a year[3]'],
      ['BriefSection', 'Timeline'],
      ['BriefDate', '2020'],
      ['BriefEvent', 'The quay was built.'],
      ['BriefSection', 'Sources'],
      ['BriefSource', expect.stringContaining('Ana Ruiz, The port, https://example.org/port – [1] ¶ 2') as string],
    ]);
    expect(xml.match(/<w:numPr>/g)).toHaveLength(2);
    expect(xml.match(/<w:tbl>/g)).toHaveLength(2);
    const anchors = Array.from(xml.matchAll(/w:anchor="(\w+)"/g), ([, name]) => name);
    const bookmarks = Array.from(xml.matchAll(/<w:bookmarkStart w:name="(\w+)"/g), ([, name]) => name);
    expect(anchors).toEqual(['source_1', 'source_2', 'source_3']);
    expect(bookmarks).toEqual(anchors);
    const parts = opened(await bytesOf(DECK));
    expect(partText(parts, 'word/_rels/document.xml.rels')).toContain('Id="rIdLink1"');
    expect(xml).toContain('r:id="rIdLink1"');
    const styles = partText(parts, 'word/styles.xml');
    for (const [style] of paragraphs(xml)) expect(styles).toContain(`w:styleId="${style}"`);
    expect(/<w:style [^>]*w:styleId="BriefSection".*?<\/w:style>/s.exec(styles)?.[0]).toContain('<w:outlineLvl w:val="1"/>');
  });

  it('says the mark above and below, in its properties, and whose colours and language it has', async () => {
    const parts = opened(await bytesOf(DECK));
    expect(wordsOf(partText(parts, 'word/header1.xml'))).toBe('INTERNAL');
    expect(wordsOf(partText(parts, 'word/footer1.xml'))).toMatch(/^INTERNAL · Version [0-9a-f]{8}$/);
    expect(partText(parts, 'docProps/custom.xml')).toContain('name="Handling mark"><vt:lpwstr>INTERNAL<');
    const core = partText(parts, 'docProps/core.xml');
    expect(core).toContain('<dc:title>The port</dc:title>');
    expect(core).toContain('<cp:keywords>INTERNAL</cp:keywords>');
    expect(core.match(/2026-03-05T00:00:00Z/g)).toHaveLength(2);
    expect(partText(parts, 'word/theme/theme1.xml')).toContain('8C2F39');
    expect(partText(parts, 'word/styles.xml')).toContain('w:val="en-GB"');
  });

  it('gives the same bytes whatever was written before, and knows them again', async () => {
    const first = await bytesOf(DECK);
    await bytesOf({ articles: [manyTopics(3, 1)] });
    const again = await bytesOf(DECK);
    expect(Buffer.compare(Buffer.from(first), Buffer.from(again))).toBe(0);
    expect(docxDigestState(first)).toBe('intact');
    const parts = opened(first);
    parts.set('word/document.xml', partText(parts, 'word/document.xml').replace('Who pays?', 'We pay.'));
    expect(docxDigestState(writeZip(parts))).toBe('changed');
    expect(docxDigestState(new TextEncoder().encode('no document'))).toBe('none');
  });

  it('runs as its language does, words of the other direction their own way', async () => {
    const xml = documentOf(await bytesOf(languageDeck('he')));
    const all = paragraphs(xml).length;
    expect(xml.match(/<w:bidi\/>/g)).toHaveLength(all);
    expect(xml).toContain('<w:bidiVisual/>');
    expect(xml).toContain('<w:rtl/>');
    expect(stretchesOf('דיון עם NATO ו־OECD (2)', 'rtl')).toEqual([
      { text: 'דיון עם ', rtl: true },
      { text: 'NATO ', rtl: false },
      { text: 'ו־', rtl: true },
      { text: 'OECD (2)', rtl: false },
    ]);
    expect(stretchesOf('Two words', 'ltr')).toEqual([{ text: 'Two words', rtl: false }]);
    expect(stretchesOf('2025', 'rtl')).toEqual([{ text: '2025', rtl: true }]);
  });
});

describe('a brief as HTML', () => {
  it('says what the document says, in the same order', async () => {
    for (const deck of [DECK, languageDeck('ar'), languageDeck('zh-Hans'), languageDeck('de')]) {
      const { brief } = await briefFrom(deck);
      const html = new TextDecoder().decode((await writeBriefHtml(brief, FONTS)).value);
      const parts = opened((await writeDocx(brief)).value);
      const said = ['word/header1.xml', 'word/document.xml', 'word/footer1.xml'].map((name) => wordsOf(partText(parts, name)));
      expect(wordsOf(html.slice(html.indexOf('<html'), html.indexOf('</html>')))).toBe(said.filter(Boolean).join(' '));
    }
  });

  it('needs nothing else, runs nothing, and leads to its sources', async () => {
    const { brief } = await briefFrom(DECK);
    const html = new TextDecoder().decode((await writeBriefHtml(brief, FONTS)).value);
    const page = html.replace(/@font-face\{.*?\}/g, '');
    expect(page).toContain('default-src &#39;none&#39;;style-src &#39;sha256-');
    expect(page).not.toMatch(/<script|src="?http|@import/);
    const ids = new Set(Array.from(html.matchAll(/ id=(source-\d+)/g), ([, id]) => id));
    const targets = Array.from(html.matchAll(/ href="?#(source-\d+)/g), ([, id]) => id);
    expect(targets).toEqual(['source-1', 'source-2', 'source-3']);
    expect(targets.every((id) => ids.has(id))).toBe(true);
    expect(page).toContain('<html lang=en-GB dir=ltr>');
    expect(page).toContain('<meta name=mark content=INTERNAL>');
  });
});
