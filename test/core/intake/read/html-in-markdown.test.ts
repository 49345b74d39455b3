import { expect, it } from 'vitest';
import { ingest } from '../../../../src/core/intake/index.ts';

const read = async (text: string, limits = {}) => ingest(new TextEncoder().encode(text), { name: 'a.md', limits });

it.each([
  ['a paragraph', '<p>\nThe lock let 42 barges through in May.\n</p>'],
  ['a div around Markdown', '<div>\n\nThe lock let 42 barges through in May.\n\n</div>'],
  ['a section with its words in it', '<section class="x"><p>The lock let <b>42</b> barges through in May.</p></section>'],
  ['a list item', '- One point.\n\n  <p>The lock let 42 barges through in May.</p>'],
  ['a quotation', '> <p>The lock let 42 barges through in May.</p>'],
  ['details', '<details><summary>More</summary>\nThe lock let 42 barges through in May.\n</details>'],
])('keeps the words of HTML in Markdown: %s', async (_, html) => {
  const { value } = await read(`# Low water\n\nThe council met on Monday and voted for the lock.\n\n${html}\n\nNobody paid for it.\n`);
  const texts = value?.blocks.map(({ text }) => text) ?? [];
  expect(texts.filter((text) => text.includes('The lock let 42 barges through in May.'))).toHaveLength(1);
  expect(texts.join(' ')).not.toMatch(/[<>]/);
});

it('takes no script or style for words, and refuses HTML beyond the bounds', async () => {
  const { value } = await read(
    '# Low water\n\nThe council met.\n\n<script>\nlet lock = 42;\n</script>\n\n<style>p { color: red }</style>\n',
  );
  expect(value?.blocks.map(({ text }) => text).join(' ')).not.toMatch(/lock = 42|color/);
  const codes = async (text: string) => (await read(text, { depth: 20, elements: 30 })).problems.map(({ code }) => code);
  expect(await codes(`Words.\n\n${'<div>'.repeat(25)}x${'</div>'.repeat(25)}\n`)).toEqual(['intake/too-deep']);
  expect(await codes(`Words.\n\n${'<p>x</p>\n\n'.repeat(40)}`)).toEqual(['intake/too-large']);
});

it('front matter has letters where it has what HTML writes for them, and a sign that is none as it stands', async () => {
  const head = 'title: Harbour&#46;net’s barges&#58; a case study\ndescription: Coal &amp; grain, AT&T and a < b';
  const { value } = await read(`---\n${head}\n---\n\nThe first barge came in May, and nobody saw it.\n`);
  expect(value?.meta.title?.value).toBe('Harbour.net’s barges: a case study');
  expect(value?.meta.standfirst?.value).toBe('Coal & grain, AT&T and a < b');
});
