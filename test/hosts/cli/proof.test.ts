import { cp, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { slideParts } from '../../support/build.ts';
import { folderWith, lectern } from '../../support/cli.ts';
import { validate } from '../../support/validator.ts';

const PACKS = ['policy-brief', 'situation-report', 'talking-points'];

/** A copy of a built-in pack whose theme was changed. */
async function changed(change: (theme: string) => string): Promise<string> {
  const folder = await folderWith();
  await cp(join(process.cwd(), 'templates/policy-brief'), join(folder, 'pack'), { recursive: true });
  const file = join(folder, 'pack/theme.yaml');
  const theme = await readFile(file, 'utf8');
  expect(change(theme)).not.toBe(theme);
  await writeFile(file, change(theme));
  return folder;
}

describe('lectern template proof', () => {
  it.each(PACKS)('makes a valid specimen of every layout of %s, and finds no fault in the pack', async (pack) => {
    const folder = await folderWith();
    const { status, err, out } = await lectern(folder, 'template', 'proof', pack, '--out', '.');
    expect(status, err).toBe(0);
    expect(err).not.toMatch(/theme\/|pack\/|template\/|deck\/|layout\/overflow/);
    const [, slides = '0', layouts = '0'] = /(\d+) slides of (\d+) layouts/.exec(out) ?? [];
    expect(Number(slides)).toBeGreaterThanOrEqual(3 * Number(layouts));
    const pptx = await readFile(join(folder, `${pack}-proof.pptx`));
    expect(slideParts(pptx)).toHaveLength(Number(slides));
    expect(await validate(pptx)).toEqual([]);
  });

  it('names text that cannot be read, regions that overlap and layouts that are missing', async () => {
    const folder = await changed((theme) =>
      theme
        .replace("dark2: '#505C6B'", "dark2: '#C6CCD3'")
        .replace('  source: { columns: 1-11,', '  source: { columns: 1-12,')
        .replace(/^ {2}timeline:$/m, '  time-line:'),
    );
    const { err } = await lectern(folder, 'template', 'proof', './pack', '--out', '.');
    expect(err).toContain('theme/contrast');
    expect(err).toMatch(/theme\/placement: the region overlaps the region (source|number)/);
    expect(err).toContain('deck/layout-unknown');
  });

  it('names a font that can only be estimated', async () => {
    const folder = await changed((theme) => theme.replace('latin: Calibri', 'latin: Brand Nobody Has'));
    const { err } = await lectern(folder, 'template', 'proof', './pack', '--out', '.');
    expect(err).toContain('Brand Nobody Has');
  });
});
