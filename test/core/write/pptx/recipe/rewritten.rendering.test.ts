import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { escape } from '../../../../../src/core/base/ooxml/xml/escape.ts';
import { writeZip, type Parts } from '../../../../../src/core/base/ooxml/zip.ts';
import { editProblems, inspectPptx, writePptx, type InspectedSlide, type Inspection } from '../../../../../src/core/write/pptx/index.ts';
import { mentionReader } from '../../../../../src/core/claims/index.ts';
import { deckSide, diffDecks } from '../../../../../src/core/write/pptx/diff/index.ts';
import { articleScene } from '../../../../support/article-scene.ts';
import { ingest, sampleIn } from '../../../../support/corporate/build.ts';
import { CORPORATE_SAMPLES } from '../../../../support/corporate/samples.ts';
import { DECK_LANGUAGES, languageDeck } from '../../../../support/language-decks.ts';
import { convert, convertAll, hasLibreOffice } from '../../../../support/libreoffice.ts';
import { opened, partText } from '../../../../support/package.ts';
import { richScene } from '../../../../support/rich-scene.ts';
import { PACKS, SAMPLES, sampleScene } from '../../../../support/samples.ts';

const PRESENTATION = 'ppt/presentation.xml';

/** One slide of a deck that is being worked on: its part, and whether its words were changed. */
interface Worked {
  readonly part: string;
  readonly edit: 'none' | 'word' | 'all';
}

const SLIDES_TAG = /<p:sldIdLst>.*?<\/p:sldIdLst>/s;

function slideParts(parts: Parts): string[] {
  const targets = new Map(
    [...partText(parts, 'ppt/_rels/presentation.xml.rels').matchAll(/<Relationship\s[^>]*>/g)].map(([tag]) => [
      /\sId="([^"]*)"/.exec(tag)?.[1] ?? '',
      /\sTarget="([^"]*)"/.exec(tag)?.[1] ?? '',
    ]),
  );
  return [...partText(parts, PRESENTATION).matchAll(/<p:sldId\s[^>]*r:id="([^"]*)"/g)].map(([, id = '']) => targets.get(id) ?? '');
}

/**
 * A deck as a program leaves it that knows nothing of what it read but what is seen: creation ids and names are gone, slide ids
 * numbered anew, shapes in another order, every run with properties of its own. As LibreOffice 7.4 does it.
 */
function rewritten(clean: Parts, slides: readonly Worked[]): Inspection {
  const parts = new Map(clean);
  const ids = new Map<string, string>();
  for (const [, id = '', target = ''] of partText(parts, 'ppt/_rels/presentation.xml.rels').matchAll(/Id="([^"]*)"[^>]*Target="([^"]*)"/g))
    ids.set(target, id);
  slides.forEach(({ part, edit }) => {
    const name = `ppt/${part}`;
    let xml = partText(parts, name)
      .replace(/<p:extLst>.*?<\/p:extLst>/gs, '')
      .replace(/<p14:creationId [^>]*\/>/g, '')
      .replace(/<a:rPr([^>]*?)(\/?)>/g, '<a:rPr$1 kern="0"$2>');
    const shapes = xml.match(/<p:sp>.*?<\/p:sp>/gs) ?? [];
    if (shapes.length > 1) {
      const [first = ''] = shapes;
      xml = xml.replace(first, '').replace(shapes.at(-1) ?? '', `${shapes.at(-1) ?? ''}${first}`);
    }
    if (edit === 'word') xml = xml.replace(/<a:t>([^<]{3,})<\/a:t>(?![^]*<a:t>[^<]{3,}<\/a:t>)/, '<a:t>$1 anew</a:t>');
    if (edit === 'all') xml = xml.replace(/<a:t>[^<]+<\/a:t>/g, '<a:t>Nothing of ours</a:t>');
    parts.set(name, xml);
  });
  const list = slides.map(({ part }, i) => `<p:sldId id="${256 + i}" r:id="${ids.get(part) ?? ''}"/>`).join('');
  parts.set(PRESENTATION, partText(parts, PRESENTATION).replace(SLIDES_TAG, `<p:sldIdLst>${list}</p:sldIdLst>`));
  return inspectPptx(writeZip(parts)).value;
}

let clean: Parts;
let original: readonly InspectedSlide[];
let all: readonly string[];

beforeAll(async () => {
  const { value } = await writePptx(await sampleScene({ sample: SAMPLES[1] ?? SAMPLES[0] ?? '', pack: 'policy-brief' }));
  clean = opened(value);
  original = inspectPptx(value).value.slides;
  all = slideParts(clean);
});

const untouched = (parts: readonly string[]): Worked[] => parts.map((part) => ({ part, edit: 'none' }));

