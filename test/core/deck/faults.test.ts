import { describe, expect, it } from 'vitest';
import { deckOf } from '../../support/deck.ts';

const faults = (text: string) => deckOf(text).problems.map((p) => `${p.code}: ${p.message}`);
const own = (inner: string) => `<section layout="own"><h2>T</h2>${inner}</section>`;

describe('readDeck, faults', () => {
  it('names slide, template line, element and what is allowed', () => {
    const [problem] = deckOf(
      own('') + '<section layout="own" data-at="p/deck.hbs:7"><h2>Second</h2><div data-at="p/partials/x.hbs:3">x</div></section>',
    ).problems;
    expect(problem).toMatchObject({
      code: 'deck/element',
      place: { file: 'p/partials/x.hbs', line: 3, slide: { number: 2, title: 'Second' } },
      received: '<div>',
      allowed: expect.stringContaining('<ul>') as string,
    });
  });

  it.each([
    ['an unknown element', own('<video></video>'), 'deck/element: slide markup has no such element'],
    ['script', own('<script>alert(1)</script>'), 'deck/element: slide markup has no such element'],
    ['style', own('<style>p{}</style>'), 'deck/element: slide markup has no such element'],
    ['SVG with script', own('<svg onload="x"><script>1</script></svg>'), 'deck/element: slide markup has no such element'],
    ['a declaration', '<!DOCTYPE html>' + own(''), 'deck/element: a declaration may not stand in slide markup'],
    ['a CDATA section', own('<![CDATA[x]]>'), 'deck/element: a CDATA section may not stand in slide markup'],
    ['an unknown attribute', own('<p style="color:red">x</p>'), 'deck/attribute: <p> has no attribute style'],
    ['an event handler', own('<img src="a/b.png" alt="" onerror="x">'), 'deck/attribute: <img> has no attribute onerror'],
    ['an attribute without quotation marks', own('<p slot=body>x</p>'), 'deck/attribute: the value of slot has no quotation marks'],
    ['an attribute without value', own('<p slot>x</p>'), 'deck/attribute: the value of slot has no quotation marks'],
    ['an attribute given twice', own('<p slot="body" slot="body">x</p>'), 'deck/attribute: slot is given twice'],
    ['an attribute that Object has', own('<p constructor="x">x</p>'), 'deck/attribute: <p> has no attribute constructor'],
    ['an unknown class', own('<dl class="stat"></dl>'), 'deck/attribute: this class is not known here'],
    ['a missing class', own('<aside><p>x</p></aside>'), 'deck/attribute: this element needs a class here'],
    ['a missing attribute', own('<img src="a/b.png">'), 'deck/attribute: <img> lacks its attribute alt'],
    ['a block in a paragraph', own('<p>x<ul><li>y</li></ul></p>'), 'deck/nesting: <ul> may not stand in <p>'],
    ['a slide in a slide', own(own('')), 'deck/nesting: <section> may not stand in <section>'],
    ['a block outside of slides', '<p>x</p>' + own(''), 'deck/nesting: <p> stands outside of all slides'],
    ['text outside of slides', 'hello' + own(''), 'deck/nesting: text may not stand outside of all slides'],
    ['text directly in a slide', own('hello'), 'deck/nesting: text may not stand directly in <section>'],
    ['text directly in a table', own('<table>x</table>'), 'deck/nesting: text may not stand directly in <table>'],
    ['an element that is not closed', own('<p>x'), 'deck/nesting: <p> is not closed'],
    ['a slide that is not closed', '<section layout="own"><h2>T</h2>', 'deck/nesting: <section> is not closed'],
    ['elements that cross', own('<p><b>x<i>y</b></i></p>'), 'deck/nesting: <i> is not closed'],
    ['a stray end tag', own('</ul>'), 'deck/nesting: </ul> closes what was not open'],
    ['lists of four levels', own('<ul><li>a<ul><li>b<ul><li>c<ul><li>d</li></ul></li></ul></li></ul></li></ul>'), 'deck/nesting: lists stand too deep in each other'],
    ['words after a nested list', own('<ul><li>a<ul><li>b</li></ul>c</li></ul>'), 'deck/nesting: words of an item stand after its nested list'],
    ['a table out of order', own('<table><tbody></tbody><caption>c</caption></table>'), 'deck/nesting: the parts of a table are out of order or doubled'],
    ['two header rows', own('<table><thead><tr><th>a</th></tr><tr><th>b</th></tr></thead></table>'), 'deck/nesting: a table has one header row'],
    ['a date without an event', own('<dl class="timeline"><dt>a</dt><dt>b</dt><dd>c</dd></dl>'), 'deck/nesting: in <dl class="timeline"> each <dt> is followed by one <dd>'],
    ['a figure without image', own('<figure><figcaption>x</figcaption></figure>'), 'deck/nesting: a figure holds one image and at most one caption'],
    ['a second attribution', own('<blockquote><p>x</p><cite>a</cite><cite>b</cite></blockquote>'), 'deck/nesting: a quotation has one <cite>, as its last element'],
    ['a second title', own('<h2>U</h2>'), 'deck/nesting: a slide has one title'],
    ['no title', '<section layout="own"><p>x</p></section>', 'deck/title-missing: the slide has no title'],
    ['an empty title', '<section layout="own"><h2> </h2></section>', 'deck/title-missing: the slide’s title is empty'],
    ['no layout', '<section><h2>T</h2></section>', 'deck/attribute: <section> lacks its attribute layout'],
    ['an unknown layout', '<section layout="pionts"><h2>T</h2></section>', 'deck/layout-unknown: the theme has no layout of this name'],
    ['a layout that Object has', '<section layout="constructor"><h2>T</h2></section>', 'deck/layout-unknown: the theme has no layout of this name'],
    ['an unknown region', own('<p slot="left">x</p>'), 'deck/region-unknown: the layout own has no region of this name that takes blocks'],
    ['a region that Lectern fills', own('<p slot="mark">x</p>'), 'deck/region-unknown: the layout own has no region of this name that takes blocks'],
    ['a layout without a default region', '<section layout="image"><h2>T</h2><p>x</p></section>', 'deck/region-unknown: the region picture holds a picture'],
    ['rows of unequal length', own('<table><tbody><tr><td>a</td></tr><tr><td>a</td><td>b</td></tr></tbody></table>'), 'deck/value: a row of <table> is not as long as the first'],
    ['a chart’s cell with a unit', own('<table class="chart" data-type="bar"><thead><tr><th>a</th><th>b</th></tr></thead><tbody><tr><td>x</td><td>1,800 t</td></tr></tbody></table>'), 'deck/value: a chart’s cell is not a number'],
    ['a chart without series', own('<table class="chart" data-type="bar"><thead><tr><th>a</th></tr></thead><tbody><tr><td>x</td></tr></tbody></table>'), 'deck/value: a chart needs a header row with at least one series, and at least one row'],
    ['an unknown chart', own('<table class="chart" data-type="pie"></table>'), 'deck/attribute: this value of data-type is not allowed'],
    ['a doughnut of two series', own('<table class="chart" data-type="doughnut"><thead><tr><th>a</th><th>b</th><th>c</th></tr></thead><tbody><tr><td>x</td><td>1</td><td>2</td></tr></tbody></table>'), 'deck/value: a doughnut shows one series'],
    ['a day that does not exist', own('<dl class="timeline" data-today="2024-02-30"></dl>'), 'deck/attribute: this value of data-today is not allowed'],
    ['a reference to no source', own('<p>x <a class="ref" data-ref="4">4</a></p>'), 'deck/value: there is no source of this number'],
    ['a link to no slide', own('<p><a href="#nowhere">x</a></p>'), 'deck/url: no slide of the deck has this address'],
    ['no slides', ' \n ', 'deck/no-slides: the template printed no slides'],
  ])('refuses %s', (_, text, expected) => {
    expect(faults(text)).toContain(expected);
    expect(deckOf(text).value).toBeNull();
  }); // prettier-ignore

  it.each([
    'javascript:alert(1)', 'JaVaScRiPt:alert(1)', 'java\tscript:alert(1)', ' javascript:alert(1)', 'java&#10;script:alert(1)', 'data:text/html,x',
    'file:///etc/passwd', 'vbscript:x', '//host/x', '/etc', 'x.html', 'https://a b', 'ftp://x', '#', '',
  ])('refuses the address %j', (href) => {
    expect(faults(own(`<p><a href="${href}">x</a></p>`)).join()).toContain('deck/url');
  }); // prettier-ignore

  it.each([
    '../a.png',
    'a/../../b.png',
    '/a/b.png',
    'a.png',
    'http://x/y.png',
    'a\\b/c.png',
    'data:image/png;base64,x',
    'a//b.png',
    'C:/a.png',
  ])('refuses the image path %j', (src) => {
    expect(faults(own(`<img src="${src}" alt="">`)).join()).toContain('deck/url');
  });

  it('says nothing of what stands in a refused element', () => {
    expect(faults(own('<div><foo bar=1>x</foo></div>'))).toHaveLength(1);
  });

  it('reports everything at once, in the template’s order', () => {
    const text =
      '<section layout="x" data-at="d:9"><h2></h2></section><section layout="own" data-at="d:2"><p foo="1" data-at="d:3">a</p></section>';
    expect(deckOf(text).problems.map((p) => [p.place?.line, p.code])).toEqual([
      [2, 'deck/title-missing'],
      [3, 'deck/attribute'],
      [9, 'deck/title-missing'],
      [9, 'deck/layout-unknown'],
    ]);
  });

  it('reports once what a loop printed often', () => {
    const slide = (title: string) => `<section layout="own" data-at="d:1"><h2>${title}</h2><div data-at="d:2">x</div></section>`;
    expect(deckOf(slide('A') + slide('B') + slide('C')).problems.map((p) => p.place?.slide)).toEqual([{ number: 1, title: 'A' }]);
  });

  it('stops at elements nested without end', () => {
    expect(faults(own(`<p>${'<b>'.repeat(50_000)}</p>`))).toContain('deck/nesting: elements stand too deep in each other');
  });
});
