import { describe, expect, it } from 'vitest';
import { readImage } from '../../../src/core/deck/index.ts';
import { readSvg } from '../../../src/core/deck/image/svg/read.ts';
import { png } from '../../support/corporate/png.ts';
import { svg } from '../../support/pictures.ts';

const read = (bytes: Uint8Array): Exclude<ReturnType<typeof readSvg>, string> => {
  const drawing = readSvg(bytes);
  if (typeof drawing === 'string') throw new Error(drawing);
  return drawing;
};
const kept = (inner: string, attributes?: string): string => new TextDecoder().decode(read(svg(inner, attributes)).bytes);
const leftOut = (inner: string): readonly string[] => read(svg(inner)).leftOut;
const ROOT =
  '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="60" height="40" viewBox="0 0 60 40">';

describe('a drawing', () => {
  it('keeps what is drawn in it', () => {
    const inner =
      '<title>A &amp; B</title><defs><linearGradient id="g"><stop offset="0" stop-color="#c00"/></linearGradient></defs>' +
      '<style>.a{fill:url(#g)}</style><g transform="translate(3 4)"><path class="a" d="M0 0L9 9z"/></g><text x="1" y="2">Ω &lt; 3</text>';
    expect(kept(inner)).toBe(`${ROOT}${inner}</svg>`);
    expect(leftOut(inner)).toEqual([]);
    expect(read(svg(inner)).hasWords).toBe(true);
    expect(read(svg('<path d="M0 0"/>')).hasWords).toBe(false);
  });

  it.each([
    ['a script', '<script>alert(1)</script>', 'a script'],
    ['an event', '<rect width="9" height="9" onclick="alert(1)" ONLOAD="alert(2)"/>', 'a script'],
    [
      'HTML',
      '<foreignObject width="9" height="9"><p xmlns="http://www.w3.org/1999/xhtml">alert</p></foreignObject>',
      'words or a page in HTML (foreignObject)',
    ],
    ['an animation', '<rect><animate attributeName="x" to="9"/></rect>', 'an animation'],
    ['a link that runs', '<a href="javascript:alert(1)"><rect/></a>', null],
    ['a link that leads out', '<a xlink:href="https://evil.example/"><rect/></a>', null],
    [
      'a file of this machine',
      '<image href="file:///etc/passwd" width="9" height="9"/>',
      'a picture that lies elsewhere or cannot be read',
    ],
    [
      'a picture of the web',
      '<image xlink:href="https://evil.example/a.png" width="9" height="9"/>',
      'a picture that lies elsewhere or cannot be read',
    ],
    [
      'a drawing in a drawing',
      `<image href="data:image/svg+xml;base64,${btoa('<svg onload="alert(1)"/>')}"/>`,
      'a picture that lies elsewhere or cannot be read',
    ],
    ['parts of another file', '<use href="evil.svg#a"/>', 'an address outside of the drawing'],
    ['a fill of another file', '<rect fill="url(https://evil.example/a.svg#b)"/>', 'an address outside of the drawing'],
    ['one in a style', `<rect style="fill:url('file:///etc/a.svg#b')"/>`, 'an address outside of the drawing'],
    ['a style sheet', '<style>@import url(https://evil.example/a.css); rect{fill:red}</style>', 'a style sheet from elsewhere'],
    ['a font', '<style>@font-face{font-family:x;src:url(https://evil.example/a.woff)}</style>', 'an address outside of the drawing'],
    ['an address in signs', '<style>rect{fill:u\\72l(https://evil.example/)}</style>', 'a style whose addresses cannot be told'],
    [
      'an address by another name',
      '<style>rect{background:image-set("https://evil.example/a" 1x)}</style>',
      'a style whose addresses cannot be told',
    ],
    ['an address that is not closed', '<style>rect{fill:url(https://evil.example/</style>', 'a style whose addresses cannot be told'],
    ['movement in a style', '<style>@keyframes evil{from{x:0}to{x:9}}</style>', 'an animation'],
    ['an unknown element', '<evil><rect/></evil>', '<evil>'],
    ['endless dashes', '<path d="M0 0h9e9" stroke-dasharray="0.00001 evil"/>', 'dashes that are too short'],
  ])('loses %s, and says so', (_, inner, name) => {
    const text = kept(inner);
    expect(text).not.toMatch(/alert|evil|passwd|file:|https?:\/\/(?!www\.w3\.org)/i);
    if (name !== null) expect(leftOut(inner)).toEqual([name]);
  });

  it('loses in silence what nobody sees', () => {
    const inner = '<metadata><x>evil</x></metadata><!-- evil --><?evil?><sodipodi:namedview xmlns:sodipodi="http://evil.example/"/>';
    expect(kept(inner, 'width="60" height="40" inkscape:version="evil"')).toBe(`${ROOT}</svg>`);
    expect(leftOut(inner)).toEqual([]);
  });

  it('keeps the choice without HTML', () => {
    const inner = '<switch><foreignObject><p>a</p></foreignObject><text>a</text></switch>';
    expect(kept(inner)).toContain('<switch><text>a</text></switch>');
    expect(leftOut(inner)).toEqual([]);
  });

  it('keeps pictures that it brings along, without their metadata', () => {
    const picture = Buffer.from(png(4, 4, [1, 2, 3]));
    const secret = Buffer.concat([
      picture.subarray(0, 33),
      Buffer.from([0, 0, 0, 6]),
      Buffer.from('tEXtsecret\0\0\0\0', 'latin1'),
      picture.subarray(33),
    ]);
    const text = kept(`<image width="4" height="4" href="data:image/png;base64,${secret.toString('base64')}"/>`);
    expect(text).toContain(`xlink:href="data:image/png;base64,${picture.toString('base64')}"`);
  });

  it('is read with a prefix, CDATA, a document type, plain entities, and in UTF-16', () => {
    const inkscape = `<?xml version="1.0"?>\n<!-- x --><!DOCTYPE svg PUBLIC "a" "http://evil.example/a.dtd" [<!ENTITY ns "urn:a"> <!ENTITY c '#c00'>]>\n<s:svg xmlns:s="http://www.w3.org/2000/svg" xmlns:x="&ns;" width="9" height="9"><s:style><![CDATA[.a > b{fill:&c;}]]></s:style><s:rect fill="&c;"/></s:svg>`;
    for (const bytes of [new TextEncoder().encode(inkscape), Buffer.from(`\ufeff${inkscape}`, 'utf16le')]) {
      const { value } = readImage(bytes, { file: 'a.md', src: 'a.svg' });
      const text = new TextDecoder().decode(value?.bytes);
      expect(text).toContain('<rect fill="#c00"/>');
      expect(text).toContain('.a &gt; b');
      expect(text).not.toMatch(/evil|DOCTYPE/);
    }
  });
});