describe('a deck that another program wrote anew', () => {
  it('unedited has every slide known, none called changed, and says that looks cannot be compared', () => {
    const found = rewritten(clean, untouched(all));
    expect(found.rewritten).toBe(true);
    expect(found.digest).toBe('changed');
    expect(found.slides.map(({ id, refs, changed, moved }) => ({ id, refs, changed, moved }))).toEqual(
      original.map(({ id, refs }) => ({ id, refs, changed: false, moved: false })),
    );
    expect(editProblems(found, 'inspect/edited', 'Keep it.')).toEqual([]);
  });

  it('names for no slide the sources of another, whatever was deleted, moved, copied, edited or written over', () => {
    const idOf = new Map(all.map((part, i) => [part, original[i]]));
    const scripts = fc.array(
      fc.record({
        part: fc.constantFrom(...all),
        edit: fc.constantFrom('none' as const, 'none' as const, 'word' as const, 'all' as const),
      }),
      { minLength: 1, maxLength: 20 },
    );
    fc.assert(
      fc.property(scripts, (script) => {
        // A part can stand once in a presentation's list.
        const slides = [...new Map(script.map((slide) => [slide.part, slide])).values()];
        const found = rewritten(clean, slides);
        expect(found.slides).toHaveLength(slides.length);
        found.slides.forEach((slide, i) => {
          const { part, edit } = slides[i] ?? { part: '', edit: 'none' };
          const ours = idOf.get(part);
          if (slide.id === null) {
            expect(slide).toMatchObject({ refs: [], unknown: true, added: false });
            expect(edit, part).not.toBe('none');
          } else expect([slide.id, slide.refs]).toEqual([ours?.id, ours?.refs]);
          if (edit === 'none') expect(slide.changed).toBe(false);
          else if (slide.id !== null) expect(slide.changes).toContain('words');
        });
        expect(found.removed.map(({ id }) => id).sort()).toEqual(
          original.flatMap(({ id }) => (id !== null && !found.slides.some((slide) => slide.id === id) ? [id] : [])).sort(),
        );
      }),
      { numRuns: 60 },
    );
  });

  it('knows decks of before there were digests by their titles alone, and never by their place', () => {
    const old = new Map(clean);
    const item = [...old.keys()].find((name) => name.startsWith('customXml/item1')) ?? '';
    // Recipe 1 had a title in words and no boxes.
    const titles = new Map(original.map(({ id, title }) => [id ?? '', title]));
    const asOne = partText(old, item)
      .replace('urn:lectern:recipe:2', 'urn:lectern:recipe:1')
      .replace(/<box [^>]*>/g, '')
      .replace(/(<slide id="([^"]*)"[^>]*? title=")[^"]*/g, (_, start: string, id: string) => `${start}${escape(titles.get(id) ?? '')}`);
    old.set(item, asOne);
    const found = rewritten(old, untouched(all.slice(1)));
    expect(found.slides.map(({ id }) => id)).toEqual(original.slice(1).map(({ id }) => id));
    expect(found.slides.some(({ changed }) => changed)).toBe(false);
  });
});

describe.skipIf(!hasLibreOffice('test/core/write/pptx/recipe/rewritten.rendering.test.ts'))('a deck that LibreOffice saved', () => {
  it('unedited is unchanged on every slide, whatever its template, page and language', { timeout: 600_000 }, async () => {
    const company = ['4:3, no types, a logo in the title', 'A4, dark, a side panel and Chinese names'].map(async (name) => {
      const sample = CORPORATE_SAMPLES.find((one) => one.name === name);
      if (!sample) throw new Error(name);
      return sampleIn(ingest(await sample.make(), sample.file).pack, SAMPLES[0] ?? '');
    });
    const scenes = await Promise.all([
      ...PACKS.flatMap((pack) => SAMPLES.map((sample) => sampleScene({ sample, pack }))),
      sampleScene({ sample: SAMPLES[0] ?? '', pack: 'talking-points', format: '4:3' }),
      sampleScene({ sample: SAMPLES[1] ?? '', pack: 'situation-report', format: 'A4', variant: 'dark' }),
      ...DECK_LANGUAGES.map((language) => articleScene(languageDeck(language))),
      ...company,
      Promise.resolve(richScene()),
    ]);
    const decks = await Promise.all(scenes.map(async (scene) => (await writePptx(scene)).value));
    const saved = await convertAll(decks, { format: 'pptx' });
    expect(decks.length).toBeGreaterThan(16);
    decks.forEach((deck, i) => {
      const before = inspectPptx(deck).value.slides;
      const bytes = saved[i] ?? deck;
      const found = inspectPptx(bytes).value;
      const name = `deck ${i}: ${scenes[i]?.meta.title ?? ''}`;
      expect(found.rewritten, name).toBe(true);
      expect(
        found.slides.map(({ id, refs, changes, moved }) => ({ id, refs, changes, moved })),
        name,
      ).toEqual(before.map(({ id, refs }) => ({ id, refs, changes: [], moved: false })));
      expect(found.removed).toEqual([]);
      const diff = diffDecks(deckSide(deck), deckSide(bytes), mentionReader);
      expect([diff.changed, diff.everywhere, diff.design, diff.looksCompared], name).toEqual([[], [], false, false]);
    });
  });

  it('after a slide was deleted has each source at its own slide', { timeout: 240_000 }, async () => {
    const { value } = await writePptx(await sampleScene({ sample: SAMPLES[0] ?? '', pack: 'situation-report' }));
    const parts = opened(value);
    const before = inspectPptx(value).value.slides;
    let number = 0;
    parts.set(
      PRESENTATION,
      partText(parts, PRESENTATION).replace(/<p:sldId [^>]*\/>/g, (tag) => ((number += 1) === 3 ? '' : tag)),
    );
    const found = inspectPptx(await convert(writeZip(parts), { format: 'pptx' })).value;
    const left = before.filter((slide) => slide.number !== 3);
    expect(found.slides.map(({ id, refs }) => ({ id, refs }))).toEqual(left.map(({ id, refs }) => ({ id, refs })));
    expect(found.removed.map(({ id }) => id)).toEqual([before[2]?.id]);
  });
});
