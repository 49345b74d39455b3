import { parseFragment, serialize } from 'parse5';
import { describe, expect, it } from 'vitest';
import { escape, formatNumber, h, jsonText, withoutParagraphEnds, type Html } from '../../../../src/core/write/html/html.ts';

describe('escape', () => {
  it('turns what would be markup into text', () => {
    expect(escape(`<a href="x" id='y'>&amp;`)).toBe('&lt;a href=&quot;x&quot; id=&#39;y&#39;&gt;&amp;amp;');
  });

  it('drops control characters and keeps tab and line feed', () => {
    expect(escape('a\u0000\u0007\u001b\tb\nc\u0085\ufffe')).toBe('a\tb\nc');
  });

  it('replaces half a surrogate pair and keeps a whole one', () => {
    expect(escape('\ud83d|😀')).toBe('\ufffd|😀');
  });
});

describe('h', () => {
  it('quotes values that need it and leaves out those that are not there', () => {
    expect(h('p', { class: 'a b', id: 'x1', title: null, hidden: true, lang: false }, escape('t'))).toBe(
      '<p class="a b" id=x1 hidden>t</p>',
    );
  });

  it('leaves out end tags that the next item, cell or row, or the end of all of them, stands for', () => {
    const item = (text: string) => h('li', {}, escape(text));
    expect(h('ul', {}, item('a'), item('b'))).toBe('<ul><li>a<li>b</ul>');
  });

  it('quotes a value whose slash would close the element', () => {
    expect(h('a', { href: 'https://example.org/' })).toBe('<a href="https://example.org/"></a>');
  });

  it.each(['"><script>', "' onx='", 'a b', '=', '`', ''])('keeps %j inside its attribute', (value) => {
    expect(h('p', { title: value })).toBe(`<p title="${escape(value)}"></p>`);
  });
});

it('a paragraph’s end is left out where the next block or its parent’s end stands for it, and nowhere else', () => {
  const text =
    '<div><p>a</p><p class=x>b</p><ul><li><p>c</p></ul><p>d</p><svg></svg><p>e</p> text<p>f</p><span>g</span><a><p>h</p></a><p>i</p></div>';
  const short = withoutParagraphEnds(text as Html);
  expect(short).toBe(
    '<div><p>a<p class=x>b<ul><li><p>c</p></ul><p>d</p><svg></svg><p>e</p> text<p>f</p><span>g</span><a><p>h</p></a><p>i</div>',
  );
  expect(serialize(parseFragment(short))).toBe(serialize(parseFragment(text)));
});

it('JSON in a script element cannot end it', () => {
  const value = { a: '</script><!--', b: '\u2028' };
  const text = jsonText(value);
  expect(text).not.toMatch(/[<>\u2028]/);
  expect(JSON.parse(text)).toEqual(value);
});

it('numbers have two decimals at most and no negative zero', () => {
  expect([1, 1.005, 1.236, -0.001, 10.5].map(formatNumber)).toEqual(['1', '1', '1.24', '0', '10.5']);
});
