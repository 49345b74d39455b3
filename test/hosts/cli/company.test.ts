import { cp, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import type { PackManifest } from '../../../src/core/template/types.ts';
import { folderWith, lectern } from '../../support/cli.ts';
import { acting, linkedPicture, relation, tampered } from '../../support/corporate/live.ts';
import { logo, powerPointTemplate } from '../../support/corporate/powerpoint.ts';
import { packTheme } from '../../support/theme.ts';

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
    expect(made.out).toMatch(/Tried with specimens of every kind of slide: \d+ of 100/);
    expect(made.err).toMatch(/company\/layout-missing/);
    expect((await readdir(join(folder, 'templates', 'house'))).sort()).toEqual([
      'assets',
      'deck.hbs',
      'partials',
      'template.yaml',
      'theme.yaml',
    ]);
    expect(Buffer.compare(await readFile(join(folder, 'templates', 'house', 'assets', 'company.potx')), bytes)).toBe(0);
    const { options } = parse(await readFile(join(folder, 'templates', 'house', 'template.yaml'), 'utf8')) as PackManifest;
    expect([options['coverFigures']?.default, options['agenda']?.default]).toEqual([false, true]);

    const again = await lectern(folder, 'template', 'import', 'House.potx');
    expect([again.status, again.err]).toEqual([1, expect.stringMatching(/pack\/exists/)]);

    const doctor = await lectern(folder, 'template', 'doctor', 'house', '--out', 'pictures', '--json');
    const report = JSON.parse(doctor.out.slice(0, doctor.out.indexOf('\n}\n') + 2)) as {
      layouts: { name: string }[];
      problems: { code: string }[];
    };
    const layouts = Object.keys(packTheme().layouts);
    expect(report.layouts.map(({ name }) => name).sort()).toEqual(layouts.sort());
    expect((await readdir(join(folder, 'pictures'))).filter((name) => name.endsWith('.svg'))).toHaveLength(layouts.length);

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

describe('an organisation’s file that acts', () => {
  const live = tampered(bytes, {
    shapes: linkedPicture('Wappen', 'r:link="rIdX"') + acting('Knopf', '<a:hlinkClick r:id="rIdY" action="ppaction://program"/>'),
    relations: { rIdX: relation('image', 'http://evil.example/t.png'), rIdY: relation('hyperlink', 'file:///C:/evil.exe') },
  });

  it('is taken in without what acts, which is named; put into the pack by hand it is refused by check, doctor and build', async () => {
    const folder = await folderWith({ 'House.potx': live });
    await cp(join(process.cwd(), 'content'), join(folder, 'content'), { recursive: true });
    const made = await lectern(folder, 'template', 'import', 'House.potx');
    expect(made.status).toBe(0);
    expect(made.err).toMatch(
      /House\.potx, layout “Titelfolie”, picture “Wappen” \(ppt\/slideLayouts\/slideLayout1\.xml\): warning company\/live-left-out: a linked picture was taken out\n +received: http:\/\/evil\.example\/t\.png/,
    );
    expect(made.err).toMatch(/shape “Knopf” [^]*an action that starts a program was taken out\n +received: file:\/\/\/C:\/evil\.exe/);
    const base = join(folder, 'templates', 'house', 'assets', 'company.potx');
    expect((await readFile(base)).includes('evil')).toBe(false);
    expect(await lectern(folder, 'check', 'templates')).toMatchObject({ status: 0 });

    await writeFile(base, live);
    const build = ['build', 'content/river-port.briefing.yaml', '--template', 'house', '--out', 'out'];
    for (const command of [['check', 'templates'], ['template', 'doctor', 'house'], build, [...build, '--format', 'html']]) {
      const { status, err } = await lectern(folder, ...command);
      expect([command[0], status]).toEqual([command[0], 1]);
      expect(err).toMatch(
        /house\/assets\/company\.potx, layout “Titelfolie”, picture “Wappen”[^]*error company\/live-content[^]*template import/,
      );
    }
    expect(await readdir(join(folder, 'out')).catch(() => [])).toEqual([]);
  });

  it('with broken relationships is refused by name', async () => {
    const folder = await folderWith({ 'House.potx': tampered(bytes, { parts: { '_rels/.rels': '<Relationships><Relationship Id=' } }) });
    const { status, err } = await lectern(folder, 'template', 'import', 'House.potx');
    expect([status, err]).toEqual([1, expect.stringMatching(/House\.potx: error company\/broken[^]*received: _rels\/\.rels/)]);
  });
});
