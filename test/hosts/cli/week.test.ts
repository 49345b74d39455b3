/** What happens to a deck in a week: it goes out, colleagues work on it, the article changes, it is merged, taken home, handed on. */
import { cp, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { folderWith, lectern } from '../../support/cli.ts';

const BRIEFING = 'content/south-caucasus.briefing.yaml';

/** A folder with the sample, and its deck of Monday. */
async function monday(): Promise<string> {
  const folder = await folderWith();
  await cp(join(process.cwd(), 'content'), join(folder, 'content'), { recursive: true });
  const { status, err } = await lectern(folder, 'build', BRIEFING, '--out', 'out', '--format', 'pptx');
  expect(status, err).toBe(0);
  return folder;
}

/** Somebody works on a .pptx, as PowerPoint writes it. */
async function work(file: string, change: (parts: Map<string, string>) => void): Promise<void> {
  const files = unzipSync(await readFile(file));
  const texts = new Map(
    Object.entries(files).flatMap(([name, bytes]) => (/\.(?:xml|rels)$/.test(name) ? [[name, strFromU8(bytes)] as const] : [])),
  );
  change(texts);
  await writeFile(file, zipSync({ ...files, ...Object.fromEntries([...texts].map(([name, text]) => [name, strToU8(text)])) }));
}

/** The one slide, or page of notes, that says these words. */
function saying(parts: Map<string, string>, folder: 'slides' | 'notesSlides', words: string): string {
  const found = [...parts].filter(([name, text]) => name.startsWith(`ppt/${folder}/`) && name.endsWith('.xml') && text.includes(words));
  if (found.length !== 1) throw new Error(`${found.length} of ${folder} say ${words}`);
  return found[0]?.[0] ?? '';
}

/** Exchanges words that are shown on the slide that says `on`; alternative text stays, as in PowerPoint. */
function swap(parts: Map<string, string>, from: string, to: string, on = from, folder: 'slides' | 'notesSlides' = 'slides'): void {
  const name = saying(parts, folder, on);
  const pieces = (parts.get(name) ?? '').split(/(<a:t>[^<]*<\/a:t>)/);
  const at = pieces.findIndex((piece) => piece.startsWith('<a:t>') && piece.includes(from));
  if (at < 0) throw new Error(`${name} does not say ${from}`);
  parts.set(name, pieces.with(at, (pieces[at] ?? '').replace(from, to)).join(''));
}

/** Each slide's tag in the presentation's list, by the words that it alone says. */
function tagOf(parts: Map<string, string>, tags: readonly string[], words: string): string {
  const file = saying(parts, 'slides', words).replace('ppt/', '');
  const relationships = parts.get('ppt/_rels/presentation.xml.rels') ?? '';
  const id = /\bId="([^"]*)"/.exec(relationships.match(/<Relationship [^>]*>/g)?.find((one) => one.includes(file)) ?? '')?.[1] ?? '';
  const tag = tags.find((one) => one.includes(`r:id="${id}"`));
  if (tag === undefined) throw new Error(`no slide of the presentation is ${file}`);
  return tag;
}

function slides(parts: Map<string, string>, change: (tags: string[]) => string[]): void {
  const xml = parts.get('ppt/presentation.xml') ?? '';
  const tags = [...xml.matchAll(/<p:sldId [^>]*\/>/g)].map(([tag]) => tag);
  const now = change(tags);
  const gone = tags.filter((tag) => !now.includes(tag)).map((tag) => / id="(\d+)"/.exec(tag)?.[1] ?? '');
  const listed = xml.replace(/<p:sldIdLst>.*<\/p:sldIdLst>/, `<p:sldIdLst>${now.join('')}</p:sldIdLst>`);
  parts.set(
    'ppt/presentation.xml',
    gone.reduce((text, id) => text.replace(`<p14:sldId id="${id}"/>`, ''), listed),
  );
}

