import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { inflateEntries, isArchiveFault, listZip } from '../../src/core/base/archive.ts';
import { firstClash, nameFault } from '../../src/core/base/file-name.ts';
import { entriesOverOneBody } from '../support/hostile-zip.ts';

const LIMIT = 64 * 1024 * 1024;

describe('an archive', () => {
  it('whose entries share a body is a bomb, however small each says it is', () => {
    const zip = entriesOverOneBody(3, new Uint8Array(1000), (i) => `${i}`);
    expect(inflateEntries(zip, listZip(zip) ?? [], LIMIT)).toEqual({ fault: 'bomb', declared: null });
  });

  it('whose entries stand behind each other is read, empty ones too', () => {
    const zip = zipSync({ a: new Uint8Array(), b: new Uint8Array(500), c: new Uint8Array(), d: new Uint8Array(3) });
    const read = inflateEntries(zip, [...(listZip(zip) ?? [])].reverse(), LIMIT);
    expect(isArchiveFault(read) ? read : [...read].map(([name, { length }]) => [name, length])).toEqual([
      ['d', 3],
      ['c', 0],
      ['b', 500],
      ['a', 0],
    ]);
  });
});

describe('a file’s name', () => {
  it.each(['a.hbs', 'con-fig', 'company', 'COM', 'com10', 'lpt-1', '.keep', 'ü'.repeat(127), 'a b', 'nul_'])('may be %j', (name) => {
    expect(nameFault(name)).toBeNull();
  });

  it.each([
    '',
    '.',
    '..',
    'a/b',
    'a\\b',
    'c:',
    'a\u0000',
    'con',
    'PRN.txt',
    'com¹',
    'Lpt³.x',
    'nul .x',
    'a.',
    'a ',
    'a|b',
    'ü'.repeat(128),
  ])('may not be %j', (name) => {
    expect(nameFault(name)).not.toBeNull();
  });

  it('is one with another of the same letters in the same folder, and with a folder of its name', () => {
    expect(firstClash(['a/b', 'a/c', 'b', 'A/d'])).toBeNull();
    expect(firstClash(['a/b', 'A/B'])).toBe('A/B');
    expect(firstClash(['a/b', 'A'])).toBe('A');
    expect(firstClash(['a', 'a/b'])).toBe('a/b');
  });
});
