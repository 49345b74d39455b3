import { cp, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { folderWith, lectern } from '../../support/cli.ts';
import { logo, powerPointTemplate } from '../../support/corporate/powerpoint.ts';

const bytes = powerPointTemplate({
  art: () => logo({ x: 830, y: 20, width: 96, height: 40 }),
  layouts: ['title', 'obj', 'twoObj', 'titleOnly'],
});

describe('lectern template import', () => {
  it('makes a pack that proofs, builds, can be mapped by hand, and whose decks are known again', async () => {
    const folder = await folderWith({ 'House.potx': bytes });
    await cp(join(process.cwd(), 'content'), join(folder, 'content'), { recursive: true });
    const made = await lectern(folder, 'template', 'import', 'House.potx');
    expect(made.status).toBe(0);
    expect(made.out).toMatch(/points +→ slideLayout3\.xml “Zwei Inhalte”, recognised by its type/);
    expect(made.err).toMatch(/company\/layout-missing/);
    expect((await readdir(join(folder, 'templates', 'house'))).sort()).toEqual([
      'assets',
      'deck.hbs',
      'partials',
      'template.yaml',
      'theme.yaml',
    ]);
    expect(Buffer.compare(await readFile(join(folder, 'templates', 'house', 'assets', 'company.potx')), bytes)).toBe(0);

    const again = await lectern(folder, 'template', 'import', 'House.potx');
    expect([again.status, again.err]).toEqual([1, expect.stringMatching(/pack\/exists/)]);

    const doctor = await lectern(folder, 'template', 'doctor', 'house', '--out', 'pictures', '--json');
    const report = JSON.parse(doctor.out.slice(0, doctor.out.indexOf('\n}\n') + 2)) as {
      layouts: { name: string }[];
      problems: { code: string }[];
    };
    expect(report.layouts).toHaveLength(16);
    expect((await readdir(join(folder, 'pictures'))).filter((name) => name.endsWith('.svg'))).toHaveLength(16);

    expect((await lectern(folder, 'template', 'proof', 'house', '--out', 'proof')).status).toBe(0);
    const mapped = await lectern(folder, 'template', 'map', 'house', 'figures=slideLayout4');
    expect(mapped.status).toBe(0);
    expect(await readFile(join(folder, 'templates', 'house', 'template.yaml'), 'utf8')).toMatch(/figures:\s+layout: slideLayout4\.xml/);
    const refused = await lectern(folder, 'template', 'map', 'house', 'figures=slideLayout40');
    expect([refused.status, refused.err]).toEqual([1, expect.stringMatching(/company\/map[^]*allowed: slideLayout1\.xml/)]);

    const built = await lectern(folder, 'build', 'content/river-port.briefing.yaml', '--template', 'house', '--out', 'out');
    expect(built.status).toBe(0);
    const inspected = await lectern(folder, 'inspect', 'out/river-port.pptx');
    expect(inspected.status).toBe(0);
    const html = await readFile(join(folder, 'out', 'river-port.html'), 'utf8');
    // The logo is drawn in HTML too.
    expect(html.match(/<image [^>]*id="?media-/g)?.length).toBe(1);
  }, 120_000);

  it('writes nothing for a file that cannot be used', async () => {
    const folder = await folderWith({ 'old.ppt': Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0]) });
    const { status, err } = await lectern(folder, 'template', 'import', 'old.ppt');
    expect([status, err]).toEqual([1, expect.stringMatching(/company\/old-format.*\n.*save it as a PowerPoint template/)]);
    expect(await readdir(folder)).toEqual(['old.ppt']);
  });
});
