import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Parts } from '../../../../../src/core/base/ooxml/zip.ts';
import { writeZip } from '../../../../../src/core/base/ooxml/zip.ts';
import { lint } from '../../../../../src/core/write/pptx/lint/index.ts';
import { mergeDecks, type Merged } from '../../../../../src/core/write/pptx/merge/index.ts';
import { plainTitle, readContent } from '../../../../../src/core/write/pptx/read/content.ts';
import type { ContentBox } from '../../../../../src/core/write/pptx/read/types.ts';
import { handOps, worked, type HandOp } from '../../../../support/hand-edits.ts';
import { baseModel, changed, deckOf, ourOps, type ModelTopic, type OurOp } from '../../../../support/merge-model.ts';
import { opened } from '../../../../support/package.ts';
import { PACKS } from '../../../../support/samples.ts';

/** More than the few of every run: `LECTERN_MERGES=300`. */
const RUNS = Number(process.env['LECTERN_MERGES'] ?? 20);
/** Every run of a few looks at the same ones; a search looks at others each time, and again at those of `LECTERN_SEED`. */
const given = process.env['LECTERN_SEED'] ?? (process.env['LECTERN_MERGES'] === undefined ? '20261130' : undefined);
const SEED = given === undefined ? {} : { seed: Number(given) };
const AT = '2026-01-05T12:00:00.000';
const OWN = /[qot]z[a-z]{3}/g;

function linesOf(box: ContentBox): string[] {
  return [
    ...(box.kind === 'group' ? [] : box.paragraphs.map(({ text }) => text)),
    ...box.rows.flatMap(({ cells }) => cells.map(({ text }) => text)),
    ...box.children.flatMap(linesOf),
  ];
}

function textsOf(parts: Parts): string[] {
  return readContent(parts).flatMap(({ boxes, notes }) => [...boxes.flatMap(linesOf), ...notes.map(({ text }) => text)]);
}

/** How often each line's own word stands in a deck. */
function counts(texts: readonly string[]): Map<string, number> {
  const found = new Map<string, number>();
  for (const text of texts) for (const [own] of text.matchAll(OWN)) found.set(own, (found.get(own) ?? 0) + 1);
  return found;
}

const findings = (parts: Parts): string[] => lint(parts).map((finding) => JSON.stringify(finding));
const merge = (theirs: Parts, ours: Parts): Merged => mergeDecks({ theirs, ours, layout: null, at: AT });

let contestedPairs = 0;

/** A slide that the briefing no longer divides and a hand worked on: both parts stay, and their number is no title that a hand gave. */
const DIVIDED: [ModelTopic[], OurOp[], HandOp[], number[], string] = [
  ['b', 'd', 'j', 'p'].map((own, i) => ({
    id: `t${i}`,
    heading: `Heading qz${own}aa`,
    summary: `qz${own}ab of all measures`,
    points: Array.from(
      { length: own === 'p' ? 9 : 0 },
      (_, at) =>
        `qz${own}b${'abcdefghi'[at] ?? ''} ${at < 6 ? 'the harbour board agreed on dues for barges' : 'and the council has asked for a second opinion before the summer'}`,
    ),
    table: null,
    chart: null,
    events: null,
    notes: [],
  })),
  [{ kind: 'drop-point', topic: 3, at: 0 }],
  [{ kind: 'split', slide: 5, at: 1 }],
  [],
  'policy-brief',
];