/** Three colleagues: words on three slides, one slide deleted, one moved, a note. */
function tuesday(parts: Map<string, string>): void {
  swap(parts, 'Two obstacles to an agreement have receded', 'Two obstacles have receded', 'With the enclave’s fall');
  swap(parts, 'Ties to the West have been visibly worse since then.', 'Ties to the West have been worse since then.');
  swap(
    parts,
    'Calls within the EU for sanctions, based on allegations of ethnic cleansing, fuel hostility.',
    'Calls in the EU for sanctions fuel hostility.',
  );
  const note = 'These questions are not in the article; say so.';
  swap(parts, note, 'Say that these questions are ours.', note, 'notesSlides');
  slides(parts, (tags) => {
    const deleted = tagOf(parts, tags, 'Armenia should understand that the roots');
    const moved = tagOf(parts, tags, 'Significant tensions must still be resolved.');
    return tags.filter((tag) => tag !== deleted && tag !== moved).toSpliced(2, 0, moved);
  });
}

/** The article has another figure. */
async function wednesday(folder: string): Promise<void> {
  const file = join(folder, 'content/south-caucasus.md');
  const text = await readFile(file, 'utf8');
  await writeFile(
    file,
    text.replace('Azerbaijan claims eight villages that lie in Armenia.', 'Azerbaijan claims nine villages that lie in Armenia.'),
  );
}

async function said(file: string, parts = /^ppt\/(?:slides|notesSlides)\/[^/]+\.xml$/): Promise<string> {
  const files = unzipSync(await readFile(file));
  return Object.entries(files)
    .filter(([name]) => parts.test(name))
    .map(([, bytes]) => strFromU8(bytes))
    .join('\n');
}

