import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import type { Box, TextBox } from '../../../../src/core/layout/types.ts';
import { slideWriter } from '../../../../src/core/write/html/index.ts';
import { paragraph, scene, slide, source, textBox, titleBox } from '../../../support/html-scene.ts';

function article(boxes: readonly Box[], options: { sources?: number; title?: string } = {}): Element {
  const s = slide(1, options.title ?? 'A title', boxes);
  const whole = scene([s], { sources: Array.from({ length: options.sources ?? 0 }, (_, i) => source(i + 1)) });
  const { document } = parseHTML(`<html><body>${slideWriter(whole)(s).html}</body></html>`);
  const element = document.querySelector('article');
  if (!element) throw new Error('no article');
  return element;
}

const item = (text: string, level = 0, bullet: 'level' | number = 'level') => paragraph(text, { level, bullet });
const body = (paragraphs: Parameters<typeof textBox>[2], most = 60): TextBox =>
  textBox('body', 'body', paragraphs, { x: 54, y: 150, most });

/** `ul(A ul(B) C)`: a list's shape in a few characters. */
function outline(node: Element): string {
  return [...node.children]
    .map((child) => {
      const name = child.localName;
      if (name === 'span') return child.textContent;
      const inner = outline(child);
      return name === 'li' || name === 'p' ? inner : `${name}(${inner})`;
    })
    .join(' ');
}

describe('lists', () => {
  it.each([
    ['ul(A B)', [item('A'), item('B')]],
    ['ul(A ul(B C) D)', [item('A'), item('B', 1), item('C', 1), item('D')]],
    ['ul(A ul(B ul(C)) D)', [item('A'), item('B', 1), item('C', 2), item('D')]],
    ['ol(A B) ul(C)', [item('A', 0, 1), item('B', 0, 2), item('C')]],
    ['ol(A ul(B) C)', [item('A', 0, 1), item('B', 1), item('C', 0, 2)]],
    ['P ul(A) Q', [paragraph('P'), item('A'), paragraph('Q')]],
    ['ul(A) ul(B)', [item('A', 1), item('B', 0)]],
  ])('are nested as their levels say: %s', (shape, paragraphs) => {
    const page = article([body(paragraphs)]).querySelector('.page');
    const lists = [...(page?.children ?? [])].filter((child) => ['ul', 'ol', 'p'].includes(child.localName));
    const shapes = lists.map((list) => (list.localName === 'p' ? outline(list) : `${list.localName}(${outline(list)})`));
    expect(shapes.join(' ')).toBe(shape);
  });

  it('keep the numbers their items have', () => {
    const numbers = [...article([body([item('A', 0, 4), item('B', 0, 5)])]).querySelectorAll('li')].map((li) => li.getAttribute('value'));
    expect(numbers).toEqual(['4', '5']);
  });
});

describe('lines', () => {
  const words = 'one two three four';

  it('are spans with the white space between them that the break swallowed', () => {
    const p = article([body([paragraph(words)], 9)]).querySelectorAll('p')[0];
    expect([...(p?.querySelectorAll('.l') ?? [])].map((line) => line.textContent)).toEqual(['one two', 'three', 'four']);
    expect(p?.textContent).toBe(words);
  });

  it('break as the author broke them, in reading too', () => {
    expect(article([body([paragraph('one\ntwo')])]).querySelector('p')?.innerHTML).toMatch(/one<\/span><br[ /]*><span[^>]*>two/);
  });

  it('inside a long word are joined without a space', () => {
    const p = article([body([paragraph('abcdefghij')], 4)]).querySelector('p');
    expect(p?.textContent).toBe('abcdefghij');
    expect(p?.querySelectorAll('.l').length).toBe(3);
  });

  it('stand where the scene says', () => {
    const box = body([paragraph('Words')]);
    const s = slide(1, 'T', [box]);
    const { css } = slideWriter(scene([s]))(s);
    const [line] = box.lines;
    const size = box.levels[0]?.size ?? 0;
    expect(css).toContain(`left:${line?.x}pt`);
    expect(css).toContain(`top:${Math.round(((line?.baseline ?? 0) - size) * 100) / 100}pt`);
  });
});

