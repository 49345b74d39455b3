import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { icns, ico, type Drawing } from '../../../scripts/icon-files.ts';

const PNG = [0x89, 0x50, 0x4e, 0x47];

function pngSize(png: Buffer): string {
  expect([...png.subarray(0, 4)]).toEqual(PNG);
  return `${png.readUInt32BE(16)}x${png.readUInt32BE(20)}`;
}

function icoEntries(file: Buffer): { size: number; data: Buffer }[] {
  return Array.from({ length: file.readUInt16LE(4) }, (_, i) => {
    const at = 6 + 16 * i;
    const offset = file.readUInt32LE(at + 12);
    return { size: file.readUInt8(at) || 256, data: file.subarray(offset, offset + file.readUInt32LE(at + 8)) };
  });
}

function icnsEntries(file: Buffer): { name: string; data: Buffer }[] {
  expect([file.toString('latin1', 0, 4), file.readUInt32BE(4)]).toEqual(['icns', file.byteLength]);
  const entries: { name: string; data: Buffer }[] = [];
  for (let at = 8; at < file.byteLength; at += file.readUInt32BE(at + 4)) {
    entries.push({ name: file.toString('latin1', at, at + 4), data: file.subarray(at + 8, at + file.readUInt32BE(at + 4)) });
  }
  return entries;
}

it('each PNG has the size its name says', () => {
  const names = readdirSync('build/icons');
  expect(names.length).toBeGreaterThanOrEqual(8);
  for (const name of names) expect(`${pngSize(readFileSync(`build/icons/${name}`))}.png`).toBe(name);
});

it('the Windows icon holds a drawing with clear corners at each size', () => {
  const entries = icoEntries(readFileSync('build/icon.ico'));
  expect(entries.map(({ size }) => size)).toEqual([16, 24, 32, 48, 64, 128, 256]);
  for (const { size, data } of entries) {
    if (size === 256) {
      expect(pngSize(data)).toBe('256x256');
      continue;
    }
    expect([data.readInt32LE(4), data.readInt32LE(8)]).toEqual([size, size * 2]);
    const alpha = (x: number, y: number): number => data.readUInt8(40 + (y * size + x) * 4 + 3);
    expect([alpha(0, 0), alpha(size - 1, size - 1), alpha(size >> 1, size >> 1)]).toEqual([0, 0, 255]);
  }
});

it('the macOS icon has each size that Finder asks for', () => {
  const entries = icnsEntries(readFileSync('build/icon.icns'));
  expect(entries.map(({ name, data }) => `${name} ${pngSize(data)}`)).toEqual([
    'ic11 32x32',
    'ic12 64x64',
    'ic07 128x128',
    'ic08 256x256',
    'ic13 256x256',
    'ic09 512x512',
    'ic14 512x512',
    'ic10 1024x1024',
  ]);
});

it('a bitmap lies upside down, blue first', () => {
  const rgba = Uint8Array.from([1, 2, 3, 255, 4, 5, 6, 255, 7, 8, 9, 255, 10, 11, 12, 255]);
  const drawing: Drawing = { size: 2, rgba, png: new Uint8Array() };
  const [entry] = icoEntries(ico([drawing]));
  expect([...(entry?.data.subarray(40, 56) ?? [])]).toEqual([9, 8, 7, 255, 12, 11, 10, 255, 3, 2, 1, 255, 6, 5, 4, 255]);
});

it('a size without an Apple name is refused', () => {
  expect(() => icns([{ size: 100, rgba: new Uint8Array(), png: new Uint8Array() }])).toThrow('100');
});
