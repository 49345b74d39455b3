import { deflateRawSync } from 'node:zlib';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { ingest } from '../../../src/core/intake/index.ts';
import type { IntakeOptions } from '../../../src/core/intake/stage-types.ts';
import { makeDocx } from '../../support/intake/docx.ts';
import { encode } from '../../support/intake/encode.ts';
import { makePdf } from '../../support/intake/pdf.ts';

const text = (words: string): Uint8Array => new TextEncoder().encode(words);
const PARAGRAPH = 'The council met on 3 May 2024 and talked for an hour about the ferry, its crew and the price of a ticket to the island.';
const PLAIN = { paragraphs: [{ text: PARAGRAPH }] };

/** The codes of a refusal; it must have no draft, one clear message each, a hint, and leave the bytes alone. */
async function refusal(bytes: Uint8Array, options: Partial<IntakeOptions> & { name: string }): Promise<string[]> {
  const before = bytes.slice();
  const { value, problems } = await ingest(bytes, options);
  expect(bytes).toEqual(before);
  expect(value).toBeNull();
  for (const p of problems) {
    expect(p.message).toMatch(/^\p{Lu}.*[.]$/u);
    expect(p.hint).not.toBe('');
    expect(p.place?.file).toBe(options.name);
  }
  return problems.filter((p) => p.severity === 'error').map((p) => p.code);
}

describe('what is no article', () => {
  it.each([
    ['an empty file', new Uint8Array(), 'a.txt', 'intake/empty'],
    ['a file of spaces', text(' \n\n \t\n'), 'a.txt', 'intake/empty'],
    ['a picture', Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0]), 'a.txt', 'intake/binary'],
    ['random bytes', Uint8Array.from({ length: 4000 }, (_, n) => (n * 7919 + (n >> 3)) % 256), 'a.txt', 'intake/binary'],
    ['an old Word file', Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0]), 'a.doc', 'intake/binary'],
    ['a workbook', zipSync({ 'xl/workbook.xml': strToU8('<a/>') }), 'a.docx', 'intake/binary'],
    ['a file that only calls itself .docx', text('not a document at all'), 'a.docx', 'intake/broken'],
    ['a file that only calls itself .pdf', text('not a document at all'), 'a.pdf', 'intake/broken'],
    ['punctuation', text('*** --- ***\n\n... !!!'), 'a.txt', 'intake/no-text'],
  ])('%s is refused', async (_, bytes, name, code) => {
    expect(await refusal(bytes, { name })).toEqual([code]);
  });

  it('an unknown character set is refused by its name', async () => {
    expect(await refusal(text(PARAGRAPH), { name: 'a.txt', charset: 'klingon-8' })).toEqual(['intake/charset']);
  });

  it('a page that is only navigation is refused', async () => {
    const links = Array.from({ length: 60 }, (_, n) => `<li><a href="/${n}">Section number ${n} of the site</a></li>`).join('');
    const page = `<html><head><title>Home</title></head><body><nav><ul>${links}</ul></nav><div><ul>${links}</ul></div><footer>© Site</footer></body></html>`;
    expect(await refusal(text(page), { name: 'a.html' })).toEqual(['intake/no-article']);
  });

  it('20,000 elements inside each other are refused', async () => {
    const page = `<html><body>${'<div>'.repeat(20_000)}x${'</div>'.repeat(20_000)}</body></html>`;
    expect(await refusal(text(page), { name: 'a.html' })).toEqual(['intake/too-deep']);
  });

  it('too many elements are refused', async () => {
    const page = `<html><body>${`<p>${PARAGRAPH}</p>`.repeat(60)}</body></html>`;
    expect(await refusal(text(page), { name: 'a.html', limits: { elements: 50 } })).toEqual(['intake/too-large']);
    // Formatting that is left open is opened again in every paragraph: 40 elements of the file are 600 of the page.
    const open = Array.from({ length: 20 }, (_, i) => `<p><b a=${i}></p>`).join('') + '<p>Words.</p>'.repeat(20);
    expect(await refusal(text(`<html><title>T</title>${open}`), { name: 'a.html', limits: { elements: 100 } })).toEqual([
      'intake/too-large',
    ]);
  });

  it('quotations inside each other in Markdown are refused', async () => {
    expect(await refusal(text(`# A\n\n${'>'.repeat(5000)} x`), { name: 'a.md' })).toEqual(['intake/too-deep']);
  });

  it('a file beyond the limit of bytes is refused', async () => {
    expect(await refusal(text(PARAGRAPH), { name: 'a.txt', limits: { bytes: 20 } })).toEqual(['intake/too-large']);
    expect(await refusal(text(PARAGRAPH), { name: 'a.txt', limits: { characters: 20 } })).toEqual(['intake/too-large']);
  });
});

