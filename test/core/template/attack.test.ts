import { describe, expect, it } from 'vitest';
import { withoutMarks } from '../../../src/core/base/origin.ts';
import type { View } from '../../../src/core/briefing/types.ts';
import { checkPack, readPack, renderTemplate } from '../../../src/core/template/index.ts';
import { LIMITS } from '../../../src/core/template/render/budget.ts';
import { packFiles, tinyPack } from '../../support/pack.ts';
import { tinyView } from '../../support/view.ts';

/** Codes of what rendering says; the text where it says nothing. */
function outcome(deck: string, partials: Readonly<Record<string, string>> = {}, view: View = tinyView()): string {
  const { value, problems } = renderTemplate(tinyPack(deck, partials), view);
  return value ? withoutMarks(value.text) : [...new Set(problems.map((p) => p.code))].join();
}

describe('a hostile template cannot run code', () => {
  it.each([
    '{{constructor}}', '{{deck.constructor}}', '{{deck.constructor.constructor}}', '{{deck.__proto__}}', '{{deck.__proto__.constructor}}', '{{this.constructor}}',
    '{{deck.[constructor]}}', '{{deck.[__proto__]}}', '{{deck/constructor}}', '{{actors.constructor}}', '{{actors.map}}', '{{actors.__proto__}}', '{{items.0.constructor}}',
    '{{deck.title.constructor}}', '{{deck.toString}}', '{{deck.hasOwnProperty}}', '{{deck.valueOf}}', '{{@root.constructor}}', '{{@root.__proto__}}', '{{@constructor}}', '{{@root._parent}}',
    '{{#with deck as |d|}}{{d.constructor}}{{/with}}', '{{#each items as |i|}}{{i.constructor}}{{/each}}', '{{#with (first items)}}{{constructor}}{{/with}}', '{{options.constructor}}', '{{options.__proto__}}',
    '{{#each items}}{{#each headline.runs}}{{constructor}}{{/each}}{{/each}}', '{{#each items}}{{#each headline.runs}}{{this.__proto__.constructor}}{{/each}}{{/each}}', '{{#each items}}{{#each headline.runs}}{{__lookupGetter__}}{{/each}}{{/each}}',
  ])('by the path %s', (deck) => {
    expect(outcome(deck)).toBe('template/path-unknown');
  }); // prettier-ignore

  it.each([
    '{{lookup deck "constructor"}}', '{{#with (lookup deck "constructor")}}{{/with}}', '{{log deck}}', '{{helperMissing deck}}', '{{blockHelperMissing deck}}', '{{#helperMissing}}{{/helperMissing}}',
    '{{constructor deck}}', '{{#constructor}}{{/constructor}}', '{{(constructor) deck}}', '{{toString deck}}', '{{__proto__ deck}}', '{{#__proto__}}{{/__proto__}}', '{{__defineGetter__ "x" deck}}', '{{if}}',
  ])('by the helper %s', (deck) => {
    expect(outcome(deck)).toMatch(/^template\/(?:helper-unknown|syntax|forbidden|path-unknown)/);
  }); // prettier-ignore

  it.each([
    ['raw output', '{{{deck.title}}}'], ['raw output by &', '{{&deck.title}}'], ['raw output of a helper', '{{{rich items.0.headline}}}'],
    ['a decorator', '{{* foo}}'], ['a decorator block', '{{#* foo}}{{/foo}}'], ['an inline partial', '{{#*inline "p"}}x{{/inline}}{{> p}}'], ['a partial block', '{{#> p}}x{{/p}}'],
    ['a partial whose name is computed', '{{> (first actors)}}'], ['a partial named by data', '{{> (join actors "")}}'], ['the block of a partial', '{{> @partial-block}}'],
    ['an option called __proto__', '{{> p __proto__=deck}}'], ['an option called constructor', '{{> p constructor=deck}}'], ['an option that a helper has not', '{{join actors constructor="x"}}'],
    ['a block parameter called __proto__', '{{#with deck as |__proto__|}}{{/with}}'], ['a block parameter that hides a helper', '{{#with deck as |join|}}{{/with}}'],
    ['a literal as a path', '{{"deck"}}'], ['a number as a path', '{{12}}'], ['a literal as a helper', '{{"join" actors}}'],
  ])('by %s', (_, deck) => {
    expect(outcome(deck, { p: 'x' })).toMatch(/^template\/(?:forbidden|partial-missing|syntax|helper-unknown)/);
  }); // prettier-ignore

  it('by a helper that looks a key up', () => {
    for (const key of ['constructor', '__proto__', 'toString', 'length']) {
      expect(outcome(`{{#each (where actors "${key}" actors)}}x{{/each}}{{#each (where sources "${key}" actors)}}x{{/each}}`)).toBe('');
    }
    expect(outcome('{{at actors "constructor"}}')).toBe('template/runtime');
    expect(outcome('{{at actors -1}}')).toBe('template/runtime');
  });

  it('by what stands in the view: functions are not called, toHTML is not asked', () => {
    let called = 0;
    const trap = Object.assign(() => (called += 1), { toHTML: () => (called += 1) });
    const view = {
      ...tinyView(),
      actors: [{ toHTML: () => '<script>' }, '<b>'] as unknown as string[],
      options: { wide: { toHTML: trap } as unknown as string },
    };
    const text = outcome('{{join actors}}', {}, view);
    expect(text).not.toContain('<');
    expect(called).toBe(0);
  });

  it('by text that looks like a template', () => {
    const title = '{{constructor.constructor "return process" }} {{> p}} {{{deck.mark}}}';
    expect(outcome('{{deck.title}}', { p: 'PARTIAL' }, { ...tinyView(), deck: { ...tinyView().deck, title } })).not.toContain('PARTIAL');
  });

  it('by changing what other templates see', () => {
    outcome('{{#each items}}{{> p key="x" heading=deck}}{{/each}}', { p: '{{key}}' });
    expect(Object.prototype).not.toHaveProperty('key');
    expect(outcome('{{join actors}}')).toBe('A, B, C');
  });
});

