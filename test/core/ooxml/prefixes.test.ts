import { describe, expect, it } from 'vitest';
import { withOfficePrefixes } from '../../../src/core/base/ooxml/xml/prefixes.ts';
import { NAMESPACES as N } from '../../../src/core/base/ooxml/xml/namespaces.ts';

const RELS = 'http://schemas.openxmlformats.org/package/2006/relationships';
const MC = 'http://schemas.openxmlformats.org/markup-compatibility/2006';

describe('withOfficePrefixes', () => {
  it.each([
    ['another prefix', `<ns0:sld xmlns:ns0="${N.p}"><ns0:cSld name="a"/></ns0:sld>`, `<p:sld xmlns:p="${N.p}"><p:cSld name="a"/></p:sld>`],
    ['a default', `<sld xmlns="${N.p}"><t xmlns="${N.a}">x</t></sld>`, `<p:sld xmlns:p="${N.p}"><a:t xmlns:a="${N.a}">x</a:t></p:sld>`],
    ['an attribute', `<p:a xmlns:p="${N.p}" xmlns:q="${N.r}" q:id='rId1'/>`, `<p:a xmlns:p="${N.p}" xmlns:r="${N.r}" r:id="rId1"/>`],
    ['a part whose default it is', `<ns0:R xmlns:ns0="${RELS}"><ns0:r Id="1"/></ns0:R>`, `<R xmlns="${RELS}"><r Id="1"/></R>`],
    [
      'prefixes in values',
      `<x:s xmlns:x="${N.p}" xmlns:m="${MC}" xmlns:y="${N.p14}" m:Ignorable="y z"/>`,
      `<p:s xmlns:p="${N.p}" xmlns:mc="${MC}" xmlns:p14="${N.p14}" mc:Ignorable="p14 z"/>`,
    ],
    ['one namespace twice', `<x:s xmlns:x="${N.p}" xmlns:p="${N.p}"><p:t/></x:s>`, `<p:s xmlns:p="${N.p}"><p:t/></p:s>`],
    [
      'a stranger’s under a name of Office’s',
      `<x:s xmlns:x="${N.p}" xmlns:a="urn:b"><a:t/></x:s>`,
      `<p:s xmlns:p="${N.p}" xmlns:a_="urn:b"><a_:t/></p:s>`,
    ],
    [
      'words, comments and quotation marks',
      `<x:s xmlns:x="${N.p}" t='a "b" &lt;'><!-- <x:t> -->x:t &amp; y</x:s>`,
      `<p:s xmlns:p="${N.p}" t='a "b" &lt;'><!-- <x:t> -->x:t &amp; y</p:s>`,
    ],
  ])('gives %s the name that Office gives it', (_, from, to) => {
    expect(withOfficePrefixes(from)).toBe(to);
    expect(withOfficePrefixes(to)).toBe(to);
  });

  it('leaves what is ill-formed as it is', () => {
    const broken = `<x:s xmlns:x="${N.p}"><x:t></x:s>`;
    expect(withOfficePrefixes(broken)).toBe(broken);
  });
});