/** Ours has another layout since, and a hand's line has no place on it: what is new of ours comes to theirs, whose layout has no placeholder for it. */
const RELAID: typeof DIVIDED = [
  ['b', 'd', 'f', 'j', 'l'].map((own, i) => ({
    id: `t${i}`,
    heading: `Heading qz${own}aa`,
    summary:
      [
        'qz$aa the harbour board agreed on dues for barges',
        'qz$ab and the council has asked for a second opinion before the summer',
        'qz$ab of all measures',
        'qz$ab in the third quarter, as the report says, with conditions that were not met',
        'qz$ab the harbour board agreed on dues for barges',
      ][i]?.replace('$', own) ?? '',
    points: own === 'f' ? ['qzfba the harbour board agreed on dues for barges', 'qzfbb the harbour board agreed on dues for barges'] : [],
    table: null,
    chart: null,
    events: null,
    notes: [],
  })),
  [{ kind: 'summary', topic: 2, at: 0 }],
  [{ kind: 'add-line', slide: 27, at: 0 }],
  [],
  'talking-points',
];

/** The briefing has a point more, so that a topic's two slides became one: a line that a hand reworded stands on another slide now. */
const JOINED: typeof DIVIDED = [
  ['b', 'h', 'j', 'l', 'o'].map((own, i) => ({
    id: `t${i}`,
    heading: `Heading qz${own}aa`,
    summary:
      [
        'qzcaa the harbour board agreed on dues for barges',
        'qziaa and the council has asked for a second opinion before the summer',
        'qzkaa of all measures',
        'qzmaa in the third quarter, as the report says, with conditions that were not met',
        'qzpaa the harbour board agreed on dues for barges',
      ][i] ?? '',
    points:
      [
        ['qzdaa the harbour board agreed on dues for barges'],
        [],
        [],
        ['qznaa the harbour board agreed on dues for barges'],
        ['qzqaa the harbour board agreed on dues for barges'],
      ][i] ?? [],
    table: null,
    chart: null,
    events: i === 0 ? ['qzeaa', 'qzfaa', 'qzgaa'] : null,
    notes: [],
  })),
  [{ kind: 'add-point', topic: 8, at: 0 }],
  [{ kind: 'word', slide: 18, at: 15 }],
  [],
  'talking-points',
];

/** The same the other way round: the briefing has a point less, and the line stands on a slide that there was not. */
const PARTED: typeof DIVIDED = [
  JOINED[0].map((topic, i) =>
    i === 3
      ? {
          ...topic,
          points: [
            'qzuaa and the council has asked for a second opinion before the summer',
            'qznaa the harbour board agreed on dues for barges',
          ],
        }
      : topic,
  ),
  [{ kind: 'drop-point', topic: 3, at: 0 }],
  [{ kind: 'word', slide: 6, at: 3 }],
  [],
  'talking-points',
];

/** A hand broke a title in two that the briefing words otherwise: the sources' list has the title that stands, the first time, too. */
const RETITLED: typeof DIVIDED = [
  ['b', 's'].map((own, i) => ({
    id: `t${i}`,
    heading: `Heading qz${own}aa`,
    summary: ['qzcaa the harbour board agreed on dues for barges', 'qztaa and the council has asked for a second opinion'][i] ?? '',
    points: [],
    table: null,
    chart: null,
    events: null,
    notes: [],
  })),
  [{ kind: 'heading', topic: 0, at: 0 }],
  [{ kind: 'split', slide: 1, at: 0 }],
  [],
  'policy-brief',
];

/** What stood on two slides is one divided slide now, and a hand took a line out: its second part has a title that no list has. */
const LISTED: typeof DIVIDED = [
  ['b', 'd'].map((own, i) => ({
    id: `t${i}`,
    heading: `Heading qz${own}aa`,
    summary: ['qzcaa the harbour board agreed on dues', 'qzeaa and the council has asked for a second opinion before the summer'][i] ?? '',
    points: i === 0 ? [] : ['f', 'g', 'h', 'i', 'j', 'k'].map((own2) => `qz${own2}aa the harbour board agreed on dues for barges`),
    table: null,
    chart: null,
    events: null,
    notes: [],
  })),
  [{ kind: 'add-point', topic: 7, at: 0 }],
  [
    { kind: 'copy-slide', slide: 0, at: 0 },
    { kind: 'drop-line', slide: 4, at: 1 },
  ],
  [],
  'talking-points',
];

