import { describe, expect, it } from 'vitest';
import { attributes, escape } from '../../../src/core/base/ooxml/xml/escape.ts';
import { attribute, scan, unescape } from '../../../src/core/base/ooxml/xml/scan.ts';
import { child, parseXml, put, serialise, sort, textOf } from '../../../src/core/base/ooxml/xml/tree.ts';

describe('escape', () => {
  it.each([
    ['a & b <c> "d"', 'a &amp; b &lt;c&gt; &quot;d&quot;'],
    ['bell\u0007 half\uD800 pair\uDC00 no\uFFFE', 'bell half pair no'],
    ['👩 tab\t line\n', '👩 tab\t line\n'],
    [']]>', ']]&gt;'],
  ])('writes %j so that it is read as it was', (text, written) => {
    expect(escape(text)).toBe(written);
  });

  it('writes attributes in their order and leaves out what there is none of', () => {
    expect(attributes({ b: true, a: 1, none: null, text: 'x\n"y"' })).toBe(' b="1" a="1" text="x&#10;&quot;y&quot;"');
  });
});

describe('scan', () => {
  const nothing = { open: () => undefined, close: () => undefined };

  it.each(['<a/>', '<a b="1>2" c=\'"\'><!-- <x> --><?pi?><![CDATA[<]]></a>', '<?xml version="1.0"?>\n<a\n b="1"\n/>'])(
    'is content with %s',
    (xml) => {
      expect(scan(xml, nothing)).toBeNull();
    },
  );

  it.each([
    '<a>',
    '<a></b>',
    '</a>',
    '<a/><b/>',
    '',
    '<a b=1/>',
    '<a b="1" c/>',
    '<a>&x;</a>',
    '<a>\u0001</a>',
    '<a',
    '<!DOCTYPE a><a/>',
    '<a><!-- </a>',
  ])('finds fault with %s', (xml) => {
    expect(scan(xml, nothing)).not.toBeNull();
  });

  it('tells tags in their order with their places, a > in a value or not', () => {
    const events: unknown[] = [];
    const xml = '<a><b c="1>2"/><b c="1"/>x<d>y</d></a>';
    expect(scan(xml, { open: (...tag) => events.push(tag), close: (...end) => events.push(end) })).toBeNull();
    expect(events).toEqual([
      ['a', '', 0, 3],
      ['b', ' c="1>2"', 3, 15],
      ['b', 15],
      ['b', ' c="1"', 15, 25],
      ['b', 25],
      ['d', '', 26, 29],
      ['d', 34],
      ['a', 38],
    ]);
  });

  it('tells what stands before a fault', () => {
    const names: string[] = [];
    expect(scan('<a><b/></c>', { open: (name) => names.push(name), close: () => undefined })).toMatch(/closes another/);
    expect(names).toEqual(['a', 'b']);
  });

  it('reads attributes in either quotation marks, and their entities', () => {
    expect(attribute(' id="a" r:id=\'b\'', 'r:id')).toBe('b');
    expect(attribute(' xid="a"', 'id')).toBeNull();
    expect(attribute('\n\tid = "a"\n r:id =\n\'b\'', 'r:id')).toBe('b');
    expect(attribute(' a=""', 'a')).toBe('');
    expect(attribute('', 'a')).toBeNull();
    expect(unescape('&lt;&amp;&quot;&#65;&#x42;&apos;')).toBe('<&"AB\'');
  });
});

describe('an attribute', () => {
  it.each([
    [` descr="see id='9'" id="5"`, '5'],
    [` descr='a id="9" b' id='5'`, '5'],
    [` descr="a = b" id="5"`, '5'],
    [` descr="1 &lt; 2 id='9'"`, null],
    [` xml:id="9" id="5"`, '5'],
  ])('is not taken out of another one’s value: %s', (text, value) => {
    expect(attribute(text, 'id')).toBe(value);
  });
});

describe('the tree', () => {
  const written = (root: Parameters<typeof serialise>[0]): string => serialise(root).split('\n').slice(1).join('\n');

  it('writes what it reads', () => {
    const xml = '<c:a x="&amp;"><c:b>1 &lt; 2</c:b> <c:c/><c:d></c:d></c:a>';
    expect(written(parseXml(xml))).toBe('<c:a x="&amp;"><c:b>1 &lt; 2</c:b> <c:c/><c:d/></c:a>');
    expect(textOf(child(parseXml(xml), 'c:b'))).toBe('1 < 2');
  });

  it('puts a child where the schema wants it, in the place of its like', () => {
    const series = parseXml('<c:ser><c:idx/><c:dLbls a="old"/><c:val/></c:ser>');
    put(series, '<c:marker/>');
    put(series, '<c:dLbls a="new"/>');
    expect(written(series)).toBe('<c:ser><c:idx/><c:marker/><c:dLbls a="new"/><c:val/></c:ser>');
  });

  it('puts children into the schema’s order', () => {
    const chart = parseXml('<c:lineChart><c:axId/><c:varyColors/><c:ser n="1"/><c:grouping/><c:ser n="2"/></c:lineChart>');
    sort(chart);
    expect(written(chart)).toBe('<c:lineChart><c:grouping/><c:varyColors/><c:ser n="1"/><c:ser n="2"/><c:axId/></c:lineChart>');
  });

  it('refuses a child that may not be there, and a parent whose order is not known', () => {
    expect(() => put(parseXml('<c:legend/>'), '<c:ser/>')).toThrow('c:ser may not stand in c:legend');
    expect(() => put(parseXml('<p:sld/>'), '<p:cSld/>')).toThrow('p:sld is not known');
  });
});
