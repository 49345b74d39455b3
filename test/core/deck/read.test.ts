import { describe, expect, it } from 'vitest';
import { unwrap } from '../../../src/core/base/errors.ts';
import type { Block, Slide } from '../../../src/core/deck/types.ts';
import { deckOf } from '../../support/deck.ts';

const slides = (text: string): readonly Slide[] => unwrap(deckOf(text)).slides;
/** The blocks of one slide in the layout `own`, whose only region is `body`. */
const blocks = (inner: string): Block[] =>
  (slides(`<section layout="own"><h2>T</h2>${inner}</section>`)[0]?.blocks ?? []).map((placed) => placed.block);

describe('readDeck, words', () => {
  const runs = (inner: string) => {
    const [block] = blocks(`<p>${inner}</p>`);
    return block?.kind === 'text' ? block.paragraphs[0] : undefined;
  };

  it('folds white space as HTML does and keeps the author’s line breaks', () => {
    expect(runs('\n one\n   two <br> three ')).toEqual([{ text: 'one two\nthree' }]);
  });

  it('reads bold, italic, links and references', () => {
    expect(
      runs('a <strong>b <em>c</em></strong> <a href="https://x.org/?a=1&amp;b=2">d</a> <a class="ref" data-ref="1 3">[1, 3]</a>'),
    ).toEqual([
      { text: 'a ' },
      { text: 'b ', bold: true },
      { text: 'c', bold: true, italic: true },
      { text: ' ' },
      { text: 'd', href: 'https://x.org/?a=1&b=2' },
      { text: ' ' },
      { refs: [1, 3] },
    ]);
  });

  it('joins references that meet', () => {
    expect(runs('a<a class="ref" data-ref="1"></a><a class="ref" data-ref="2"></a>')).toEqual([{ text: 'a' }, { refs: [1, 2] }]);
  });

  it('shows hostile text as the text it is, without control characters', () => {
    const text = '&lt;script&gt;alert(1)&lt;/script&gt; ]]&gt; {{x}} \u0000\u0007\u009fשלום 中文 😀 &amp;amp;';
    expect(runs(text)).toEqual([{ text: '<script>alert(1)</script> ]]> {{x}} שלום 中文 😀 &amp;' }]);
  });

  it('replaces half of a surrogate pair', () => {
    expect(runs('a\ud83db')).toEqual([{ text: 'a\ufffdb' }]);
  });
});

