import { describe, expect, it } from 'vitest';
import { LecternError } from '../../../../../src/core/base/errors.ts';
import { writeZip, type Parts } from '../../../../../src/core/base/ooxml/zip.ts';
import { writePptx } from '../../../../../src/core/write/pptx/index.ts';
import { lint } from '../../../../../src/core/write/pptx/lint/index.ts';
import { mergeDecks, type Choice, type Conflict, type Merged } from '../../../../../src/core/write/pptx/merge/index.ts';
import { readContent } from '../../../../../src/core/write/pptx/read/content.ts';
import { articleScene } from '../../../../support/article-scene.ts';
import { slideList } from '../../../../support/hand-edits.ts';
import { opened, partText } from '../../../../support/package.ts';
import { richScene } from '../../../../support/rich-scene.ts';
import { validate } from '../../../../support/validator.ts';

const AT = '2026-01-05T12:00:00.000';

interface Topic {
  readonly id: string;
  readonly heading: string;
  readonly body: string;
}

const BASE: readonly Topic[] = [
  {
    id: 'dues',
    heading: 'Dues rise',
    body: 'Dues rise in June.\n\n- The board agreed. [¶1]\n- Barges pay less. [¶2]\n- Yachts pay more. [¶3]\n\n:::notes\nSay it slowly.\n\nThen wait.\n:::',
  },
  {
    id: 'cost',
    heading: 'What it costs',
    body: 'Three measures are planned.\n\n| Measure | Year | Million |\n| --- | --- | ---: |\n| Lock | 2026 | 12 |\n| Quay | 2027 | 30 |\n| Crane | 2028 | 7 |',
  },
  {
    id: 'boats',
    heading: 'How many boats',
    body: 'More boats each year.\n\n:::chart{type=bar title="Boats"}\n| Year | Boats |\n| --- | ---: |\n| 2023 | 120 |\n| 2024 | 240 |\n:::',
  },
  { id: 'next', heading: 'What comes next', body: 'The council decides in May.\n\n- A hearing comes first. [¶4]' },
];

async function deckOf(topics: readonly Topic[], pack = 'policy-brief'): Promise<Parts> {
  const article = `---\nid: a\ntitle: The harbour\nauthors:\n  - N. N.\npublished: 2025-03-10\nlanguage: en-GB\n---\n\n${topics.map(({ id, heading, body }) => `## ${heading} {#${id}}\n\n${body}\n`).join('\n')}`;
  const items = topics.map(({ id }) => `  - topic: a/${id}\n    depth: full\n`).join('');
  const briefing = `title: The harbour\ntemplate: ${pack}\noptions:\n  numbers: true\ndate: 2025-04-01\nitems:\n${items}`;
  return opened((await writePptx(await articleScene({ articles: [article], pack, briefing }))).value);
}

const changed = (id: string, change: (topic: Topic) => Partial<Topic>): Topic[] =>
  BASE.map((topic) => (topic.id === id ? { ...topic, ...change(topic) } : topic));
const reworded = (id: string, from: string, to: string): Topic[] => changed(id, ({ body }) => ({ body: body.replace(from, to) }));

/** The deck after a hand changed these words wherever they stand on its slides, notes or charts. */
function byHand(clean: Parts, from: string, to: string, where = /^ppt\/(?:slides|notesSlides|charts)\/[^/]+\.xml$/): Parts {
  const parts = new Map(clean);
  let found = 0;
  for (const [name, content] of clean) {
    if (typeof content !== 'string' || !where.test(name) || !content.includes(from)) continue;
    parts.set(name, content.replace(from, to));
    found += 1;
  }
  if (found === 0) throw new Error(`nothing says ${from}`);
  return parts;
}

function slideOf(parts: Parts, words: string): string {
  const found = slideList(parts).find(({ part }) => partText(parts, part).includes(words));
  if (!found) throw new Error(`no slide says ${words}`);
  return found.part;
}

function withoutSlide(clean: Parts, words: string): Parts {
  const parts = new Map(clean);
  const tag = slideList(clean).find(({ part }) => part === slideOf(clean, words))?.tag ?? '';
  const id = / id="(\d+)"/.exec(tag)?.[1] ?? '';
  parts.set('ppt/presentation.xml', partText(parts, 'ppt/presentation.xml').replace(tag, '').replace(`<p14:sldId id="${id}"/>`, ''));
  return parts;
}

