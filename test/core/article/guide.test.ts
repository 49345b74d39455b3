import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { parseArticle, parseBody } from '../../../src/core/article/index.ts';
import { parseBriefing } from '../../../src/core/briefing/index.ts';
import { CODES } from '../../../src/core/base/errors.ts';

const guide = readFileSync(new URL('../../../docs/content-format.md', import.meta.url), 'utf8');
const examples = (language: string): string[] =>
  Array.from(guide.matchAll(new RegExp(`^\`\`\`${language}\\n([^]*?)^\`\`\``, 'gm')), ([, text = '']) => text);

it('shows Markdown that is read without a problem', () => {
  const shown = examples('md');
  expect(shown.length).toBeGreaterThan(6);
  for (const text of shown) {
    const { problems } = text.startsWith('---') ? parseArticle(text, { file: 'guide.md' }) : parseBody(text, { file: 'guide.md', line: 1 });
    expect(problems).toEqual([]);
  }
});

it('shows a briefing that is read without a problem', () => {
  const [briefing = '', ...more] = examples('yaml');
  const overrides = more.filter((text) => text.startsWith('overrides:'));
  expect(parseBriefing(briefing, { file: 'guide.yaml' }).problems).toEqual([]);
  expect(overrides).toHaveLength(2);
  for (const text of overrides) {
    const indented = text.replace(/^/gm, '    ');
    expect(parseBriefing(`title: T\nitems:\n  - topic: a/b\n${indented}`, { file: 'guide.yaml' }).problems).toEqual([]);
  }
});

it('names codes that there are, and all of articles and briefings', () => {
  const named = new Set(Array.from(guide.matchAll(/`((?:article|briefing|claims|house|mark|pack)\/[a-z-]+)`/g), ([, code = '']) => code));
  const all = Object.keys(CODES).filter((code) => /^(article|briefing|claims|house|mark)\//.test(code));
  expect([...named].filter((code) => !(code in CODES))).toEqual([]);
  expect(all.filter((code) => !named.has(code))).toEqual([]);
});