describe('readDeck, blocks', () => {
  it('makes one block of paragraphs in a row, and none of empty ones', () => {
    expect(blocks('<p>a</p><p> </p><p>b</p><ul><li>c</li></ul><p>d</p><ul></ul>')).toEqual([
      { kind: 'text', paragraphs: [[{ text: 'a' }], [{ text: 'b' }]] },
      { kind: 'list', items: [{ runs: [{ text: 'c' }], level: 0, number: null }] },
      { kind: 'text', paragraphs: [[{ text: 'd' }]] },
    ]);
  });

  it('reads lists of three levels in order', () => {
    const [list] = blocks('<ol start="4"><li>a<ol><li>b<ol><li>c</li></ol></li></ol></li><li>d</li></ol>');
    expect(list?.kind === 'list' && list.items.map((item) => [item.runs[0], item.level, item.number])).toEqual([
      [{ text: 'a' }, 0, 4],
      [{ text: 'b' }, 1, 1],
      [{ text: 'c' }, 2, 1],
      [{ text: 'd' }, 0, 5],
    ]);
  });

  it('reads bullets below numbers and numbers below bullets, each list from its own start; an empty item takes no number', () => {
    const [list] = blocks(
      '<ol><li>a<ul><li>b<ol start="7"><li>c</li><li> </li><li>d</li></ol></li></ul></li><li>e<ol><li>f</li></ol></li></ol>',
    );
    expect(list?.kind === 'list' && list.items.map((item) => [item.level, item.number])).toEqual([
      [0, 1],
      [1, null],
      [2, 7],
      [2, 8],
      [0, 2],
      [1, 1],
    ]);
  });

  it('reads a quotation with its attribution', () => {
    expect(blocks('<blockquote><p>Words.</p><p>More.</p><cite>N. N.</cite></blockquote>')).toEqual([
      { kind: 'quote', paragraphs: [[{ text: 'Words.' }], [{ text: 'More.' }]], cite: [{ text: 'N. N.' }] },
    ]);
  });

  it('reads a table with alignment and total', () => {
    const table = `<table><caption>C</caption><thead><tr><th>A</th><th data-align="end">B</th></tr></thead>
      <tbody><tr><td>a</td><td>1</td></tr></tbody><tfoot><tr><td>all</td><td>1</td></tr></tfoot></table>`;
    expect(blocks(table)).toEqual([
      {
        kind: 'table',
        caption: [{ text: 'C' }],
        align: ['start', 'end'],
        header: [[{ text: 'A' }], [{ text: 'B' }]],
        rows: [
          { cells: [[{ text: 'a' }], [{ text: '1' }]], total: false },
          { cells: [[{ text: 'all' }], [{ text: '1' }]], total: true },
        ],
      },
    ]);
  });

  it('reads a chart, an empty cell as no value', () => {
    const chart = `<table class="chart" data-type="bar" data-title="T" data-unit="people" data-ref="2"><thead><tr><th>Q</th><th>Forecast</th><th>Counted</th></tr></thead>
      <tbody><tr><td>Q1</td><td>1800</td><td>-1.5</td></tr><tr><td>Q2</td><td></td><td>2e3</td></tr></tbody></table>`;
    expect(blocks(chart)).toMatchObject([
      {
        kind: 'chart',
        type: 'bar',
        title: 'T',
        unit: 'people',
        categories: ['Q1', 'Q2'],
        series: [
          { name: 'Forecast', values: [1800, null] },
          { name: 'Counted', values: [-1.5, 2000] },
        ],
        refs: [2],
      },
    ]);
  });

  it('reads a timeline with vague dates', () => {
    const timeline = `<dl class="timeline" data-today="2024-05-31"><dt data-date="~2023-09">about September</dt><dd>a</dd><dt>later</dt><dd>b</dd></dl>`;
    expect(blocks(timeline)).toMatchObject([
      {
        kind: 'timeline',
        today: '2024-05-31',
        todayLabel: '',
        events: [
          { date: { text: '~2023-09', iso: '2023-09', about: true }, dateText: 'about September', runs: [{ text: 'a' }] },
          { date: { text: 'later', iso: null, about: false }, dateText: 'later', runs: [{ text: 'b' }] },
        ],
      },
    ]);
  });

  it('reads figures: the value in <data>, the rest of the term as its unit', () => {
    expect(blocks('<dl class="stats"><dt><data>up to 200</data> missiles</dt><dd>a</dd><dt>6th</dt><dd>b</dd></dl>')).toMatchObject([
      {
        kind: 'stats',
        stats: [
          { value: 'up to 200', unit: 'missiles', label: [{ text: 'a' }] },
          { value: '6th', unit: '', label: [{ text: 'b' }] },
        ],
      },
    ]);
  });

  it('reads images with and without a figure around them, which follow each other in one region, as one block', () => {
    expect(
      blocks(
        '<img src="pack/assets/a.png" alt=""><figure><img src="a/b.jpg" alt="B" data-fit="cover" data-focus="0.2 1"><figcaption>C</figcaption></figure>',
      ),
    ).toEqual([
      {
        kind: 'image',
        pictures: [
          { src: 'pack/assets/a.png', alt: '', caption: null, fit: null, focus: { x: 0.5, y: 0.5 } },
          { src: 'a/b.jpg', alt: 'B', caption: [{ text: 'C' }], fit: 'cover', focus: { x: 0.2, y: 1 } },
        ],
      },
    ]);
  });

  it('reads a callout', () => {
    expect(blocks('<aside class="callout"><p>Mind.</p></aside>')).toEqual([{ kind: 'callout', paragraphs: [[{ text: 'Mind.' }]] }]);
  });
});