/** A hand copied the cover, whose every line stands on other slides, too: it is no new slide of ours. */
const COPIED: typeof DIVIDED = [
  ['b', 'd'].map((own, i) => ({
    id: `t${i}`,
    heading: `Heading qz${own}aa`,
    summary: ['qzcaa the harbour board agreed on dues', 'qzeaa and the council has asked for a second opinion'][i] ?? '',
    points: [],
    table: null,
    chart: null,
    events: null,
    notes: [],
  })),
  [{ kind: 'add-topic', topic: 0, at: 0 }],
  [{ kind: 'copy-slide', slide: 0, at: 0 }],
  [],
  'situation-report',
];

/** A hand copied a slide that the briefing has made two of, with a line more: the copy is not the new one, taken over. */
const COPIED_PART: typeof DIVIDED = [
  ['b', 'd', 'f', 'i'].map((own, i) => ({
    id: `t${i}`,
    heading: `Heading qz${own}aa`,
    summary:
      [
        'qzcaa the harbour board agreed on dues for barges',
        'qzeaa and the council has asked for a second opinion before the summer',
        'qzgaa of all measures',
        'qzjaa in the third quarter, as the report says, with conditions that were not met',
      ][i] ?? '',
    points:
      [
        [],
        [],
        ['qzhaa the harbour board agreed on dues for barges'],
        [
          'qzkaa the harbour board agreed on dues for barges',
          'qzlaa in the third quarter, as the report says, with conditions that were not met',
          'qzmaa the harbour board agreed on dues for barges',
          'qznaa of all measures',
        ],
      ][i] ?? [],
    table:
      i === 3
        ? [
            ['qzoaa', 'qzpaa', 'qzqaa'],
            ['qzraa', 'qzsaa', 'qztaa'],
            ['qzuaa', 'qzvaa', 'qzwaa'],
          ]
        : null,
    chart: null,
    events: null,
    notes: [],
  })),
  [{ kind: 'add-point', topic: 3, at: 0 }],
  [{ kind: 'copy-slide', slide: 13, at: 0 }],
  [],
  'talking-points',
];

/** Of a slide whose topic is gone and that a hand retitled, what every slide says is left, and of ours one slide is new: they are not one. */
const LEFT_OVER: typeof DIVIDED = [
  ['b', 's', 'x', 'c'].map((own, i) => ({
    id: `t${i}`,
    heading: `Heading qz${own}${i === 3 ? 'ba' : 'aa'}`,
    summary:
      [
        'qzcaa the harbour board agreed on dues for barges',
        'qztaa and the council has asked for a second opinion before the summer',
        'qzyaa of all measures',
        'qzdba in the third quarter, as the report says, with conditions that were not met',
      ][i] ?? '',
    points: i === 0 ? ['d', 'e', 'f', 'g', 'h', 'i'].map((one) => `qz${one}aa the harbour board agreed on dues for barges`) : [],
    table:
      i === 0
        ? [
            ['qzjaa', 'qzkaa', 'qzlaa'],
            ['qzmaa', 'qznaa', 'qzoaa'],
            ['qzpaa', 'qzqaa', 'qzraa'],
          ]
        : null,
    chart: null,
    events: [null, ['qzuaa', 'qzvaa', 'qzwaa'], ['qzzaa', 'qzaba', 'qzbba'], null][i] ?? null,
    notes: [],
  })),
  [
    { kind: 'drop-topic', topic: 3, at: 0 },
    { kind: 'add-point', topic: 1, at: 0 },
  ],
  [
    { kind: 'split', slide: 5, at: 26 },
    { kind: 'word', slide: 7, at: 0 },
  ],
  [],
  'situation-report',
];

