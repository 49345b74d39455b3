import { describe, expect, it } from 'vitest';
import { makeOdt, ODF_NS, PNG } from '../../../support/intake/package.ts';
import { refused, takenIn } from '../../../support/intake/taken.ts';

const PORT = 'The quay of Lindmouth is full on about 140 days a year, the board of the port says.';
const p = (text: string, style = '') => `<text:p${style && ` text:style-name="${style}"`}>${text}</text:p>`;
const h = (text: string) => `<text:h text:outline-level="2">${text}</text:h>`;
const style = (name: string, inner: string, family = 'text') =>
  `<style:style style:name="${name}" style:family="${family}">${inner}</style:style>`;
const STYLES =
  style('up', '<style:text-properties style:text-position="super 58%"/>') +
  style('gone', '<style:text-properties text:display="none"/>') +
  style('P1', '', 'paragraph').replace('style:family', 'style:parent-style-name="Title" style:family') +
  '<text:list-style style:name="L1"><text:list-level-style-number text:level="1" style:num-format="1"/><text:list-level-style-bullet text:level="2"/></text:list-style>';
const taken = (text: string, extra = {}) => takenIn(makeOdt(text, { styles: STYLES, extra }), 'a.odt');

describe('an OpenDocument text', () => {
  it('has its title by a style that inherits, headings, lists with their levels, and raised figures', async () => {
    const list = `<text:list text:style-name="L1"><text:list-item>${p('First the quay wall.')}<text:list><text:list-item>${p('It is closed in May.')}</text:list-item></text:list></text:list-item><text:list-item>${p('Then the sidings.')}</text:list-item></text:list>`;
    const { text, source } = await taken(
      p('A port outgrown', 'P1') +
        h('What is to be built') +
        p(`${PORT} It holds 10<text:span text:style-name="up">6</text:span><text:s text:c="2"/>litres.`) +
        list,
    );
    expect(text).toContain('title: A port outgrown');
    expect(text).toContain('1. First the quay wall. [¶2]\n   - It is closed in May. [¶3]\n2. Then the sidings. [¶4]');
    expect(source[0]).toContain('10⁶ litres');
    expect(text).toContain('## What is to be built');
  });

  it('leaves out what was deleted, hidden or noted at the side, and says so', async () => {
    const changes = `<text:tracked-changes><text:changed-region><text:deletion>${p('A word that was taken out')}</text:deletion></text:changed-region></text:tracked-changes>`;
    const note = `<text:note><text:note-citation>1</text:note-citation><text:note-body>${p('See the report of the board.')}</text:note-body></text:note>`;
    const body = `${changes}${h('Limits')}${p(`${PORT}${note}<text:span text:style-name="gone">whisper</text:span><office:annotation>${p('Really?')}</office:annotation>`)}`;
    const { source, draft, codes } = await taken(body);
    expect(source).toEqual([PORT]);
    expect(draft.blocks.filter(({ role }) => role === 'note').map(({ text }) => text)).toEqual(['See the report of the board.']);
    expect(codes).toEqual(
      expect.arrayContaining(['intake/tracked-changes', 'intake/hidden-left-out', 'intake/comments-left-out', 'intake/notes-left-out']),
    );
  });

  it('has tables whose merged cells keep their columns, whether the program writes the covered cells or not', async () => {
    const cell = (text: string, attributes = '') => `<table:table-cell${attributes}>${p(text)}</table:table-cell>`;
    const row = (...cells: string[]) => `<table:table-row>${cells.join('')}</table:table-row>`;
    const wide = ' table:number-columns-spanned="2"';
    const table = `<table:table>${row(cell('Quarter'), cell('Forecast'), cell('Counted'))}${row(cell('both', wide), '<table:covered-table-cell/>', cell('7'))}${row(cell('both too', wide), cell('8'))}</table:table>`;
    const { text, received } = await taken(h('Numbers') + p(PORT) + table);
    expect(text).toContain('| both | | 7 |\n| both too | | 8 ');
    expect(received('intake/merged-cells')).toBe('2');
  });

  it('keeps pictures with description, caption and credit, and charts by their data', async () => {
    const image = `<draw:frame><draw:image xlink:href="Pictures/a.png"/><svg:desc>A map of the port</svg:desc></draw:frame>`;
    const chart = `<draw:frame><draw:object xlink:href="./Object 1"/><draw:image xlink:href="./ObjectReplacements/Object 1"/></draw:frame>`;
    const cell = (text: string, value = '') => `<table:table-cell${value && ` office:value="${value}"`}>${p(text)}</table:table-cell>`;
    const row = (...cells: string[]) => `<table:table-row>${cells.join('')}</table:table-row>`;
    const object = `<office:document-content ${ODF_NS} xmlns:chart="urn:oasis:names:tc:opendocument:xmlns:chart:1.0"><office:body><office:chart><chart:chart chart:class="chart:line"><chart:title>${p('Days')}</chart:title><table:table>${row(cell(''), cell('Days'))}${row(cell('2023'), cell('33', '33'))}${row(cell('2024'), cell('38', '38'))}</table:table></chart:chart></office:chart></office:body></office:document-content>`;
    const captioned = p(`${image}The port between bridge and canal. Photo: Otto Berg`, 'Illustration');
    const { text } = await taken(h('Limits') + p(PORT) + captioned + p(chart), { 'Pictures/a.png': PNG, 'Object 1/content.xml': object });
    expect(text).toMatch(
      /!\[A map of the port\]\([\w-]+\.picture-[0-9a-f]{8}\.png "The port between bridge and canal\. \| Photo: Otto Berg"\)/,
    );
    expect(text).toContain(':::chart{type="line" title="Days"}\n| | Days |\n| - | -: |\n| 2023 | 33 |\n| 2024 | 38 |');
  });

  it.each([
    ['with a password', { 'META-INF/manifest.xml': '<m:manifest><m:encryption-data/></m:manifest>' }, 'intake/encrypted'],
    ['with entities of its own', { 'content.xml': '<!DOCTYPE a [<!ENTITY b "bbbb">]><a>&b;</a>' }, 'intake/entities'],
    ['that is ill-formed', { 'content.xml': `<office:document-content ${ODF_NS}><office:body>` }, 'intake/broken'],
    ['of a million elements', { 'content.xml': `<a>${'<b/>'.repeat(1_000_000)}</a>` }, 'intake/too-large'],
    ['of sections inside each other', { 'content.xml': `${'<a>'.repeat(5000)}${'</a>'.repeat(5000)}` }, 'intake/too-deep'],
    ['that unpacks to 70 MB', { 'content.xml': ' '.repeat(70 * 1024 * 1024) }, 'intake/bomb'],
    ['without its text', { 'content.xml': '<a/>' }, 'intake/broken'],
  ])('%s is refused', async (_, extra, code) => {
    expect(await refused(makeOdt(p(PORT), { extra }), 'a.odt')).toEqual([code]);
  });
});
