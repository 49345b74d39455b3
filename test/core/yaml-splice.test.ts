import { expect, it } from 'vitest';
import { parse } from 'yaml';
import { spliceYaml } from '../../src/core/base/yaml-splice.ts';

const TEXT = [
  '# Ours',
  'fonts: { heading: Georgia,   body: "Calibri" } # two',
  'colors:',
  "    light:   { dark1: '#16202E' , x: &ink '#000000' }",
  '    dark:',
  "        dark1:    '#121A25'   # ink",
  '        also: *ink',
  'unknown: [1, 2,   3]',
  'long: >',
  '  two',
  '  lines',
  '',
].join('\r\n');

it.each([
  [['fonts', 'heading'], 'Times New Roman', 'Georgia'],
  [['fonts', 'heading'], 'No', 'Georgia'],
  [['fonts', 'heading'], 'A: b # c', 'Georgia'],
  [['fonts', 'body'], 'He said "no"', 'Calibri'],
  [['colors', 'light', 'dark1'], "it's", '#16202E'],
  [['colors', 'dark', 'dark1'], '#FFFFFF', '#121A25'],
])('puts a value at %j, %j, and leaves every other byte', (path, value, was) => {
  const after = spliceYaml(TEXT, path, value) ?? '';
  const read = (text: string): unknown => path.reduce<unknown>((at, key) => (at as Record<string, unknown>)[key], parse(text));
  expect(read(after)).toBe(value);
  const lines = TEXT.split('\r\n').map((line, i) => line === after.split('\r\n')[i]);
  expect(lines.filter((same) => !same)).toHaveLength(1);
  expect(read(spliceYaml(after, path, was) ?? '')).toBe(was);
});

it('gives the same bytes again where the value it takes back stood bare or in the same quotation marks', () => {
  for (const [path, was] of [
    [['fonts', 'heading'], 'Georgia'],
    [['fonts', 'body'], 'Calibri'],
    [['colors', 'dark', 'dark1'], '#121A25'],
  ] as const)
    expect(spliceYaml(spliceYaml(TEXT, path, 'Cambria') ?? '', path, was)).toBe(TEXT);
});

it('writes over an alias, not over what it names', () => {
  expect(parse(spliceYaml(TEXT, ['colors', 'dark', 'also'], '#ABCDEF') ?? '')).toMatchObject({
    colors: { light: { x: '#000000' }, dark: { also: '#ABCDEF' } },
  });
});

it('says that there is no such value', () => {
  for (const path of [['fonts', 'mono'], ['fonts'], ['unknown'], ['long'], ['a', 'b', 'c']]) expect(spliceYaml(TEXT, path, 'x')).toBeNull();
});
