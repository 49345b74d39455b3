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