describe('a week', () => {
  it('merges what colleagues did with what the article says now, and takes home what they did', async () => {
    const folder = await monday();
    const deck = join(folder, 'out/south-caucasus.pptx');
    await work(deck, tuesday);
    await wednesday(folder);

    // Thursday: nothing is written over their work.
    const before = await readFile(deck);
    const again = await lectern(folder, 'build', BRIEFING, '--out', 'out', '--format', 'pptx');
    expect(again.status).toBe(1);
    expect((await readFile(deck)).equals(before)).toBe(true);

    // Its mark is another, too: a slide that a hand moved has it, and none is without.
    const file = join(folder, BRIEFING);
    await writeFile(file, (await readFile(file, 'utf8')).replace('FOR INTERNAL USE', 'FOR THE MINISTER ALONE'));
    const merged = await lectern(folder, 'merge', 'out/south-caucasus.pptx', '--briefing', BRIEFING);
    expect(merged.status, merged.err).toBe(0);
    expect(merged.err).not.toContain('merge/unmarked');
    expect((await readFile(deck)).equals(before)).toBe(true);
    const words = await said(join(folder, 'out/south-caucasus.merged.pptx'));
    for (const one of [
      'Two obstacles have receded',
      'have been worse since then',
      'Calls in the EU for sanctions fuel hostility.',
      'Say that these questions are ours.',
      'nine villages',
    ])
      expect(words.includes(one), one).toBe(true);
    const shown = await said(join(folder, 'out/south-caucasus.merged.pptx'), /^ppt\/slides\/[^/]+\.xml$/);
    for (const one of [
      'Two obstacles to an agreement',
      'visibly worse since then',
      'eight villages that lie',
      'Armenia should understand that the roots',
    ])
      expect(shown.includes(one), one).toBe(false);

    // What they did comes home, so that the other formats have it, too.
    const home = await lectern(folder, 'adopt', 'out/south-caucasus.pptx', '--briefing', BRIEFING, '--take', 'all', '--json');
    expect(home.status, home.err + home.out).toBe(0);
    const offers = (JSON.parse(home.out) as { offers: { edit: { kind: string }; now: string | null; question: boolean }[] }).offers;
    expect(offers.map(({ edit }) => edit.kind).sort()).toEqual(['item-moved', 'line', 'line', 'line', 'line', 'slide-removed']);
    const built = await lectern(folder, 'build', BRIEFING, '--out', 'friday', '--format', 'pptx,html', '--for', 'audience');
    expect(built.status, built.err).toBe(0);
    const page = await readFile(join(folder, 'friday/south-caucasus.audience.html'), 'utf8');
    for (const one of ['Two obstacles have receded', 'worse since then', 'nine villages']) expect(page.includes(one), one).toBe(true);
    expect(page.includes('Armenia should understand that the roots')).toBe(false);

    // Handed over with the deck on which colleagues worked beside it: all that they did is in the briefing by now, so nothing is left.
    const home2 = await lectern(folder, 'handover', BRIEFING, '--out', 'out', '--without', 'pdf');
    expect(home2.status, home2.err).toBe(0);
    expect(home2.err).not.toContain('handover/edits-left');

    // Handed over twice, the second time it says what has changed.
    const first = await lectern(
      folder,
      'handover',
      'content/river-port.briefing.yaml',
      '--to',
      'The council',
      '--out',
      'given',
      '--without',
      'pdf',
    );
    expect(first.status, first.err).toBe(0);
    const text = await readFile(join(folder, 'content/river-port.md'), 'utf8');
    await writeFile(
      join(folder, 'content/river-port.md'),
      text.replace('Three of four quarters beat the forecast.', 'All four quarters beat the forecast.'),
    );
    const second = await lectern(
      folder,
      'handover',
      'content/river-port.briefing.yaml',
      '--to',
      'The council',
      '--out',
      'given',
      '--without',
      'pdf',
      '--json',
    );
    expect(second.status, second.err).toBe(0);
    const { place } = (JSON.parse(second.out) as { handover: { place: string } }).handover;
    expect(await readFile(join(place, 'changes.txt'), 'utf8')).toMatch(/All[^]*four quarters beat the forecast/);

    // Nothing is left to take home.
    const rest = await lectern(folder, 'adopt', 'out/south-caucasus.pptx', '--briefing', BRIEFING, '--json');
    expect((JSON.parse(rest.out) as { offers: unknown[] }).offers).toEqual([]);
  });

  it('asks where the article changed the same line, keeps theirs with a comment, and takes what is chosen', async () => {
    const folder = await monday();
    const deck = join(folder, 'out/south-caucasus.pptx');
    await work(deck, (parts) =>
      swap(parts, 'Azerbaijan claims eight villages that lie in Armenia.', 'Azerbaijan claims villages in Armenia.'),
    );
    await wednesday(folder);
    const handed = await lectern(folder, 'handover', BRIEFING, '--out', 'out', '--without', 'pdf');
    expect([handed.status, handed.err.includes('handover/conflict')]).toEqual([1, true]);
    expect(await readdir(join(folder, 'out'))).toEqual(['south-caucasus.pptx']);
    const open = await lectern(folder, 'merge', 'out/south-caucasus.pptx', '--briefing', BRIEFING);
    expect(open.status).toBe(1);
    expect(open.err).toMatch(/merge\/conflict[^]*claims villages in Armenia[^]*nine villages/);
    expect((await said(join(folder, 'out/south-caucasus.merged.pptx'))).includes('claims villages in Armenia')).toBe(true);
    // Merged again it is still not settled.
    const again = await lectern(folder, 'merge', 'out/south-caucasus.merged.pptx', '--briefing', BRIEFING, '--dry-run');
    expect([again.status, again.err.includes('merge/unsettled')]).toEqual([1, true]);
    const taken = await lectern(folder, 'merge', 'out/south-caucasus.pptx', '--briefing', BRIEFING, '--take', 'ours');
    expect(taken.status, taken.err).toBe(0);
    expect(taken.out).toContain('south-caucasus.merged-2.pptx');
    expect((await said(join(folder, 'out/south-caucasus.merged-2.pptx'))).includes('nine villages')).toBe(true);
  });

  it.each([
    ['text', 'not a deck'],
    ['a zip that is none', Buffer.from(zipSync({ 'a.txt': strToU8('a') }))],
  ])('refuses to merge or adopt %s, and writes nothing', async (_, content) => {
    const folder = await folderWith({ 'deck.pptx': content });
    for (const command of ['merge', 'adopt']) {
      const { status, err } = await lectern(folder, command, 'deck.pptx');
      expect(status).toBe(1);
      expect(err).toContain('inspect/unreadable');
    }
  });
});