/** Of a slide that the briefing withdrew and that stays, since a hand retitled it, every other line stands on the cover, too, which a hand took out. */
const WITHDRAWN: typeof DIVIDED = [
  ['b', 'd'].map((own, i) => ({
    id: `t${i}`,
    heading: `Heading qz${own}aa`,
    summary:
      ['qzcaa the harbour board agreed on dues for barges', 'qzeaa and the council has asked for a second opinion before the summer'][i] ??
      '',
    points: i === 0 ? [] : ['qzfaa the harbour board agreed on dues for barges'],
    table: null,
    chart: null,
    events: i === 0 ? null : ['qzgaa', 'qzhaa', 'qziaa'],
    notes: [],
  })),
  [{ kind: 'drop-point', topic: 3, at: 0 }],
  [
    { kind: 'drop-slide', slide: 0, at: 0 },
    { kind: 'drop-slide', slide: 18, at: 0 },
    { kind: 'word', slide: 14, at: 0 },
  ],
  [],
  'situation-report',
];

/** Ours has a point more and another layout since, and a hand moved a shape: our new line would fill the place that their chart has. */
const FILLED: typeof DIVIDED = [
  ['b', 'd', 'f'].map((own, i) => ({
    id: `t${i}`,
    heading: `Heading qz${own}aa`,
    summary:
      [
        'qzcaa the harbour board agreed on dues for barges',
        'qzeaa and the council has asked for a second opinion before the summer',
        'qzgaa of all measures',
      ][i] ?? '',
    points: [],
    table: null,
    chart: i === 0 ? [120, 240, 310] : null,
    events: null,
    notes: [],
  })),
  [{ kind: 'add-point', topic: 0, at: 0 }],
  [{ kind: 'move-shape', slide: 2, at: 0 }],
  [],
  'situation-report',
];

/** A hand put a line below a title that the briefing words otherwise: agenda and sources have the title of both. */
const LENGTHENED: typeof DIVIDED = [
  ['b', 'd', 'f'].map((own, i) => ({
    id: `t${i}`,
    heading: `Heading qz${own}aa`,
    summary:
      [
        'qzcaa the harbour board agreed on dues for barges',
        'qzeaa and the council has asked for a second opinion before the summer',
        'qzgaa of all measures',
      ][i] ?? '',
    points: [],
    table: null,
    chart: null,
    events: null,
    notes: [],
  })),
  [{ kind: 'heading', topic: 1, at: 0 }],
  [{ kind: 'add-line', slide: 3, at: 0 }],
  [],
  'policy-brief',
];

