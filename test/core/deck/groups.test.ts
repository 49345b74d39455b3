import { describe, expect, it } from 'vitest';
import { unwrap } from '../../../src/core/base/errors.ts';
import { plainText } from '../../../src/core/base/text.ts';
import { readDeck } from '../../../src/core/deck/index.ts';
import type { Deck, Slide } from '../../../src/core/deck/types.ts';
import { deckOf, META, sourceEntries } from '../../support/deck.ts';
import { packTheme } from '../../support/theme.ts';

const POOL = `
  <h2>Der Hafen wächst</h2>
  <block name="summary"><p slot="lead">Zwei Kais mehr.</p></block>
  <block name="points"><ul><li>Erstens</li><li>Zweitens</li></ul></block>
  <block name="figures"><dl class="stats"><dt><data>8</data> m</dt><dd>Tiefe</dd></dl></block>
  <aside class="notes"><p>Sag es.</p></aside>`;

const USES = '<use block="summary"/><use block="points"/><use block="figures" slot="panel"/>';

const TWO_WAYS = `<arrange topic="a/b" section="Häfen">${POOL}
  <option><section layout="points | text" kind="points">${USES}</section></option>
  <option>
    <section layout="points" kind="points"><use block="summary"/><use block="points"/></section>
    <section layout="figures" kind="figures"><h2>Tiefe</h2><use block="figures"/></section>
  </option>
</arrange>`;

const shown = (slides: readonly Slide[]): string[] =>
  slides.map(({ layout, kind, blocks }) => `${layout}/${kind}: ${blocks.map(({ region, block }) => `${region} ${block.kind}`).join(', ')}`);
const optionsOf = (deck: Deck, group = 0): readonly (readonly Slide[])[] => deck.groups?.[group]?.options ?? [];
const codes = (text: string): string[] => deckOf(text).problems.map(({ code }) => code);

describe('an arrange', () => {
  it('is read into all ways in which its blocks may stand, in the order written', () => {
    const deck = unwrap(deckOf(TWO_WAYS));
    expect(optionsOf(deck).map(shown)).toEqual([
      ['points/points: lead text, body list, body stats'],
      ['text/points: body text, body list, body stats'],
      ['points/points: lead text, body list', 'figures/figures: body stats'],
    ]);
    expect(shown(deck.slides)).toEqual(['points/points: lead text, body list, body stats']);
    expect(deck.slides.map(({ topic, section, notes }) => [topic, section, notes.length])).toEqual([['a/b', 'Häfen', 1]]);
  });

  it('has its blocks once, so that what is measured of them is found again', () => {
    const options = optionsOf(unwrap(deckOf(TWO_WAYS)));
    const lists = new Set(
      options.flatMap((slides) => slides.flatMap(({ blocks }) => blocks.flatMap(({ block }) => (block.kind === 'list' ? [block] : [])))),
    );
    expect(lists.size).toBe(1);
  });

  it('gives sections without a title its own, and the notes to the first', () => {
    const slides = optionsOf(unwrap(deckOf(TWO_WAYS)))[2] ?? [];
    expect(slides.map(({ title, notes }) => [plainText(title), notes.length])).toEqual([
      ['Der Hafen wächst', 1],
      ['Tiefe', 0],
    ]);
  });

  it('has ids that hang neither on the choice nor on the layout', () => {
    const behind = '<section layout="figures" topic="a/b"><h2>More</h2><p>x</p></section>';
    const deck = unwrap(deckOf(TWO_WAYS + behind));
    const [one, two, three] = optionsOf(deck).map((slides) => slides.map(({ id }) => id));
    expect(one).toEqual(two);
    expect(three?.[0]).toBe(one?.[0]);
    const other = optionsOf(deck, 1)[0]?.[0]?.id;
    expect(three).not.toContain(other);
    const plain = unwrap(deckOf('<section layout="points" kind="points" topic="a/b"><h2>T</h2><p>x</p></section>'));
    expect(plain.slides[0]?.id).toBe(one?.[0]);
  });

  it('is led to by a link, whichever option is taken', () => {
    const deck = unwrap(deckOf(`<section layout="text"><h2>T</h2><p><a href="#a/b">there</a></p></section>${TWO_WAYS}`));
    const first = deck.slides[0]?.blocks[0]?.block;
    const run = first?.kind === 'text' ? first.paragraphs[0]?.[0] : undefined;
    expect(run && 'href' in run ? run.href : null).toBe(`#${deck.slides[1]?.id ?? ''}`);
  });

  it('leaves out a section that nothing stands on, but not its only one', () => {
    const empty = TWO_WAYS.replace(/<dl.*<\/dl>/, '').replace(USES, '<use block="summary"/><use block="points"/>');
    expect(optionsOf(unwrap(deckOf(empty))).map((slides) => slides.length)).toEqual([1, 1]);
    const bare = '<arrange><h2>T</h2><option><section layout="text" kind="points"><use block="none"/></section></option></arrange>';
    expect(unwrap(deckOf(bare)).slides).toHaveLength(1);
  });

  it('may not lose a block in one of its options, unless that is a double', () => {
    const without = TWO_WAYS.replace('<use block="points"/><use block="figures" slot="panel"/>', '<use block="figures"/>');
    expect(deckOf(without).problems).toMatchObject([
      { code: 'deck/option', received: 'points', place: { slide: { title: 'Der Hafen wächst' } } },
    ]);
    const twice = without.replace('<block name="points">', '<block name="points" optional="yes">');
    expect(codes(twice)).toEqual([]);
  });

  it.each([
    [
      'options that begin with other kinds',
      TWO_WAYS.replace('layout="points | text" kind="points"', 'layout="text" kind="text"'),
      'deck/option',
    ],
    ['no option', `<arrange>${POOL}</arrange>`, 'deck/option'],
    ['a section without a kind', TWO_WAYS.replace('kind="points">', '>'), 'deck/attribute'],
    ['a layout that there is not', TWO_WAYS.replace('| text', '| txt'), 'deck/layout-unknown'],
    ['a block beside its pool', TWO_WAYS.replace(USES, `${USES}<p>x</p>`), 'deck/nesting'],
    ['words in it', TWO_WAYS.replace(USES, 'words'), 'deck/nesting'],
    ['too many ways', TWO_WAYS.replace('points | text', Array(30).fill('text').join(' | ')), 'deck/option'],
    ['a block without a name', TWO_WAYS.replace('<block name="points">', '<block>'), 'deck/attribute'],
  ])('refuses %s', (_, markup, code) => {
    expect(codes(markup)).toContain(code);
    expect(deckOf(markup).value).toBeNull();
  });
});