describe('readDeck, slides', () => {
  it('sends blocks to regions, in the layout’s reading order', () => {
    const [slide] = slides(
      '<section layout="points" topic="a/b" section="A"><p slot="source">K</p><h2>T</h2><ul><li>x</li></ul><p slot="lead">L</p></section>',
    );
    expect(slide).toMatchObject({ layout: 'points', kind: 'points', topic: 'a/b', section: 'A', title: [{ text: 'T' }] });
    expect(slide?.blocks.map((placed) => [placed.region, placed.block.kind])).toEqual([
      ['source', 'text'],
      ['lead', 'text'],
      ['body', 'list'],
    ]);
  });

  it('takes notes apart from the slide, and leaves them out of the audience’s copy', () => {
    const text = '<section layout="own"><h2>T</h2><aside class="notes"><h3>H</h3><p>N</p><p class="source">S</p></aside></section>';
    expect(slides(text)[0]?.notes).toEqual([
      { kind: 'heading', runs: [{ text: 'H' }] },
      { kind: 'text', runs: [{ text: 'N' }] },
      { kind: 'source', runs: [{ text: 'S' }] },
    ]);
    expect(deckOf(text, { forPresenter: false }).value?.slides[0]?.notes).toEqual([]);
  });

  it('makes titles unique by number, without a word for what is seen anyway', () => {
    const slide = (kind: string) => `<section layout="own" kind="${kind}"><h2>T</h2></section>`;
    const titles = slides(slide('points') + slide('quotation') + slide('quotation') + slide('points')).map((s) =>
      s.title.map((run) => ('text' in run ? run.text : '')).join(''),
    );
    expect(titles).toEqual(['T', 'T\u00A0(2)', 'T\u00A0(3)', 'T\u00A0(4)']);
  });

  it('keeps a slide’s id when other slides come before it', () => {
    const b = '<section layout="own" topic="a/b"><h2>B</h2></section>';
    const [alone] = slides(b);
    const [, behind] = slides('<section layout="own" topic="a/a"><h2>A</h2></section>' + b);
    expect(alone?.id).toMatch(/^[0-9a-f]{16}$/);
    expect(behind?.id).toBe(alone?.id);
  });

  it('gives equal slides ids of their own', () => {
    const one = '<section layout="own" topic="a/b"><h2>B</h2></section>';
    expect(new Set(slides(one.repeat(4)).map((slide) => slide.id)).size).toBe(4);
  });

  it('turns links to topics and kinds into links to slides', () => {
    const text = `<section layout="own"><h2>T</h2><p><a href="#a/b">b</a> <a href="#sources">s</a></p></section>
      <section layout="own" topic="a/b"><h2>B</h2></section><section layout="sources"><h2>S</h2></section>`;
    const [first, second, third] = slides(text);
    expect(first?.blocks[0]?.block).toEqual({
      kind: 'text',
      paragraphs: [[{ text: 'b', href: `#${second?.id}` }, { text: ' ' }, { text: 's', href: `#${third?.id}` }]],
    });
  });
});

describe('a slide that shows several items', () => {
  it('is where links to all of them lead, and rests on sources whose numbers it does not show', () => {
    const html = '<section layout="own" topic="a/b" data-topics="a/c a/d" data-ref="2 1"><h2>All</h2><p><a href="#a/d">D</a></p></section>';
    const [slide] = slides(html);
    expect(slide).toMatchObject({ topics: ['a/c', 'a/d'], refs: [2, 1] });
    expect(JSON.stringify(slide?.blocks).includes(`"#${slide?.id ?? ''}"`)).toBe(true);
  });
});