describe('a hostile Word document', () => {
  it('that is cut off is broken', async () => {
    const whole = makeDocx(PLAIN);
    expect(await refusal(whole.slice(0, whole.length / 2), { name: 'a.docx' })).toEqual(['intake/broken']);
  });

  it('whose parts are damaged is broken', async () => {
    const bytes = makeDocx(PLAIN);
    expect(
      await refusal(
        bytes.map((byte, at) => (at > 60 && at < 200 ? byte ^ 0xff : byte)),
        { name: 'a.docx' },
      ),
    ).toEqual(['intake/broken']);
    expect(await refusal(makeDocx(PLAIN, { 'word/document.xml': '<w:document' }), { name: 'a.docx' })).not.toEqual([]);
  });

  it('that unpacks to gigabytes is a bomb, by what it declares', async () => {
    const bytes = zipSync({ 'word/document.xml': new Uint8Array(3_000_000) });
    expect(await refusal(bytes, { name: 'a.docx', limits: { inflatedBytes: 1_000_000 } })).toEqual(['intake/bomb']);
  });

  it('that declares little and unpacks to much is a bomb', async () => {
    const bytes = lyingZip('word/document.xml', new Uint8Array(8_000_000), 100);
    expect(await refusal(bytes, { name: 'a.docx', limits: { inflatedBytes: 1_000_000 } })).toEqual(['intake/bomb']);
  });

  it('that needs a password is encrypted', async () => {
    const name = Array.from('EncryptedPackage', (c) => [c.charCodeAt(0), 0]).flat();
    const bytes = Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...Array<number>(500).fill(0), ...name]);
    expect(await refusal(bytes, { name: 'a.docx' })).toEqual(['intake/encrypted']);
    const zip = makeDocx(PLAIN);
    markEncrypted(zip);
    expect(await refusal(zip, { name: 'a.docx' })).toEqual(['intake/encrypted']);
  });

  it('that defines entities is refused, and nothing is drawn in', async () => {
    const part =
      '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><w:document xmlns:w="x"><w:body><w:p><w:r><w:t>&x;</w:t></w:r></w:p></w:body></w:document>';
    expect(await refusal(makeDocx(PLAIN, { 'word/document.xml': part }), { name: 'a.docx' })).toEqual(['intake/entities']);
  });

  it('with tables inside tables without end is refused', async () => {
    const open = '<w:tbl><w:tr><w:tc>'.repeat(2000);
    const close = '</w:tc></w:tr></w:tbl>'.repeat(2000);
    const part = `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${open}<w:p/>${close}</w:body></w:document>`;
    expect(await refusal(makeDocx(PLAIN, { 'word/document.xml': part }), { name: 'a.docx' })).toEqual(['intake/too-deep']);
  });
});

describe('a page with entities of its own', () => {
  it('is refused', async () => {
    const page = `<!DOCTYPE html [<!ENTITY x SYSTEM "file:///etc/passwd">]><html><body><p>&x; ${PARAGRAPH.repeat(3)}</p></body></html>`;
    expect(await refusal(text(page), { name: 'a.html' })).toEqual(['intake/entities']);
  });
});

