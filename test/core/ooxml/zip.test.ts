import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { readZip, writeZip } from '../../../src/core/base/ooxml/zip.ts';

const PARTS = new Map<string, string | Uint8Array>([
  ['a.xml', '<a>ä</a>'.repeat(500)],
  ['media/ü.png', Uint8Array.from({ length: 300 }, (_, i) => i % 251)],
  ['empty.xml', ''],
]);

describe('writeZip', () => {
  it('writes what it reads again, in order', () => {
    const files = readZip(writeZip(PARTS));
    expect([...files.keys()]).toEqual(['a.xml', 'media/ü.png', 'empty.xml']);
    expect(new TextDecoder().decode(files.get('a.xml'))).toBe(PARTS.get('a.xml'));
    expect(files.get('media/ü.png')).toEqual(PARTS.get('media/ü.png'));
    expect(files.get('empty.xml')).toHaveLength(0);
  });

  it('deflates text and stores pictures as they are', () => {
    const bytes = Buffer.from(writeZip(PARTS));
    expect(bytes.byteLength).toBeLessThan(1000);
    expect(bytes.includes(Buffer.from(PARTS.get('media/ü.png') as Uint8Array))).toBe(true);
  });

  it('gives the same bytes for the same parts, without a date of today', () => {
    const [first, second] = [writeZip(PARTS), writeZip(PARTS)];
    expect(Buffer.compare(first, second)).toBe(0);
    // 1 January 1980 in the first entry's header
    expect(Buffer.from(first).readUInt16LE(12)).toBe(0x21);
    expect(Buffer.from(first).readUInt16LE(10)).toBe(0);
  });
});

describe('readZip', () => {
  it('leaves directory entries out', () => {
    expect([...readZip(zipSync({ 'ppt/': new Uint8Array(), 'ppt/x.xml': new Uint8Array([60]) })).keys()]).toEqual(['ppt/x.xml']);
  });

  it('refuses a part that unpacks to more than a deck could be', () => {
    const bomb = Buffer.from(writeZip(new Map([['bomb.xml', 'x'.repeat(1000)]])));
    // the size it says it unpacks to, in the central directory
    bomb.writeUInt32LE(0x7fffffff, bomb.lastIndexOf(Buffer.from('PK\u0001\u0002', 'latin1')) + 24);
    expect(() => readZip(bomb)).toThrow(/more than a deck/);
  });
});