describe('its size', () => {
  it.each([
    ['width="120" height="80"', 120, 80, '0 0 120 80'],
    ['width="120px" height="60pt"', 120, 80, '0 0 120 80'],
    ['width="10cm" height="50mm" viewBox="0 0 20 10"', 377.953, 188.976, '0 0 20 10'],
    ['viewBox="-5 -5 300 100"', 300, 100, '-5 -5 300 100'],
    ['width="100%" height="100%" viewBox="0 0 300 100"', 300, 100, '0 0 300 100'],
    ['width="150" viewBox="0,0,300,100"', 150, 50, '0 0 300 100'],
    ['height="50" viewBox="0 0 300 100"', 150, 50, '0 0 300 100'],
    ['width="1" height="1"', 16, 16, '0 0 1 1'],
    ['width="100000" height="50000"', 4096, 2048, '0 0 100000 50000'],
    ['width="-5" height="0" viewBox="0 0 40 20"', 40, 20, '0 0 40 20'],
  ])('is of %s what browsers take', (attributes, width, height, viewBox) => {
    const drawing = read(svg('<rect/>', attributes));
    expect([drawing.width, drawing.height, drawing.sizeAssumed]).toEqual([width, height, false]);
    expect(new TextDecoder().decode(drawing.bytes)).toContain(`width="${width}" height="${height}" viewBox="${viewBox}"`);
  });

  it.each(['', 'width="100%"', 'width="1e999" height="NaN"', 'viewBox="0 0 0 0"'])(
    'is assumed where “%s” leaves it open, and said to be',
    (attributes) => {
      const { value, problems } = readImage(svg('<rect/>', attributes), { file: 'a.md', src: 'a.svg' });
      expect(value).toMatchObject({ width: 300, height: 150 });
      expect(problems).toMatchObject([{ code: 'article/image-changed' }]);
    },
  );

  it('is not what a style says', () => {
    expect(kept('', 'viewBox="0 0 60 40" style="max-width: 512px; width:100%;color:red"')).toContain('style="color:red"');
  });
});