describe('runs', () => {
  it('are bold, italic and linked as written', () => {
    const runs = [
      { text: 'a' },
      { text: 'b', bold: true },
      { text: 'c', italic: true },
      { text: 'd', href: 'https://example.org/x?a=1' },
    ] as const;
    const line = article([body([paragraph(runs)])]).querySelector('p .l');
    expect(line?.innerHTML).toBe('a<strong>b</strong><em>c</em><a href="https://example.org/x?a=1" target="_blank" rel="noreferrer">d</a>');
  });

  it('lead to the slide that they name', () => {
    const there = { text: 'there', href: `#${'2'.padStart(16, '0')}` };
    const html = (href?: string): string => {
      const s = slide(1, 'T', [{ ...body([paragraph([there])]), ...(href !== undefined && { href }) }]);
      return slideWriter(scene([s, slide(2, 'U', [])]))(s).html;
    };
    expect(html()).toContain('<a href=#2>there</a>');
    // an entry of an agenda: its box leads there
    expect(html(there.href)).toContain('<a href=#2 class=entry>there</a>');
  });

  it.each(['javascript:alert(1)', 'data:text/html,x', '#nowhere', 'vbscript:x', ' https://x', 'file:///etc/passwd'])(
    'to %j are words without a link',
    (href) => {
      const page = article([body([paragraph([{ text: 'words', href }])])]);
      expect(page.querySelector('p a')).toBeNull();
      expect(page.querySelector('p')?.textContent).toBe('words');
    },
  );

  it('with references link each number to its source', () => {
    const page = article([body([paragraph([{ text: 'Said ' }, { refs: [1, 2, 9] }])])], { sources: 2 });
    const sup = page.querySelector('sup');
    expect(sup?.textContent.replaceAll('\u00a0', ' ')).toBe('[1, 2, 9]');
    expect([...(sup?.querySelectorAll('a') ?? [])].map((a) => a.getAttribute('href'))).toEqual(['#source-1', '#source-2']);
  });
});

describe('titles', () => {
  it('are second headings, below the deck’s', () => {
    expect(article([]).querySelector('h2')?.textContent).toBe('A title');
  });

  it('that were cut are whole for whoever reads', () => {
    const s = { ...slide(1, 'A very long title', []), boxes: [titleBox('A very…')] };
    const { html } = slideWriter(scene([s]))(s);
    const { document } = parseHTML(html);
    expect(document.querySelector('h2 .whole')?.textContent).toBe('A very long title');
    expect(document.querySelector('h2 .cut')?.getAttribute('aria-hidden')).toBe('true');
  });

  it('are there even where the layout shows none', () => {
    const s = { ...slide(1, 'Unseen', []), boxes: [] };
    expect(slideWriter(scene([s]))(s).html).toContain('class=unseen>Unseen</h2>');
  });
});

it('a quotation has its words and its speaker, and no list for its hanging mark', () => {
  const box = textBox('quote', 'quote', [paragraph('Words said.', { bullet: 'level' }), paragraph('A Speaker', { level: 1 })], {
    x: 54,
    y: 150,
  });
  const quote = article([box]).querySelector('blockquote');
  expect(quote?.querySelector('ul')).toBeNull();
  expect(quote?.querySelector('p')?.textContent).toBe('Words said.');
  expect(quote?.querySelector('footer')?.textContent).toBe('A Speaker');
});

it('footers are marked as repeated, the mark is not', () => {
  const page = article([
    textBox('footer', 'footer', [paragraph('Deck title')], { x: 54, y: 500 }),
    textBox('mark', 'mark', [paragraph('DRAFT')], { x: 54, y: 20 }),
  ]);
  expect([...page.querySelectorAll('.repeated')].map((p) => p.textContent)).toEqual(['Deck title']);
  expect(page.querySelector('.mark')?.textContent).toBe('DRAFT');
});