const saysAnywhere = (parts: Parts, words: string): boolean => {
  const said = readContent(parts).map(
    ({ part, notesPart }) => partText(parts, part) + (notesPart === null ? '' : partText(parts, notesPart)),
  );
  return said.join('\n').includes(words);
};

const merge = (theirs: Parts, ours: Parts, choices?: ReadonlyMap<string, Choice>): Merged =>
  mergeDecks({ theirs, ours, layout: null, at: AT, ...(choices && { choices }) });

/** The one conflict of a merge, settled so. */
function settled(theirs: Parts, ours: Parts, choice: Choice): Merged {
  const [only] = merge(theirs, ours).conflicts;
  if (!only) throw new Error('nothing to settle');
  return merge(theirs, ours, new Map([[only.id, choice]]));
}

const base = await deckOf(BASE);

interface Case {
  readonly kind: Conflict['kind'];
  readonly theirs: Parts;
  readonly ours: Parts;
  /** What stands where their side is taken, and where ours is. */
  readonly his: string;
  readonly mine: string;
}

const cases: readonly Case[] = [
  {
    kind: 'words',
    theirs: byHand(base, 'Barges pay less.', 'Barges pay nothing.'),
    ours: await deckOf(reworded('dues', 'Barges pay less.', 'Barges pay half.')),
    his: 'Barges pay nothing.',
    mine: 'Barges pay half.',
  },
  {
    kind: 'cell',
    theirs: byHand(base, '<a:t>30</a:t>', '<a:t>33</a:t>'),
    ours: await deckOf(reworded('cost', '| 30 |', '| 41 |')),
    his: '>33<',
    mine: '>41<',
  },
  {
    kind: 'notes',
    theirs: byHand(base, 'Then wait.', 'Then sit down.'),
    ours: await deckOf(reworded('dues', 'Then wait.', 'Then go on.')),
    his: 'Then sit down.',
    mine: 'Then go on.',
  },
];