describe('a drawing that is a bomb', () => {
  const tenfold = (element: (id: string) => string, levels = 12): string =>
    Array.from({ length: levels }, (_, i) => `<g id="a${i + 1}">${element(`a${i}`).repeat(10)}</g>`).join('');

  it.each([
    ['of uses', `<rect id="a0"/>${tenfold((id) => `<use href="#${id}"/>`)}`],
    ['of patterns', `<pattern id="a0"/>${tenfold((id) => `<rect fill="url(#${id})"/>`)}`],
    ['of masks in styles', `<mask id="a0"/>${tenfold((id) => `<rect style="mask:url('#${id}')"/>`)}`],
    [
      'of classes',
      `<style>${Array.from({ length: 12 }, (_, i) => `g .c${i}{fill:url(#a${i})}`).join('')}</style>${tenfold((id) => `<rect class="c${id.slice(1)}"/>`)}`,
    ],
    ['that draws itself', '<g id="a"><use href="#a"/></g>'],
    ['of filters', `<filter>${'<feGaussianBlur stdDeviation="9"/>'.repeat(500)}</filter>`],
    ['of elements', '<rect/>'.repeat(200_001)],
    ['of depth', '<g>'.repeat(5000) + '</g>'.repeat(5000)],
  ])('%s is refused', (_, inner) => {
    const drawing = readSvg(svg(inner));
    expect(drawing).toMatch(/too many parts|too deep/);
  });

  it.each([
    [
      'entities in entities',
      '<!DOCTYPE svg [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]><svg xmlns="http://www.w3.org/2000/svg"><text>&b;</text></svg>',
    ],
    [
      'an entity that is a file',
      '<!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/passwd">]><svg xmlns="http://www.w3.org/2000/svg"><text>&x;</text></svg>',
    ],
    [
      'one that grows',
      `<!DOCTYPE svg [<!ENTITY x "${'x'.repeat(10_000)}">]><svg xmlns="http://www.w3.org/2000/svg"><text>${'&x;'.repeat(5000)}</text></svg>`,
    ],
    ['a document type without end', '<!DOCTYPE svg [ <svg xmlns="http://www.w3.org/2000/svg"/>'],
    ['what is cut off', '<svg xmlns="http://www.w3.org/2000/svg"><rect'],
    ['bytes that are no text', 'svg'],
  ])('%s is refused', (_, text) => {
    const bytes = text === 'svg' ? Buffer.from([0x3c, 0x73, 0x76, 0x67, 0x20, 0xff, 0xfe, 0x3e]) : new TextEncoder().encode(text);
    const { value, problems } = readImage(bytes, { file: 'a.md', src: 'a.svg' });
    expect(value).toBeNull();
    expect(problems).toMatchObject([{ code: 'article/image-unreadable' }]);
  });

  it('is looked through once, whatever it repeats', () => {
    for (const inner of [
      `<style>${'url('.repeat(200_000)}</style>`,
      `<style>${'a,'.repeat(200_000)}</style>`,
      `<style>${'@keyframes{'.repeat(50_000)}</style>`,
      `<path style="${'stroke-dasharray:'.repeat(50_000)}"/>`,
      `<rect fill="${'('.repeat(500_000)}"/>`,
      `<!-- ${'<!-'.repeat(100_000)} -->`,
    ]) {
      // Where a pattern looks at all places for each place, this takes minutes.
      expect(readSvg(svg(inner))).toBeDefined();
    }
  });
});
