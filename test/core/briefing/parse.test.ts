import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseBriefing, writeBriefing } from '../../../src/core/briefing/index.ts';
import type { Briefing } from '../../../src/core/briefing/types.ts';
import { unwrap } from '../../../src/core/base/errors.ts';
import { contentText } from '../../support/content.ts';

const parse = (text: string): Briefing => unwrap(parseBriefing(text, { file: 'b.yaml' }));
const problems = (text: string): string[] =>
  parseBriefing(text, { file: 'b.yaml' }).problems.map(
    ({ code, place, received, allowed }) =>
      `${place?.line ?? '?'}:${place?.column ?? '?'} ${code} ${place?.field ?? ''}${received === undefined ? '' : ` | ${received}`}${allowed === undefined ? '' : ` | ${allowed}`}`,
  );

describe('a briefing', () => {
  it('gives what is left out its default', () => {
    expect(parse('title: T')).toEqual({
      title: 'T',
      subtitle: null,
      audience: null,
      presenter: null,
      date: null,
      minutes: null,
      mark: null,
      language: null,
      template: 'policy-brief',
      options: {},
      notes: null,
      items: [],
    });
  });

  it('reads topics with depth and overrides, and own slides', () => {
    const text = [
      'title: T',
      'items:',
      '  - topic: a/x',
      '  - topic: a/y',
      '    depth: headline',
      '    overrides: { headline: H, points: [{ position: 2, hash: abc, text: P }] }',
      '  - own: Next steps',
      '    body: "- One"',
      '  - own: Next steps',
    ].join('\n');
    expect(parse(text).items).toEqual([
      { kind: 'topic', article: 'a', topic: 'x', depth: 'points', overrides: null },
      {
        kind: 'topic',
        article: 'a',
        topic: 'y',
        depth: 'headline',
        overrides: { headline: 'H', summary: null, points: [{ position: 2, hash: 'abc', text: 'P' }], notes: null },
      },
      { kind: 'own', id: 'next-steps', title: 'Next steps', body: '- One' },
      { kind: 'own', id: 'next-steps-2', title: 'Next steps', body: '' },
    ]);
  });

  it.each(['south-caucasus', 'river-port'])('comes back the same from what is written: %s', (id) => {
    const briefing = parse(contentText(`${id}.briefing.yaml`));
    expect(parse(writeBriefing(briefing))).toEqual(briefing);
  });

  it('comes back the same whatever its text', () => {
    const text = fc
      .array(
        fc.constantFrom(
          'a',
          ' ',
          ': ',
          '- ',
          '#',
          '"',
          "'",
          '|',
          '>',
          '{',
          '}',
          '[',
          '&',
          '*',
          '!',
          '%',
          '@',
          '`',
          '和平',
          'שלום',
          '🚢',
          'yes',
          '1e3',
          '2023-11-28',
          '~',
        ),
        {
          minLength: 1,
        },
      )
      .map((parts) => parts.join('').trim() || 'x');
    const briefing = fc.record({
      title: text,
      subtitle: fc.option(text, { nil: null }),
      audience: fc.option(text, { nil: null }),
      presenter: fc.option(text, { nil: null }),
      date: fc.constantFrom(null, '2023-11-28'),
      minutes: fc.constantFrom(null, 15, 7.5),
      mark: fc.option(text, { nil: null }),
      language: fc.constantFrom(null, 'ar', 'zh-Hant'),
      template: text,
      notes: fc.constantFrom(null, { title: 'Say *this*.\n\n- One', agenda: null, sources: 'b: c' }),
      options: fc.dictionary(text, fc.oneof(text, fc.integer(), fc.boolean()), { maxKeys: 2, noNullPrototype: true }),
      items: fc.array(
        fc.oneof(
          fc.record({
            kind: fc.constant('topic' as const),
            article: fc.constantFrom('a', '和平'),
            topic: fc.constantFrom('x', 'ü-1'),
            depth: fc.constantFrom('headline' as const, 'points' as const, 'full' as const),
            overrides: fc.constantFrom(null, {
              headline: 'A: b',
              summary: null,
              points: [{ position: 1, hash: '0123456789012345', text: '- no' }],
              notes: 'One.\n\nTwo.',
            }),
          }),
          fc.record({
            kind: fc.constant('own' as const),
            id: fc.constantFrom('n1'),
            title: text,
            body: fc.constantFrom('', 'Text.\n', '- a\n- b'),
          }),
        ),
        { maxLength: 1 },
      ),
    });
    fc.assert(
      fc.property(briefing, (value) => {
        expect(unwrap(parseBriefing(writeBriefing(value), { file: 'b.yaml' }))).toEqual({
          ...value,
          // White space folds on one line.
          ...Object.fromEntries(
            (['title', 'subtitle', 'audience', 'presenter', 'mark', 'template'] as const).map((key) => [
              key,
              value[key]?.replace(/ +/g, ' ') ?? null,
            ]),
          ),
          items: value.items.map((item) =>
            item.kind === 'own'
              ? { ...item, title: item.title.replace(/ +/g, ' ') }
              : {
                  ...item,
                  overrides: item.overrides && { ...item.overrides, points: [{ position: 1, hash: '0123456789012345', text: '- no' }] },
                },
          ),
        });
      }),
      { numRuns: 200, examples: [] },
    );
  });
});