describe('what both sides changed', () => {
  it.each(cases)('is asked about: $kind', async ({ kind, theirs, ours, his, mine }) => {
    const open = merge(theirs, ours);
    expect(open.conflicts.map((one) => [one.kind, one.choice])).toEqual([[kind, null]]);
    expect([saysAnywhere(open.parts, his), saysAnywhere(open.parts, mine)]).toEqual([true, false]);
    // Until somebody chooses, a comment says so at the slide.
    const comments = readContent(open.parts).flatMap((slide) => slide.comments);
    expect(comments).toHaveLength(1);
    expect(comments[0]).toMatchObject({ author: 'Lectern' });
    expect(await validate(writeZip(open.parts))).toEqual([]);
    const taken = settled(theirs, ours, 'ours');
    expect([saysAnywhere(taken.parts, his), saysAnywhere(taken.parts, mine)]).toEqual([false, true]);
    expect(readContent(taken.parts).flatMap((slide) => slide.comments)).toEqual([]);
    expect(lint(taken.parts)).toEqual([]);
    const kept = settled(theirs, ours, 'theirs');
    expect([saysAnywhere(kept.parts, his), saysAnywhere(kept.parts, mine)]).toEqual([true, false]);
    const own = settled(theirs, ours, { words: ['Words of the user’s own'] });
    expect([saysAnywhere(own.parts, his), saysAnywhere(own.parts, mine), saysAnywhere(own.parts, 'Words of the user’s own')]).toEqual([
      false,
      false,
      true,
    ]);
  });

  it('is taken from both where that is chosen', () => {
    const [words] = cases;
    if (!words) return;
    const both = settled(words.theirs, words.ours, 'both');
    expect([saysAnywhere(both.parts, words.his), saysAnywhere(both.parts, words.mine)]).toEqual([true, true]);
  });

  it('may be a chart’s data', async () => {
    const theirs = byHand(base, '<c:v>240</c:v>', '<c:v>250</c:v>');
    const ours = await deckOf(reworded('boats', '| 240 |', '| 260 |'));
    const charts = (parts: Parts): string =>
      readContent(parts)
        .flatMap(({ boxes }) => boxes.flatMap(({ chart }) => chart?.series[0]?.points.map(({ value }) => value) ?? []))
        .join(' ');
    expect(merge(theirs, ours).conflicts.map(({ kind }) => kind)).toEqual(['chart']);
    expect(charts(merge(theirs, ours).parts)).toBe('120 250');
    expect(charts(settled(theirs, ours, 'ours').parts)).toBe('120 260');
    expect(lint(settled(theirs, ours, 'ours').parts)).toEqual([]);
  });

  it('may be a slide that was deleted by hand and says something else now', async () => {
    const theirs = withoutSlide(base, 'Yachts pay more.');
    const ours = await deckOf(reworded('dues', 'Yachts pay more.', 'Yachts pay double.'));
    const open = merge(theirs, ours);
    expect(open.conflicts).toMatchObject([{ kind: 'slide-deleted', theirs: [] }]);
    expect(open.conflicts[0]?.ours).toContain('Yachts pay double.');
    expect(saysAnywhere(open.parts, 'Yachts')).toBe(false);
    const back = settled(theirs, ours, 'ours');
    expect(saysAnywhere(back.parts, 'Yachts pay double.')).toBe(true);
    expect(lint(back.parts)).toEqual([]);
    expect(await validate(writeZip(back.parts))).toEqual([]);
  });

  it('may be a slide that was edited by hand and is not in the briefing any more', async () => {
    const theirs = byHand(base, 'Yachts pay more.', 'Yachts pay most.');
    const ours = await deckOf(BASE.filter(({ id }) => id !== 'dues'));
    const open = merge(theirs, ours);
    expect(open.conflicts.map(({ kind }) => kind)).toContain('slide-withdrawn');
    expect(saysAnywhere(open.parts, 'Yachts pay most.')).toBe(true);
    const withdrawn = open.conflicts.find(({ kind }) => kind === 'slide-withdrawn');
    const gone = merge(theirs, ours, new Map([[withdrawn?.id ?? '', 'ours']]));
    expect(saysAnywhere(gone.parts, 'Yachts')).toBe(false);
    expect(lint(gone.parts)).toEqual([]);
  });

  it('may be a slide that is divided anew, under what was done to it by hand', async () => {
    const slide = slideOf(base, 'Yachts pay more.');
    const theirs = new Map(base);
    theirs.set(
      slide,
      partText(base, slide).replace('<p:spPr/>', '<p:spPr><a:xfrm><a:off x="9" y="9"/><a:ext cx="4000000" cy="900000"/></a:xfrm></p:spPr>'),
    );
    const many = Array.from(
      { length: 14 },
      (_, i) =>
        `- Another point, number ${i + 10}, which is long enough to take two whole lines of the slide that it stands on, or more. [¶5]`,
    ).join('\n');
    const ours = await deckOf(changed('dues', ({ body }) => ({ body: body.replace('- Yachts', `${many}\n- Yachts`) })));
    const open = merge(theirs, ours);
    expect(open.conflicts.map(({ kind }) => kind)).toContain('division');
    expect(saysAnywhere(open.parts, '<a:off x="9" y="9"/>')).toBe(true);
    const taken = merge(theirs, ours, new Map(open.conflicts.map(({ id }) => [id, 'ours' as const])));
    expect(saysAnywhere(taken.parts, 'number 23')).toBe(true);
    expect(lint(taken.parts)).toEqual([]);
  });

  it('may be a box that was edited by hand and that our slide has not any more', async () => {
    const slide = slideOf(base, 'Dues rise in June.');
    const edited = byHand(base, 'Dues rise in June.', 'Dues rise in July.', /^ppt\/slides\/[^/]+\.xml$/);
    const theirs = new Map(edited);
    // A place of its own keeps theirs as the slide that is patched.
    theirs.set(
      slide,
      partText(edited, slide).replace(
        '<p:spPr/>',
        '<p:spPr><a:xfrm><a:off x="9" y="9"/><a:ext cx="4000000" cy="900000"/></a:xfrm></p:spPr>',
      ),
    );
    const ours = await deckOf(reworded('dues', 'Dues rise in June.\n\n', ''));
    const open = merge(theirs, ours);
    expect(open.conflicts.map(({ kind }) => kind)).toEqual(['box']);
    expect(saysAnywhere(open.parts, 'Dues rise in July.')).toBe(true);
    expect(saysAnywhere(settled(theirs, ours, 'ours').parts, 'Dues rise in July.')).toBe(false);
  });
});