describe('a PDF', () => {
  it('of pictures alone has no text', async () => {
    expect(await refusal(makePdf({ width: 70, blocks: [] }), { name: 'scan.pdf' })).toEqual(['intake/no-text']);
  });

  it('that is cut to its first bytes is broken', async () => {
    expect(await refusal(text('%PDF-1.7\n1 0 obj << /Type /Cat'), { name: 'a.pdf' })).toEqual(['intake/broken']);
  });

  it('of too many pages is too large', async () => {
    const blocks = Array.from({ length: 60 }, () => ({ size: 11, text: PARAGRAPH }));
    expect(await refusal(makePdf({ width: 70, blocks }), { name: 'a.pdf', limits: { pages: 1 } })).toEqual(['intake/too-large']);
  });

  it('with a password is encrypted', async () => {
    expect(await refusal(lockedPdf(), { name: 'a.pdf' })).toEqual(['intake/encrypted']);
  });
});

describe('a file that can be read in spite of its faults', () => {
  it('in a wrong character set is read as it was written, and the user told', async () => {
    const { value, problems } = await ingest(encode(`Café news\n\n${PARAGRAPH} It’s “naïve”, said José Muñoz.`, 'windows-1252'), {
      name: 'a.txt',
    });
    expect(value?.blocks.at(-1)?.text).toContain('It’s “naïve”, said José Muñoz.');
    expect(problems.map((p) => p.code)).toContain('intake/charset-guessed');
  });

  it('is read in the character set that the user names', async () => {
    const bytes = encode('Заголовок\n\nСовет собрался третьего мая и говорил о пароме больше часа.', 'windows-1251');
    const { value } = await ingest(bytes, { name: 'a.txt', charset: 'windows-1251' });
    expect(value?.file.charset).toBe('windows-1251');
    expect(value?.blocks[0]?.text).toBe('Заголовок');
  });

  it('is read in UTF-16 of either order where the user names UTF-16 and the file has a mark', async () => {
    const wide = [0xfe, 0xff, ...Array.from(`Zażółć\n\n${PARAGRAPH}`).flatMap((c) => [c.charCodeAt(0) >> 8, c.charCodeAt(0) & 0xff])];
    const { value } = await ingest(Uint8Array.from(wide), { name: 'a.txt', charset: 'utf-16' });
    expect(value?.blocks[0]?.text).toBe('Zażółć');
  });

  it('is refused in one that its bytes are not text in: nothing else is tried behind the user’s back', async () => {
    const bytes = encode('Заголовок\n\nСовет собрался третьего мая.', 'windows-1251');
    const { value, problems } = await ingest(bytes, { name: 'a.txt', charset: 'utf-8' });
    expect(value).toBeNull();
    expect(problems).toMatchObject([{ code: 'intake/charset', received: 'utf-8', place: { file: 'a.txt' } }]);
  });

  it('of 100,000 words is taken in', async () => {
    const words = Array.from(
      { length: 2000 },
      (_, n) =>
        `Paragraph ${n} tells of village ${n % 97} and of its ${n} wells, which the council of Aren dug in ${1900 + (n % 120)} ${'and left to the farmers of the valley '.repeat(4)}.`,
    );
    const { value } = await ingest(text(`A long report\n\nBy Ana Ruiz\n\n3 May 2024\n\n${words.join('\n\n')}`), { name: 'a.txt' });
    expect(value?.topics.length).toBeGreaterThan(1);
    expect(value?.blocks.filter((block) => block.role === 'body').length).toBeGreaterThan(100);
  }, 60_000);

  it('with tracked changes and comments is read, and the user told', async () => {
    const { problems } = await ingest(makeDocx({ ...PLAIN, comments: 2, insertions: 1 }), { name: 'a.docx' });
    expect(problems.map((p) => p.code)).toEqual(expect.arrayContaining(['intake/tracked-changes', 'intake/comments-left-out']));
  });
});

describe('stopping', () => {
  it('by an abort is a cancellation', async () => {
    const control = new AbortController();
    control.abort();
    const { value, problems } = await ingest(text(PARAGRAPH), { name: 'a.txt', signal: control.signal });
    expect(value).toBeNull();
    expect(problems.map((p) => p.code)).toEqual(['intake/cancelled']);
  });

  it('between two steps is possible', async () => {
    const control = new AbortController();
    const steps: string[] = [];
    const { problems } = await ingest(text(PARAGRAPH), {
      name: 'a.txt',
      signal: control.signal,
      onProgress: ({ step }) => {
        steps.push(step);
        if (step === 'metadata') control.abort();
      },
    });
    expect(problems.map((p) => p.code)).toEqual(['intake/cancelled']);
    expect(steps).toEqual(['decode', 'read', 'metadata']);
  });

  it('by a timeout says that it took too long', async () => {
    const signal = AbortSignal.abort(new DOMException('late', 'TimeoutError'));
    const { problems } = await ingest(text(PARAGRAPH), { name: 'a.txt', signal });
    expect(problems.map((p) => p.code)).toEqual(['intake/too-slow']);
  });
});

