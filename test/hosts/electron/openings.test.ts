import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createOpenings, pathInArguments } from '../../../src/hosts/electron/openings.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lectern-open-'));
  await mkdir(join(folder, 'Müller & Söhne'));
  await writeFile(join(folder, 'a b.briefing.yaml'), '');
  await writeFile(join(folder, 'notes.txt'), '');
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe('what a command line asks to open', () => {
  it.each([
    ['a briefing, relative to where it was typed', ['a b.briefing.yaml'], 'a b.briefing.yaml'],
    ['a folder', ['Müller & Söhne'], 'Müller & Söhne'],
    ['the last of several', ['Müller & Söhne', 'a b.briefing.yaml'], 'a b.briefing.yaml'],
    ['between Chromium’s switches', ['--allow-file-access', 'a b.briefing.yaml', '--original-process-start-time=1'], 'a b.briefing.yaml'],
  ])('%s', (_, words, expected) => {
    expect(pathInArguments(['Lectern', ...words], folder, '/opt/app.asar')).toBe(join(folder, expected));
  });

  it.each([[[]], [['missing.briefing.yaml']], [['notes.txt']], [['--inspect']], [['']]])('nothing for %j', (words) => {
    expect(pathInArguments(['Lectern', ...words], folder, '/opt/app.asar')).toBeNull();
  });

  it('never the app’s own folder, wherever switches push it', () => {
    expect(pathInArguments(['electron', '--inspect=0', '.'], folder, folder)).toBeNull();
    expect(pathInArguments(['electron', '.', 'a b.briefing.yaml'], folder, folder)).toBe(join(folder, 'a b.briefing.yaml'));
  });
});

describe('openings', () => {
  const told: string[] = [];
  const openings = createOpenings((path) => told.push(path));

  it('wait until a page listens, and then only the last is told, once', () => {
    openings.open('/a');
    openings.open('/b');
    expect(told).toEqual([]);
    openings.ready();
    openings.ready();
    expect(told).toEqual(['/b']);
  });

  it('are told at once while it listens, and wait again when it has gone', () => {
    openings.open('/c');
    openings.gone();
    openings.open('/d');
    expect(told).toEqual(['/b', '/c']);
    openings.ready();
    expect(told).toEqual(['/b', '/c', '/d']);
  });
});
