import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { folderWith, lectern } from '../../support/cli.ts';

const BRIEFING = 'title: T\nminutes: 10\nitems:\n  - topic: a/one # first\n';
const times = (topic: string) =>
  JSON.stringify({
    lectern: 'times',
    stamp: 'x',
    title: 'T',
    minutes: 10,
    slides: [{ id: 'x', topic, title: 'T', planned: 60, spent: 100 }],
  });

describe('lectern times', () => {
  it('lists what a rehearsal took, and writes it where it is told to', async () => {
    const folder = await folderWith({ 'b.briefing.yaml': BRIEFING, 'times.json': times('a/one') });
    const listed = await lectern(folder, 'times', 'b.briefing.yaml', 'times.json');
    expect([listed.status, listed.out]).toEqual([0, 'a/one  took 1:40, planned 1:00: minutes: 1.5\n']);
    const path = join(folder, 'b.briefing.yaml');
    expect(await readFile(path, 'utf8')).toBe(BRIEFING);
    expect((await lectern(folder, 'times', 'b.briefing.yaml', 'times.json', '--take')).status).toBe(0);
    expect(await readFile(path, 'utf8')).toBe('title: T\nminutes: 10\nitems:\n  - topic: a/one # first\n    minutes: 1.5\n');
  });

  it('says what it cannot read, and writes nothing', async () => {
    const folder = await folderWith({ 'b.briefing.yaml': BRIEFING, 'times.json': '{}' });
    const { status, err } = await lectern(folder, 'times', 'b.briefing.yaml', 'times.json', '--take');
    expect([status, err.includes('briefing/times'), err.includes('Save times')]).toEqual([1, true, true]);
    expect(await readFile(join(folder, 'b.briefing.yaml'), 'utf8')).toBe(BRIEFING);
  });
});