describe('a picture or a design that both changed', () => {
  /** With other pixels in its picture. */
  const drawn = (parts: Parts, byte: number): Parts =>
    new Map(
      [...parts].map(([name, content]) => [
        name,
        content instanceof Uint8Array && name.startsWith('ppt/media/') ? Uint8Array.of(...content, byte) : content,
      ]),
    );
  const pixels = (parts: Parts): number[] =>
    readContent(parts).flatMap(({ part }) =>
      [...partText(parts, `${part.replace('slides/', 'slides/_rels/')}.rels`).matchAll(/Target="\.\.\/(media\/[^"]*)"/g)].flatMap(
        ([, media = '']) => {
          const content = parts.get(`ppt/${media}`);
          return content instanceof Uint8Array ? [content.at(-1) ?? 0] : [];
        },
      ),
    );

  it('is asked about: picture', async () => {
    const clean = opened((await writePptx(richScene())).value);
    const [theirs, ours] = [drawn(clean, 1), drawn(clean, 2)];
    const open = merge(theirs, ours);
    expect(new Set(open.conflicts.map(({ kind }) => kind))).toEqual(new Set(['picture']));
    expect(new Set(pixels(open.parts))).toEqual(new Set([1]));
    const chosen = merge(theirs, ours, new Map(open.conflicts.map(({ id }) => [id, 'ours' as const])));
    expect(new Set(pixels(chosen.parts))).toEqual(new Set([2]));
    // One side alone is no question.
    expect([merge(clean, ours).conflicts, merge(theirs, clean).conflicts]).toEqual([[], []]);
    expect(new Set(pixels(merge(clean, ours).parts))).toEqual(new Set([2]));
    expect(new Set(pixels(merge(theirs, clean).parts))).toEqual(new Set([1]));
  });

  it('is said: design', async () => {
    const layout = 'ppt/slideLayouts/slideLayout3.xml';
    const theirs = new Map(base);
    theirs.set(layout, partText(base, layout).replace(/<a:off x="\d+"/, '<a:off x="1"'));
    const ours = await deckOf(BASE, 'talking-points');
    const merged = merge(theirs, ours);
    expect(merged.conflicts.map(({ kind }) => kind)).toContain('design');
    // Our slides bring the design that they stand on along.
    expect([...merged.parts.keys()].filter((name) => /^ppt\/slideMasters\/[^/]+\.xml$/.test(name)).length).toBeGreaterThan(1);
    expect(await validate(writeZip(merged.parts))).toEqual([]);
  });
});

describe('source labels', () => {
  it('have their numbers by where they lead, on slides that a hand edited, too', async () => {
    // The first topic loses its first source, so that all others count one less.
    const theirs = byHand(base, 'A hearing comes first.', 'A long hearing comes first.');
    const ours = await deckOf(reworded('dues', '- The board agreed. [¶1]\n', ''));
    const label = (parts: Parts): readonly number[] =>
      readContent(parts).flatMap(({ boxes }) =>
        boxes.flatMap(({ paragraphs }) => paragraphs.flatMap(({ text, refs }) => (text.startsWith('A long hearing') ? refs : []))),
      );
    expect(label(theirs)).toEqual([4]);
    const merged = merge(theirs, ours);
    expect(label(merged.parts)).toEqual([3]);
    expect(merged.conflicts).toEqual([]);
  });

  it('that lead nowhere any more are taken out and said', async () => {
    const theirs = byHand(base, 'Barges pay less.', 'Barges pay nothing.');
    const ours = await deckOf(reworded('dues', 'Barges pay less. [¶2]', 'Barges pay less. [¶7]'));
    // Only the source of the line was changed: its words are theirs alone.
    const merged = merge(theirs, ours);
    expect(merged.conflicts).toMatchObject([{ kind: 'source', theirs: ['Barges pay nothing.'] }]);
  });
});

describe('what cannot be merged', () => {
  const refused = (theirs: Parts): string[] => {
    try {
      merge(theirs, base);
      return [];
    } catch (error) {
      return error instanceof LecternError ? error.problems.map(({ code }) => code) : [String(error)];
    }
  };
  const item = [...base.keys()].find((name) => name.startsWith('customXml/item1')) ?? '';

  it.each<[string, (parts: Parts) => void, string]>([
    ['without a recipe', (parts) => void parts.delete(item), 'merge/no-recipe'],
    ['with a damaged one', (parts) => void parts.set(item, partText(base, item).slice(0, 400)), 'merge/no-recipe'],
    [
      'of an earlier Lectern',
      (parts) =>
        void parts.set(
          item,
          partText(base, item)
            .replace('recipe:2', 'recipe:1')
            .replace(/<box [^>]*>/g, ''),
        ),
      'merge/old-recipe',
    ],
  ])('is a deck %s', (_, damage, code) => {
    const parts = new Map(base);
    damage(parts);
    expect(refused(parts)).toEqual([code]);
  });
});