describe('a hostile template cannot leave its pack', () => {
  it.each(['../secret', '/etc/passwd', 'a/../../b', '..\\b', 'p.hbs', 'https://x.org/p'])('by the partial %s', (name) => {
    expect(outcome(`{{> [${name}]}}`)).toBe('template/partial-missing');
  });

  it('by files whose path leaves the folder', () => {
    const pack = readPack(
      packFiles({ 'partials/../../x.hbs': 'x', '../partials/y.hbs': 'y', 'partials\\z.hbs': 'z', '/partials/w.hbs': 'w' }),
      'p',
    ).value;
    expect([...(pack?.partials.keys() ?? [])]).toEqual([]);
    const assets = readPack(packFiles({ 'assets/../../x.png': 'x', '/assets/x.png': 'x' }), 'p').value?.assets;
    expect([...(assets?.keys() ?? [])]).toEqual([]);
  });
});

describe('a hostile template cannot take the machine down', () => {
  const many = { ...tinyView(), actors: Array.from({ length: 1000 }, () => 'x') };
  const loops = (depth: number) => '{{#each @root.actors}}'.repeat(depth) + 'x' + '{{/each}}'.repeat(depth);

  it('by loops in loops', () => {
    expect(outcome(loops(3), {}, many)).toBe('template/limit');
    expect(outcome(loops(4).replace('x', ''), {}, many)).toBe('template/limit');
  });

  it('by partials that double', () => {
    const partials = Object.fromEntries(Array.from({ length: 40 }, (_, i) => [`p${i}`, i === 39 ? 'x' : `{{> p${i + 1}}}{{> p${i + 1}}}`]));
    expect(outcome('{{> p0}}', partials)).toBe('template/limit');
  });

  it('by much text', () => {
    expect(outcome(`{{#each actors}}{{#each @root.actors}}${'y'.repeat(100)}{{/each}}{{/each}}`, {}, many)).toBe('template/limit');
  });

  it('where much is given, but for what that is worth', () => {
    const [first] = tinyView().items;
    const text = 'z'.repeat(8000);
    const items = Array.from({ length: 1100 }, () => (first ? { ...first, headline: { ...first.headline, text, runs: [] } } : null));
    const view = { ...tinyView(), items } as View;
    const loop = (inner: string): string => `{{#each items}}${inner}{{/each}}`;
    expect(outcome(loop('{{headline.text}}'), {}, view).length).toBeGreaterThan(LIMITS.output);
    expect(outcome(loop('{{headline.text}}'.repeat(10)), {}, view)).toBe('template/limit');
  });

  it('by helpers whose text is the next one’s, which would be there before its length is known', () => {
    const words = '"xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"';
    expect(outcome(`{{join actors (join actors (join actors (join actors ${words})))}}`, {}, many)).toBe('template/limit');
    expect(outcome(`{{#if (join actors (join actors (join actors ${words})))}}x{{/if}}`, {}, many)).toBe('template/limit');
  });

  it.each([
    ['a text that a helper made', `{{#with (join actors "${'y'.repeat(100)}") as |t|}}${'{{t}}'.repeat(500)}{{/with}}`],
    ['markup that a helper made', `{{#with (rich items.0.headline) as |t|}}${'{{t}}'.repeat(1_000)}{{/with}}`],
    ['an article’s words', '{{items.0.headline.text}}'.repeat(1_000)],
    ['a line', '{{rich items.0.headline}}'.repeat(1_000)],
  ])('by printing %s again and again, without a loop', (_, deck) => {
    const view = tinyView();
    const [first] = view.items;
    const text = 'z'.repeat(10_000);
    const long = {
      ...view,
      actors: many.actors,
      items: first ? [{ ...first, headline: { ...first.headline, text, runs: [{ text }] } }] : [],
    };
    expect(outcome(deck, {}, long as View)).toBe('template/limit');
  });

  it('by comparing long texts in loops', () => {
    const deck = `{{#with (join actors "${'y'.repeat(1000)}") as |t|}}{{#each @root.actors}}{{#if (eq t t)}}{{/if}}{{/each}}{{/with}}`;
    expect(outcome(deck, {}, many)).toBe('template/limit');
    expect(outcome(deck.replace('(eq t t)', 't'), {}, many)).toBe('template/limit');
  });

  it('by writing out what is no words', () => {
    const bomb = `{{#with topics}}{{/with}}<p>{{join topics (join topics (join topics (join topics "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx")))}}</p>`;
    expect(outcome(bomb, {}, many)).toBe('template/runtime');
    for (const list of ['topics', 'sources', '(chunk (chunk actors 1) 1)'])
      expect(outcome(`{{join ${list}}}`, {}, many)).toBe('template/runtime');
  });

  it('by partials that call themselves', () => {
    expect(outcome('{{> p}}', { p: '{{> p}}' })).toBe('template/forbidden');
  });

  it('by a long template, or a deep one', () => {
    expect(outcome('x'.repeat(600_000))).toBe('template/limit');
    expect(outcome(`{{#if ${'(not '.repeat(500)}deck.title${')'.repeat(500)}}}{{/if}}`)).toBe('template/limit');
  });

  it('by YAML that grows', () => {
    const bomb = [
      'a: &a [x, x, x, x, x, x, x, x, x, x]',
      ...['b', 'c', 'd', 'e', 'f', 'g', 'h'].map(
        (key, i) =>
          `${key}: &${key} [${Array(10)
            .fill(`*${'abcdefg'.charAt(i)}`)
            .join(', ')}]`,
      ),
    ];
    const { value, problems } = readPack(packFiles({ 'template.yaml': bomb.join('\n') }), 'p');
    expect(value).toBeNull();
    expect(problems[0]?.code).toMatch(/^pack\//);
  });
});

describe('a value cannot become markup', () => {
  const hostile = `"><script>alert(1)</script><p onclick='x' a=\``;
  const view = { ...tinyView(), deck: { ...tinyView().deck, title: hostile } };

  it('between tags or in quotation marks', () => {
    const text = outcome(`<p title="{{deck.title}}" slot='{{deck.title}}'>{{deck.title}}</p>`, {}, view);
    expect(text.match(/</g)).toHaveLength(2);
    expect(text.match(/"/g)).toHaveLength(4); // data-at and title
    expect(text.match(/'/g)).toHaveLength(2);
  });

  it.each([
    ['without quotation marks', '<p title={{deck.title}}>x</p>'],
    ['behind other text without quotation marks', '<p title=a{{deck.title}}>x</p>'],
    ['as an attribute', '<p {{deck.title}}>x</p>'],
    ['as an attribute’s name', '<p a{{deck.title}}="x">x</p>'],
    ['as a tag', '<{{deck.title}}>x</p>'],
    ['as part of a tag', '<p{{deck.title}}>x</p>'],
    ['in an end tag', '<p>x</{{deck.title}}>'],
    ['in a declaration', '<!{{deck.title}}>'],
    ['as markup in an attribute', '<p title="{{rich items.0.headline}}">x</p>'],
    ['as references in an attribute', '<p title="{{references items.0.refs}}">x</p>'],
    ['from a block that ends inside a tag', '{{#if deck.title}}<p title="{{/if}}{{deck.title}}">x</p>'],
    ['from a loop that ends inside a tag', '{{#each items}}<p title={{/each}}{{deck.title}}>x</p>'],
    ['from branches that differ', '<p title={{#if deck.mark}}"{{else}}a {{/if}}{{deck.title}}">x</p>'],
    ['from a partial inside a tag', '<p {{> p}}>x</p>'],
    ['from a tag that a file leaves open', '{{> open}}{{deck.title}}'],
  ])('%s', (_, deck) => {
    expect(outcome(deck, { p: 'x', open: '<p title="' }, view)).toBe('template/forbidden');
  });

  it.each([
    '<p {{#if deck.mark}}slot="body"{{/if}} class="source">x</p>',
    '<p slot="{{#if deck.mark}}a{{else}}b{{/if}}">x</p>',
    '{{#if deck.mark}}<ol>{{else}}<ul>{{/if}}',
    '<!-- {{deck.title}} --> a < b, 1<2 <p>x</p>',
    '<p\n  slot="body"\n>x<br/></p>',
  ])('and %s is no attack', (deck) => {
    expect(checkPack(tinyPack(deck)).filter((p) => p.code !== 'deck/layout-unknown')).toEqual([]);
  });
});