describe('a briefing that is wrong', () => {
  it.each([
    ['no YAML', 'title: [', ['1:9 briefing/yaml ']],
    ['nothing at all', '', ['1:1 briefing/field  | nothing | object']],
    ['a tab for indentation', 'title: T\nitems:\n\t- topic: a/b', ['3:1 briefing/yaml ']],
    ['the same key twice', 'title: T\ntitle: U', ['2:1 briefing/yaml ']],
    ['no title', 'minutes: 5', ['1:1 briefing/field title | nothing | string']],
    [
      'an unknown key',
      'title: T\naudiense: X',
      [
        '2:1 briefing/field audiense | audiense | title, subtitle, audience, presenter, date, minutes, mark, language, template, options, notes, seconds, without, items',
      ],
    ],
    ['notes with a reference', 'title: T\nnotes:\n  agenda: |\n    Say it. [¶2]', ['4:13 article/reference-syntax notes.agenda | [¶2]']],
    ['notes with a table', 'title: T\nnotes:\n  title: |\n    | a |\n    |---|\n    | b |', ['4:5 article/block-unsupported notes.title']],
    ['notes of another slide', 'title: T\nnotes:\n  end: Bye', ['3:3 briefing/field notes.end | end | title, agenda, sources']],
    ['a date that is none', 'title: T\ndate: 2023-02-30', ['2:1 briefing/field date | 2023-02-30']],
    ['minutes in words', 'title: T\nminutes: ten', ['2:1 briefing/field minutes | ten | number']],
    ['no minutes', 'title: T\nminutes: 0', ['2:1 briefing/field minutes | 0']],
    ['a topic without article', 'title: T\nitems:\n  - topic: x', ['3:5 briefing/field items[0].topic | x']],
    [
      'an unknown depth',
      'title: T\nitems:\n  - topic: a/x\n    depth: deep',
      ['4:5 briefing/field items[0].depth | deep | headline, points, full'],
    ],
    ['an item that is neither', 'title: T\nitems:\n  - depth: full', ['3:5 briefing/field items[0] | {"depth":"full"}']],
    ['a topic with a body', 'title: T\nitems:\n  - topic: a/x\n    body: b', ['3:5 briefing/field items[0] | {"topic":"a/x","body":"b"}']],
    ['the same id twice', 'title: T\nitems:\n  - own: A\n    id: x\n  - own: B\n    id: x', ['6:5 briefing/field items[1].id | x']],
    [
      'an own slide with a reference',
      'title: T\nitems:\n  - own: A\n    body: |\n      - One\n      - Two [¶2]',
      ['6:13 article/reference-syntax items[0].body | [¶2]'],
    ],
    [
      'an override that is no line',
      'title: T\nitems:\n  - topic: a/x\n    overrides:\n      summary: |\n        One.\n\n        Two.',
      ['8:9 article/structure items[0].overrides.summary'],
    ],
  ])('%s', (_, text, expected) => {
    expect(problems(text)).toEqual(expected);
  });

  it('has all its problems reported at once', () => {
    expect(problems('title: ""\nminutes: -1\nitems:\n  - topic: x\n')).toHaveLength(3);
  });
});

describe('comments in a briefing', () => {
  const TEXT = [
    '# For the minister; the deputy has his own.',
    "title: 'Ports'   # short",
    'items:',
    '  # the first must stay first',
    '  - topic: lock/ships',
    '    overrides:',
    '      headline: "Ships <!-- all of them? --> wait"',
    '      notes: |',
    '        Say this. <!-- slowly -->',
    '  - topic: lock/quays # two of them',
    '  - own: Questions',
    '    body: |',
    '      Which quay? <!-- ask Ana -->',
    '',
  ].join('\n');
  const parsed = unwrap(parseBriefing(TEXT, { file: 'b.yaml' }));

  it('stay, byte for byte, where nothing changed', () => {
    expect(writeBriefing(parsed, TEXT)).toBe(TEXT);
  });

  it('stay at their places where something did', () => {
    const items = parsed.items.map((item) =>
      item.kind === 'topic' && item.topic === 'quays' ? { ...item, depth: 'full' as const } : item,
    );
    const written = writeBriefing({ ...parsed, title: 'Locks', minutes: 5, items: [...items].reverse() }, TEXT);
    for (const comment of [
      '# For the minister',
      '# short',
      '# two of them',
      '<!-- all of them? -->',
      '<!-- slowly -->',
      '<!-- ask Ana -->',
    ]) {
      expect(written).toContain(comment);
    }
    expect(unwrap(parseBriefing(written, { file: 'b.yaml' }))).toEqual({
      ...parsed,
      title: 'Locks',
      minutes: 5,
      items: [...items].reverse(),
    });
  });

  it.each([
    ['title: T <!-- working -->\nitems: []', 1],
    ['title: T\nitems:\n  - topic: a/b\n    overrides: { summary: "<!-- later -->" }', 4],
    ['title: T\nitems:\n  - topic: a/b\n    overrides:\n      notes: |\n        Say <!-- what', 6],
    ['title: T\nitems:\n  - own: Mine <!-- his? -->', 3],
    ['title: T\nitems:\n  - own: Mine\n    body: "A <!-- b"', 4],
  ])('are refused where they would show or swallow: %j', (text, line) => {
    const { value, problems } = parseBriefing(text, { file: 'b.yaml' });
    expect(value).toBeNull();
    expect(problems.map(({ place }) => place?.line)).toEqual([line]);
  });
});
