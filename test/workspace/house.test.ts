import { mkdtempSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { loadHouse, parseHouse } from '../../src/workspace/house.ts';
import { rootOf } from '../../src/workspace/build.ts';

describe('house.yaml', () => {
  const parse = (text: string) => parseHouse(text, { file: 'house.yaml' });

  it('has the marks in their order, of any script', () => {
    expect(parse('marks:\n  - öffentlich\n  - سري\n  - 绝密\n')).toEqual({ value: { marks: ['öffentlich', 'سري', '绝密'] }, problems: [] });
  });

  it.each([
    ['nothing', ''],
    ['a comment', '# to come\n'],
    ['no marks', 'marks:\n'],
  ])('may have %s', (_, text) => {
    expect(parse(text)).toEqual({ value: { marks: [] }, problems: [] });
  });

  it('may have keys of a later version, which is said', () => {
    const { value, problems } = parse('marks: [A]\nterms: { Kiev: Kyiv }\nmark: [B]\n');
    expect(value).toEqual({ marks: ['A'] });
    expect(problems).toMatchObject([
      { code: 'house/key-unread', severity: 'warning', received: 'terms', place: { line: 2 } },
      { code: 'house/key-unread', severity: 'warning', received: 'mark', hint: 'Did you mean “marks”?' },
    ]);
  });

  it.each([
    ['no YAML', 'marks: [A', 'house/yaml'],
    ['a mark that is no text', 'marks: [1]', 'house/field'],
    ['an empty mark', 'marks: [" "]', 'house/field'],
    ['a mark twice', 'marks: [A, b, a ]', 'house/field'],
    ['a list', '- A', 'house/field'],
  ])('has no %s', (_, text, code) => {
    const { value, problems } = parse(text);
    expect(value).toBeNull();
    expect(problems.map((p) => [p.code, p.place?.file])).toEqual([[code, 'house.yaml']]);
  });
});

describe('the rules of a workspace', () => {
  let folder: string;
  beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'house-'))));
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('are none where there is no file, and lie where the workspace does, not above it', async () => {
    const root = join(folder, 'ours');
    mkdirSync(join(root, 'briefings'), { recursive: true });
    writeFileSync(join(folder, 'house.yaml'), 'marks: [Above]\n');
    mkdirSync(join(root, 'content'));
    expect(await loadHouse(await rootOf(join(root, 'briefings', 'a.briefing.yaml')))).toEqual({ value: { marks: [] }, problems: [] });
    rmSync(join(root, 'content'), { recursive: true });
    writeFileSync(join(root, 'house.yaml'), 'marks: [Ours]\n');
    expect(await rootOf(join(root, 'briefings', 'a.briefing.yaml'))).toBe(root);
    expect((await loadHouse(root)).value).toEqual({ marks: ['Ours'] });
  });

  it('are no file of elsewhere', async () => {
    const root = join(folder, 'ours');
    mkdirSync(root);
    writeFileSync(join(folder, 'other.yaml'), 'marks: [Above]\n');
    symlinkSync(join(folder, 'other.yaml'), join(root, 'house.yaml'));
    await expect(loadHouse(root)).rejects.toMatchObject({ problems: [{ code: 'file/outside' }] });
  });
});