/** A zip whose directory gives its one entry a size of its own choosing. */
function lyingZip(name: string, data: Uint8Array, declared: number): Uint8Array {
  const packed = deflateRawSync(data);
  const header = (signature: number[], extra: number): Buffer => {
    const buffer = Buffer.alloc(30 + extra);
    buffer.set(signature);
    return buffer;
  };
  const local = header([0x50, 0x4b, 3, 4], 0);
  local.writeUInt16LE(8, 8);
  local.writeUInt32LE(packed.length, 18);
  local.writeUInt32LE(declared, 22);
  local.writeUInt16LE(name.length, 26);
  const central = header([0x50, 0x4b, 1, 2], 16);
  central.writeUInt16LE(8, 10);
  central.writeUInt32LE(packed.length, 20);
  central.writeUInt32LE(declared, 24);
  central.writeUInt16LE(name.length, 28);
  const start = 30 + name.length + packed.length;
  const end = Buffer.alloc(22);
  end.set([0x50, 0x4b, 5, 6]);
  end.writeUInt16LE(1, 8);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(46 + name.length, 12);
  end.writeUInt32LE(start, 16);
  return Uint8Array.from(Buffer.concat([local, Buffer.from(name), packed, central, Buffer.from(name), end]));
}

/** Sets bit 0 of the general purpose flags in every central header (APPNOTE 4.4.4). */
function markEncrypted(zip: Uint8Array): void {
  for (let at = 0; at + 10 < zip.length; at++) {
    const isCentral = zip[at] === 0x50 && zip[at + 1] === 0x4b && zip[at + 2] === 1 && zip[at + 3] === 2;
    if (isCentral) zip[at + 8] = (zip[at + 8] ?? 0) | 1;
  }
}

/** A PDF whose standard security handler no empty password opens (ISO 32000-1 7.6.3). */
function lockedPdf(): Uint8Array {
  const plain = Buffer.from(makePdf({ width: 70, blocks: [{ size: 11, text: PARAGRAPH }] })).toString('latin1');
  const key = 'A'.repeat(64);
  const encrypt = `/Encrypt << /Filter /Standard /V 1 /R 2 /O <${key}> /U <${key}> /P -4 >> /ID [<00><00>]`;
  return Uint8Array.from(Buffer.from(plain.replace('/Root 1 0 R', `/Root 1 0 R ${encrypt}`), 'latin1'));
}

describe('what a page calls its language', () => {
  const page = (attributes: string, head: string): string =>
    `<html${attributes}><head>${head}<title>ফেরি</title></head><body><article><h1>ফেরি</h1><p>${'দ্বীপের পরিষদ সকালে ফেরি নিয়ে কথা বলেছে এবং টিকিটের দাম ঠিক করেছে। '.repeat(6)}</p></article></body></html>`;

  it.each([
    ['bn_BD', 'bn-BD'],
    ['zh_Hans_CN', 'zh-Hans-CN'],
    ['de_DE.UTF-8', 'de-DE'],
    ['sr_RS@latin', 'sr-RS'],
    ['bn us', 'en'],
    ['*', 'en'],
    ['x', 'en'],
    ['i-klingon', 'en'],
    ['C', 'en'],
    ['bn-', 'en'],
    ['ba'.repeat(40), 'en'],
  ])('%s is %s, and no fault', async (named, language) => {
    for (const file of [page('', `<meta property="og:locale" content="${named}">`), page(` lang="${named}"`, '')]) {
      const { value } = await ingest(text(file), { name: 'a.html' });
      expect(value?.meta.language?.value ?? 'en').toBe(language);
    }
  });
});
