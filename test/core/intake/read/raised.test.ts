import { describe, expect, it } from 'vitest';
import { ingest } from '../../../../src/core/intake/index.ts';
import { makeDocx } from '../../../support/intake/docx.ts';
import { draftToArticle } from '../../../../src/core/intake/index.ts';
import { writeArticle } from '../../../../src/core/article/index.ts';

const encode = (text: string) => new TextEncoder().encode(text);
const MORE = 'The agency counted the wells of the district again in spring, and will publish what it found in autumn. Nobody had objected.';

async function taken(bytes: Uint8Array, name: string) {
  const { value, problems } = await ingest(bytes, { name });
  if (!value) throw new Error(problems.map(({ message }) => message).join('\n'));
  return { text: value.blocks.map(({ text }) => text).join('\n'), codes: problems.map(({ code }) => code) };
}

const html = (body: string) => taken(encode(`<p>${body}</p><p>${MORE}</p>`), 'a.html');
const markdown = (body: string) => taken(encode(`# The aquifer\n\n${body}\n\n${MORE}\n`), 'a.md');
const word = (run: string) => {
  const docx = (xml: string) => ({ 'word/document.xml': xml });
  const w = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
  return taken(
    makeDocx(
      { paragraphs: [] },
      docx(`<w:document ${w}><w:body><w:p>${run}</w:p><w:p><w:r><w:t>${MORE}</w:t></w:r></w:p></w:body></w:document>`),
    ),
    'a.docx',
  );
};
const raised = (text: string, how = 'superscript') => `<w:r><w:rPr><w:vertAlign w:val="${how}"/></w:rPr><w:t>${text}</w:t></w:r>`;
const plain = (text: string) => `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`;

describe('raised and lowered figures stay what they are', () => {
  it.each([
    ['It holds 10<sup>6</sup> litres.', 'It holds 10⁶ litres.'],
    ['Over 300 km<sup>2</sup> of it.', 'Over 300 km² of it.'],
    ['H<sub>2</sub>O and CO<SUB>2</SUB>.', 'H₂O and CO₂.'],
    ['By 10<sup>-3</sup> a year.', 'By 10⁻³ a year.'],
    ['In 2024.<sup>3</sup> Most are private.', 'In 2024.³ Most are private.'],
    ['On the 5<sup>th</sup> of May.', 'On the 5th of May.'],
  ])('on a page and in Markdown: %s', async (body, expected) => {
    expect((await html(body)).text).toContain(expected);
    expect((await markdown(body.replace('SUB', 'sub').replace('/SUB', '/sub'))).text).toContain(expected);
  });

  it('in Word', async () => {
    expect(
      (await word(plain('It holds 10') + raised('6') + plain(' litres of H') + raised('2', 'subscript') + plain('O.'))).text,
    ).toContain('It holds 10⁶ litres of H₂O.');
  });

  it('in a table', async () => {
    const table = '<table><tr><th>Lake</th><th>Litres</th></tr><tr><td>Lind</td><td>10<sup>6</sup></td></tr></table>';
    const { text } = await taken(encode(`<p>${MORE}</p>${table}<p>${MORE} And so on.</p>`), 'a.html');
    expect(text).toContain('10⁶');
  });

  it('without the marks of notes, which lead to one on the page', async () => {
    const { text } = await html(
      'In 2024<sup><a href="#fn1">1</a></sup> it held 10<sup><a href="https://example.org/power">6</a></sup> litres.',
    );
    expect(text).toContain('In 2024 it held 10⁶ litres.');
  });

  it('and a note’s number ends its sentence', async () => {
    const { value } = await ingest(
      encode(`# The aquifer\n\nThe agency counted 1,200 wells in 2024.<sup>3</sup> Most of them are private.\n\n${MORE}\n`),
      {
        name: 'a.md',
      },
    );
    if (!value) throw new Error('not taken in');
    const text = writeArticle(draftToArticle(value).article);
    expect(text).toContain('2024.³');
    expect(text).not.toMatch(/20243|2024\.3|- ³/);
  });
});

describe('what a file has that an article does not take is named', () => {
  it('footnotes', async () => {
    const { text, codes } = await markdown('It holds much.[^1] Really.^[See [the report].]\n\n[^1]: Annual report.');
    expect(codes).toContain('intake/notes-left-out');
    expect(text).toContain('It holds much. Really.');
  });

  it('merged cells', async () => {
    const table = '<table><tr><td rowspan="2">A</td><td>1</td></tr><tr><td>2</td><td>3</td></tr></table>';
    expect((await taken(encode(`<p>${MORE}</p>${table}`), 'a.html')).codes).toContain('intake/merged-cells');
    expect((await html('Plain.')).codes).not.toContain('intake/merged-cells');
  });

  it('hidden text', async () => {
    const hidden = '<w:r><w:rPr><w:b/><w:vanish/></w:rPr><w:t>Unseen.</w:t></w:r>';
    const { text, codes } = await word(plain('Seen. ') + hidden + plain('Also seen.'));
    expect(text).toContain('Seen. Also seen.');
    expect(text).not.toContain('Unseen');
    expect(codes).toContain('intake/hidden-left-out');
    const shown = '<w:r><w:rPr><w:vanish w:val="0"/></w:rPr><w:t>Shown.</w:t></w:r>';
    expect((await word(plain('Seen. ') + shown)).text).toContain('Shown.');
  });
});