const losesNothing = fc.asyncProperty(
  baseModel,
  ourOps,
  handOps,
  fc.array(fc.nat(5), { maxLength: 2 }),
  fc.constantFrom(...PACKS),
  async (model, ops, hands, at, pack) => {
    const base = await deckOf(model, pack);
    const { topics, inPlaceOf: ourWords } = changed(model, ops);
    const ours = await deckOf(topics, pack);
    const { parts: theirs, inPlaceOf: theirWords } = worked(
      base,
      hands,
      // Some lines that the briefing changes, too.
      at.flatMap((i) => [...ourWords.keys()][i] ?? []),
    );
    const merged = merge(theirs, ours);
    const [was, his, mine, now] = [base, theirs, ours, merged.parts].map((parts) => counts(textsOf(parts))) as [
      Map<string, number>,
      Map<string, number>,
      Map<string, number>,
      Map<string, number>,
    ];
    const contested = {
      theirs: merged.conflicts.flatMap((c) => c.theirs).join('\n'),
      ours: merged.conflicts.flatMap((c) => c.ours).join('\n'),
    };

    // What a hand put in stands.
    expect(
      [...his.keys()].filter((own) => own.startsWith('tz') && !now.has(own)),
      'typed by hand and lost',
    ).toEqual([]);
    // A slide that a hand added, a copy of ours too, is as the hand left it.
    const added = new Set(merged.slides.flatMap(({ from }, i) => (from === 'added' ? [i] : [])));
    const byHand = readContent(merged.parts).filter((_, i) => added.has(i));
    const onAdded = counts(byHand.flatMap(({ boxes, notes }) => [...boxes.flatMap(linesOf), ...notes.map(({ text }) => text)]));
    // What the briefing says now stands, or is asked about.
    const withdrawn = new Set(merged.slides.filter(({ from }) => from === 'deleted').map(({ title }) => title));
    const lost = [...mine.keys()].filter((own) => own.startsWith('oz') && !now.has(own) && !contested.ours.includes(own));
    expect(
      lost.filter((own) => ![...withdrawn].some((title) => title.includes(own))),
      'new in the briefing and lost',
    ).toEqual([]);
    // What one side took out, and the other left as it was, is out.
    const once = [...was].filter(([, count]) => count === 1).map(([own]) => own);
    expect(
      once.filter((own) => mine.get(own) === 1 && !his.has(own) && now.has(own) && !contested.ours.includes(own)),
      'deleted by hand and back',
    ).toEqual([]);
    expect(
      once.filter((own) => his.get(own) === 1 && !mine.has(own) && now.has(own) && !onAdded.has(own) && !contested.theirs.includes(own)),
      'gone from the briefing and still there',
    ).toEqual([]);
    // What both put into the place of one line is asked about.
    const both = once.flatMap((own) => {
      const [t, o] = [theirWords.get(own), ourWords.get(own)];
      return t !== undefined && o !== undefined && his.has(t) && mine.has(o) && !his.has(own) ? [{ t, o }] : [];
    });
    contestedPairs += both.length;
    // Where the briefing has its line on a new slide since, it stands there, and the hand's box, which nothing of ours takes the place of, is asked about.
    const asked = ({ t, o }: { t: string; o: string }): boolean =>
      merged.conflicts.some(
        (c) =>
          c.theirs.some((text) => text.includes(t)) && (c.ours.some((text) => text.includes(o)) || (c.ours.length === 0 && now.has(o))),
      );
    expect(
      both.filter((pair) => !asked(pair)),
      'changed on both sides and not asked',
    ).toEqual([]);
    // No line is made up.
    // An agenda has the titles that slides have now, of as many paragraphs as a hand gave them, each of which is looked for by itself.
    // An agenda has the title of a divided slide without which part it is.
    const titles = [theirs, ours, merged.parts].flatMap((parts) => readContent(parts).map(({ title }) => title));
    const known = new Set([...textsOf(theirs), ...textsOf(ours), ...titles, ...titles.map(plainTitle)]);
    expect(
      textsOf(merged.parts).filter((text) => !known.has(text)),
      'invented',
    ).toEqual([]);
    // It is a faultless package, and merged again it is the same.
    const before = new Set([...findings(theirs), ...findings(ours)]);
    expect(findings(merged.parts).filter((finding) => !before.has(finding))).toEqual([]);
    const saved = opened(writeZip(merged.parts));
    const again = merge(saved, ours);
    expect(
      again.conflicts.filter(({ kind }) => kind !== 'slide-deleted'),
      'conflicts again',
    ).toEqual([]);
    expect(
      [...again.parts].filter(([name, content]) => typeof content === 'string' && saved.get(name) !== content).map(([name]) => name),
      'another the second time',
    ).toEqual([]);
  },
);

it(
  'loses no line that one side alone changed, invents none, names what both changed, and changes nothing a second time',
  { timeout: RUNS * 15_000 },
  async () => {
    await fc.assert(losesNothing, {
      numRuns: RUNS,
      examples: [DIVIDED, RELAID, JOINED, PARTED, RETITLED, LISTED, COPIED, COPIED_PART, LEFT_OVER, WITHDRAWN, FILLED, LENGTHENED],
      ...SEED,
    });
    if (RUNS >= 300) expect(contestedPairs).toBeGreaterThan(10);
  },
);
