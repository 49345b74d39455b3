import { expect, it } from 'vitest';
import { folderWith, lectern } from '../../support/cli.ts';

const article = '---\ntitle: A\n---\n\n## T {#t}\n\nText.\n';

it('lectern check names two files of one folder whose articles have one id, also where it was made of the name', async () => {
  const folder = await folderWith({ 'x/a b.md': article, 'x/a-b.md': article, 'y/a-b.md': article });
  const together = await lectern(folder, 'check', 'x');
  expect(together.status).toBe(1);
  expect(together.err).toContain('article/id-duplicate');
  expect(together.err).toContain('a-b');
  expect((await lectern(folder, 'check', 'x/a-b.md', 'y')).status).toBe(0);
});

const sourced = {
  'a.md':
    '---\ntitle: A\n---\n\n## T {#t}\n\nIt sold 90,000. [¶1]\n\n:::figures\n| Value | Unit | Label |\n|---|---|---|\n| 31 | ships | laid up in Oslo [¶1] |\n:::\n',
  'a.source.txt': 'It sold 80,300, and 31 ships are laid up in Oslo.\n',
  'b.md':
    '---\ntitle: B\n---\n\n## T {#t}\n\nAll of it.\n\n:::figures\n| Value | Unit | Label |\n|---|---|---|\n| 29 | ships | laid up in Oslo [¶1] |\n:::\n',
  'b.source.txt': 'In Oslo 29 ships are laid up.\n',
  'x.briefing.yaml':
    'title: X\nitems:\n  - topic: a/t\n    depth: full\n    overrides:\n      summary: It sold 70,000. [¶1]\n  - topic: b/t\n    depth: full\n',
};

it.each([
  ['check', []],
  ['build', ['x.briefing.yaml', '--format', 'html']],
])('lectern %s warns of what lines say beyond their sources, and of articles that disagree', async (command, args) => {
  const { status, err } = await lectern(await folderWith(sourced), command, ...args);
  expect(status).toBe(0);
  expect(err).toContain('a.md:7:9: warning claims/number-unsupported');
  expect(err).toContain('received: “90,000” in “It sold 90,000.”\n    allowed: ¶1: “It sold 80,300, and 31 ships are laid up in Oslo.”');
  expect(err).toMatch(/x\.briefing\.yaml:6:\d+.*: warning claims\/number-unsupported/);
  expect(err).toMatch(/x\.briefing\.yaml:7:\d+.*: warning claims\/values-disagree/);
  expect(err.match(/warning claims/g)).toHaveLength(3);
});