describe('a section with several layouts', () => {
  const markup = '<section layout="points | text" topic="a/b"><h2>T</h2><p slot="lead">S</p><ul><li>x</li></ul></section>';

  it('may stand in each, and what one has no region for in its default region', () => {
    const deck = unwrap(deckOf(markup));
    expect(optionsOf(deck).map(shown)).toEqual([['points/points: lead text, body list'], ['text/points: body text, body list']]);
  });

  it('stands in one that holds its blocks; where none does, that is a fault', () => {
    expect(shown(unwrap(deckOf(markup.replace('points |', 'image |'))).slides)).toEqual(['text/image: body text, body list']);
    expect(codes(markup.replace('points | text', 'image | image'))).toEqual(['deck/region-unknown']);
  });
});

describe('a deck without a choice', () => {
  it('says nothing of one', () => {
    expect(unwrap(deckOf('<section layout="text"><h2>T</h2><p>x</p></section>'))).not.toHaveProperty('groups');
  });
});

describe('slides that are left out of an arrange', () => {
  const leftOut = (kind: string, number: number | null = null): ReturnType<typeof deckOf> =>
    readDeck(
      { text: TWO_WAYS, origins: [], file: 'deck.hbs' },
      { theme: packTheme('plain'), meta: META, sources: sourceEntries(3), leftOut: [{ topic: 'a/b', kind, number, place: {} }] },
    );

  it('leave the options that have them, without them', () => {
    expect(optionsOf(unwrap(leftOut('figures'))).map(shown)).toEqual([]);
    expect(shown(unwrap(leftOut('figures')).slides)).toEqual(['points/points: lead text, body list']);
  });

  it('are named where there are none', () => {
    expect(leftOut('figures', 2).problems.map(({ code }) => code)).toEqual(['briefing/slide-missing']);
  });
});

describe('a layout that the briefing asks for', () => {
  const pinned = (layout: string): ReturnType<typeof deckOf> =>
    readDeck(
      { text: TWO_WAYS, origins: [], file: 'deck.hbs' },
      {
        theme: packTheme('plain'),
        meta: META,
        sources: sourceEntries(3),
        pins: [{ topic: 'a/b', layout, place: { file: 'b.yaml', line: 9 } }],
      },
    );

  it('is one of the options, or one more', () => {
    expect(unwrap(pinned('figures')).groups?.[0]?.pin?.options).toEqual([2]);
    const more = unwrap(pinned('columns')).groups?.[0];
    expect(more?.pin?.options).toEqual([3]);
    expect(shown(more?.options[3] ?? [])).toEqual(['columns/points: body text, body list, body stats']);
  });

  it('is said to be none of the template’s, with the nearest, and to have no region', () => {
    expect(pinned('colums').problems).toMatchObject([
      { code: 'arrange/layout-unknown', severity: 'warning', place: { line: 9 }, hint: 'Did you mean columns?' },
    ]);
    expect(pinned('image').problems).toMatchObject([{ code: 'arrange/layout-unfit' }]);
  });
});
