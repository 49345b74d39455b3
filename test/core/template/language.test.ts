import { describe, expect, it } from 'vitest';
import { unwrap } from '../../../src/core/base/errors.ts';
import { withoutMarks } from '../../../src/core/base/origin.ts';
import type { View } from '../../../src/core/briefing/types.ts';
import { VIEW_SCHEMA } from '../../../src/core/briefing/index.ts';
import { checkPack, HELPERS, renderTemplate } from '../../../src/core/template/index.ts';
import { tinyPack } from '../../support/pack.ts';
import { tinyView } from '../../support/view.ts';

/** What the check of a template says: `line:column code: message`. */
function faults(deck: string, partials: Readonly<Record<string, string>> = {}): string[] {
  return checkPack(tinyPack(deck, partials)).map((p) => `${p.place?.line ?? '-'}:${p.place?.column ?? '-'} ${p.code}: ${p.message}`);
}

const print = (deck: string, view: Partial<View> = {}, partials: Readonly<Record<string, string>> = {}) => {
  const { value, problems } = renderTemplate(tinyPack(deck, partials), { ...tinyView(), ...view });
  return value
    ? withoutMarks(value.text)
    : problems.map((p) => `${p.place?.file}:${p.place?.line ?? '-'} ${p.code}: ${p.message}`).join('\n');
};

describe('template syntax', () => {
  it.each([
    ['a block that is not closed', 'a\n{{#if deck.mark}}\nb', '3:'],
    ['a mustache that is not closed', 'a {{deck.title', '1:'],
    ['a block closed by another', '{{#each items}}\n{{/if}}', '1:4'],
    ['two else', '{{#if deck.mark}}{{else}}{{else}}{{/if}}', '1:'],
  ])('names the line of %s', (_, deck, place) => {
    expect(faults(deck)).toHaveLength(1);
    expect(faults(deck)[0]).toContain(`template/syntax`);
    expect(faults(deck)[0]?.startsWith(place)).toBe(true);
  });

  it('names an unknown helper, the helpers there are and the one that was meant', () => {
    const [problem] = checkPack(tinyPack('\n {{joim actors}}'));
    expect(problem).toMatchObject({
      code: 'template/helper-unknown',
      place: { file: 'tiny/deck.hbs', line: 2, column: 2 },
      received: 'joim',
      hint: 'Did you mean join?',
    });
    expect(problem?.allowed).toContain('references');
  });

  it.each([
    ['an unknown block', '{{#foreach items}}{{/foreach}}', 'there is no block of this name'],
    ['a path as a block', '{{#deck}}{{/deck}}', 'there is no block of this name'],
    ['an inverted path', '{{^deck}}{{/deck}}', 'there is no block of this name'],
    ['an unknown helper in brackets', '{{#if (empty items)}}{{/if}}', 'there is no helper of this name'],
    ['a block helper in a line', '{{each items}}', 'each is written {{#each'],
    ['a helper as a block', '{{#join actors}}{{/join}}', 'join is written {{join'],
    ['Handlebars’ lookup', '{{lookup deck "title"}}', 'there is no helper of this name'],
    ['Handlebars’ log', '{{log deck.title}}', 'there is no helper of this name'],
  ])('refuses %s', (_, deck, message) => {
    expect(faults(deck).join()).toContain(`template/helper-unknown: ${message}`);
  });

  it('counts a helper’s values', () => {
    expect(faults('{{#if (eq deck.title)}}{{/if}}')).toEqual(['1:7 template/syntax: eq has the wrong number of values']);
    expect(faults('{{#each items topics}}{{/each}}')).toEqual(['1:1 template/syntax: each has the wrong number of values']);
  });

  it('names a missing partial and the one that was meant', () => {
    const [problem] = checkPack(tinyPack('{{> tpoic}}', { topics: '', topic: '' }));
    expect(problem).toMatchObject({ code: 'template/partial-missing', received: 'tpoic', allowed: 'topic, topics' });
  });

  it('names a circle of partials by its files', () => {
    const [problem] = checkPack(tinyPack('{{> a}}', { a: '\n{{> b}}', b: '{{> a}}' }));
    expect(problem).toMatchObject({ code: 'template/forbidden', place: { file: 'tiny/partials/b.hbs', line: 1 }, received: 'a → b → a' });
  });

  it('reports all files at once', () => {
    expect(faults('{{foo 1}}', { a: '{{bar 1}}', b: '{{#if}}' })).toHaveLength(3);
  });

  it('bounds nesting', () => {
    const deep = '{{#if deck.mark}}'.repeat(200) + '{{/if}}'.repeat(200);
    expect(faults(deep).filter((fault) => fault.includes('template/limit'))).toHaveLength(1);
  });
});

describe('template paths', () => {
  it.each([
    ['at the top', '{{deck.titel}}', 'there is no “titel” here'],
    ['below a list', '{{items.heading}}', 'this is a list'],
    ['below a value', '{{deck.title.length}}', 'there is nothing below this value'],
    ['in each', '{{#each items}}{{headlin.text}}{{/each}}', 'there is no “headlin” here'],
    ['in each, reaching in', '{{#each items}}{{deck.title}}{{/each}}', 'there is no “deck” here'],
    ['out of all blocks', '{{#each items}}{{../../deck.title}}{{/each}}', '../ reaches out of all blocks'],
    ['by block parameter', '{{#each items as |item|}}{{item.headlne}}{{/each}}', 'there is no “headlne” here'],
    ['in with', '{{#with deck as |d|}}{{d.x}}{{/with}}', 'there is no “x” here'],
    ['in else', '{{#each items}}{{else}}{{heading}}{{/each}}', 'there is no “heading” here'],
    ['in a condition', '{{#if (and deck.mark deck.marks)}}{{/if}}', 'there is no “marks” here'],
    ['behind a helper', '{{#with (first items)}}{{x}}{{/with}}', 'there is no “x” here'],
    ['in a chunk', '{{#each (chunk figures 2)}}{{#each this}}{{x}}{{/each}}{{/each}}', 'there is no “x” here'],
    ['from the root', '{{#each items}}{{@root.dek}}{{/each}}', 'there is no “dek” here'],
    ['outside of a loop', '{{@index}}', 'this means something in {{#each}} alone'],
    ['of private data', '{{@partial-block}}', 'there is no such data'],
    ['an option that the pack has not', '{{options.narrow}}', 'there is no “narrow” here'],
    ['each over a group', '{{#each deck}}{{/each}}', '{{#each}} needs a list'],
    ['a list as text', '{{items}}', 'this is no text that could be printed'],
    ['a group as text', '{{deck}}', 'this is no text that could be printed'],
    ['a line as text', '{{#each items}}{{headline}}{{/each}}', 'this is no text that could be printed'],
  ])('refuses a path that is not there: %s', (_, deck, message) => {
    expect(faults(deck)).toHaveLength(1);
    expect(faults(deck)[0]).toContain(`template/path-unknown: ${message}`);
  });

  it.each([
    '{{deck.title}} {{options.wide}} {{options.format}} {{words.agenda}} {{items.length}}',
    '{{#each items as |item i|}}{{i}} {{@index}} {{@first}} {{item.headline.text}} {{../deck.title}} {{@root.deck.date}} {{#each item.points}}{{#each children}}{{text}}{{/each}}{{/each}}{{/each}}',
    '{{#if deck.mark}}{{#each items}}{{#unless isOwn}}{{../deck.title}}{{/unless}}{{/each}}{{/if}}',
    '{{#each sources}}{{this.title}} {{./title}} {{join authors}}{{/each}} {{#each actors}}{{this}}{{/each}}',
    '{{#with (first items)}}{{heading}}{{/with}} {{#each (limit (skip items 1) 2)}}{{heading}}{{/each}}',
    '{{#each items}}{{#each charts}}{{#each categories as |c i|}}{{#each ../series}}{{at values i}}{{/each}}{{/each}}{{/each}}{{/each}}',
    '{{or deck.subtitle deck.title}} {{#each (or timeline figures)}}{{/each}} {{#each (where sources "number" items.0.refs)}}{{title}}{{/each}}',
  ])('follows %s', (deck) => {
    expect(faults(deck)).toEqual([]);
  });

  it('follows partials with the context and the names they are given', () => {
    const deck = '{{#each items}}{{> topic extra=../deck}}{{/each}}{{> plain}}{{> topic (first items) extra=deck}}';
    expect(faults(deck, { topic: '{{heading}} {{extra.title}} {{@root.deck.date}}', plain: '{{deck.title}}' })).toEqual([]);
  });

  it('names the partial’s file, and does so for each context it is called in', () => {
    const problems = checkPack(tinyPack('{{> line deck}}{{#each items}}{{> line}}{{/each}}', { line: '\n{{title}}' }));
    expect(problems).toMatchObject([
      { code: 'template/path-unknown', place: { file: 'tiny/partials/line.hbs', line: 2, column: 3 }, received: 'title' },
    ]);
  });

  it('does not let a partial look into its caller', () => {
    expect(faults('{{#each items}}{{> p}}{{/each}}', { p: '{{../deck.title}}' }).join()).toContain('../ reaches out');
    expect(faults('{{#each items as |item|}}{{> p}}{{/each}}', { p: '{{item.key}}' }).join()).toContain('there is no “item” here');
  });

  it('keeps helpers’ names apart from the view’s keys', () => {
    const seen = new Set<unknown>();
    const clashes: string[] = [];
    const visit = (node: typeof VIEW_SCHEMA): void => {
      if (seen.has(node)) return;
      seen.add(node);
      if (node.kind === 'list') visit(node.of);
      if (node.kind === 'object') {
        for (const [key, below] of Object.entries(node.keys)) {
          if (Object.hasOwn(HELPERS, key)) clashes.push(key);
          visit(below);
        }
      }
    };
    visit(VIEW_SCHEMA);
    expect(clashes).toEqual([]);
  });
});

describe('renderTemplate', () => {
  it('stamps file and line onto every tag, in partials and behind blocks too', () => {
    const deck = '<section layout="own">\n{{#if deck.title}}\n  <h2>x</h2>\n{{/if}}\n{{> p}}\n</section>';
    const text = print(deck, {}, { p: '\n\n<p\n slot="body">y<br></p>' });
    expect(text).toContain('<section data-at="tiny/deck.hbs:1" layout="own">');
    expect(text).toContain('<h2 data-at="tiny/deck.hbs:3">x</h2>');
    expect(text).toContain('<p data-at="tiny/partials/p.hbs:3"\n slot="body">y<br data-at="tiny/partials/p.hbs:4"></p>');
  });

  it('says where something is read from what is not there', () => {
    expect(print('a\n{{#each items}}\n{{summary.text}}{{/each}}')).toBe(
      'tiny/deck.hbs:3 template/runtime: “text” is read from something that is not there',
    );
    expect(print('a\n{{#each items}}{{> p}}{{/each}}', {}, { p: '\n\n{{#if summary.text}}x{{/if}}' })).toBe(
      'tiny/partials/p.hbs:3 template/runtime: “text” is read from something that is not there',
    );
  });

  it('says what a helper could not use', () => {
    expect(print('{{count deck.title}}')).toContain('template/runtime: a list is needed here');
    expect(print('{{#each (limit items deck.title)}}{{/each}}')).toContain('template/runtime: a whole number from 0 is needed here');
  });

  it('escapes every value', () => {
    const title = `<script>"'&=\`</script>{{deck.mark}}`;
    const text = print('{{deck.title}}', { deck: { ...tinyView().deck, title } });
    expect(text).toBe('&lt;script&gt;&quot;&#x27;&amp;&#x3D;&#x60;&lt;/script&gt;{{deck.mark}}');
  });

  it('fills options that the briefing leaves open', () => {
    expect(print('{{options.wide}} {{options.format}} {{options.variant}}', { options: { variant: 'dark' } })).toBe('true 16:9 dark');
  });

  it('prints the same each time', () => {
    const pack = tinyPack('{{#each actors}}{{@index}}{{this}}{{/each}}');
    const once = () => withoutMarks(unwrap(renderTemplate(pack, tinyView())).text);
    expect(once()).toBe('0A1B2C');
    expect(once()).toBe('0A1B2C');
  });
});

describe('helpers', () => {
  const line = {
    text: 'x',
    refs: [1, 2],
    own: false,
    runs: [
      { text: 'a <b>', bold: true as const },
      { text: 'c\nd', italic: true as const },
      { text: 'e', href: 'https://x.org/?a=1&b="' },
      { refs: [1, 2] },
    ],
  };
  const view = { items: [{ ...tinyView().items[0], summary: line } as View['items'][number]] };

  it('rich prints a line’s format, links and references, all escaped', () => {
    expect(print('{{#each items}}{{rich summary}}{{/each}}', view)).toBe(
      '<strong>a &lt;b&gt;</strong><em>c<br>d</em><a href="https://x.org/?a&#x3D;1&amp;b&#x3D;&quot;">e</a><a class="ref" data-ref="1 2">[1, 2]</a>',
    );
    expect(print('{{#each items}}{{rich summary refs=false}}{{/each}}', view)).not.toContain('data-ref');
    expect(print('{{rich null}}')).toBe('');
  });

  it('rich leaves no space where references stood at the end, with the mark of an origin or without', () => {
    const line = (text: string) => ({ ...view.items[0], summary: { text, runs: [{ text }, { refs: [1] }], refs: [1], own: false } });
    const printed = (text: string) =>
      print('{{#each items}}{{rich summary refs=false}}|{{/each}}', { items: [line(text)] } as Partial<View>);
    expect(printed('It rose. ')).toBe('It rose.|');
    expect(printed('It rose.')).toBe('It rose.|');
  });

  it.each([
    ['{{references items.0.refs}}', '<a class="ref" data-ref="2">[2]</a>'],
    ['{{references 3}}', '<a class="ref" data-ref="3">[3]</a>'],
    ['{{references null}}', ''],
    ['{{eq deck.title "A deck"}} {{ne deck.title "A deck"}} {{gt 2 1}} {{lt 2 1}}', 'true false true false'],
    ['{{and deck.title actors}} {{and deck.title timeline}} {{not timeline}}', 'true false true'],
    ['{{or deck.mark deck.title}}|{{or deck.mark deck.subtitle}}', 'A deck|'],
    ['{{count actors}} {{first actors}} {{last actors}} {{at actors 1}} {{at actors 9}}|{{first disclaimers}}', '3 A C B |'],
    ['{{join (limit actors 2)}} {{join (skip actors 1) "+"}}', 'A, B B+C'],
    ['{{#each (chunk actors 2)}}[{{join this}}]{{/each}}', '[A, B][C]'],
    ['{{#each (where sources "number" items.0.refs)}}{{title}}{{/each}}', 'Second'],
    ['{{#each (where sources "constructor" items.0.refs)}}{{title}}{{/each}}', ''],
    ['{{count (having items "refs")}} {{count (having items "charts")}} {{count (having items "constructor")}}', '1 0 0'],
    ['{{add 1 2}}', '3'],
    ['{{#each timeline}}x{{else}}none{{/each}}', 'none'],
    ['{{#each actors as |actor i|}}{{i}}{{actor}}{{#if @last}}.{{/if}}{{/each}}', '0A1B2C.'],
    ['{{#with deck.mark}}x{{else}}no{{/with}}', 'no'],
  ])('%s', (deck, expected) => {
    expect(print(deck)).toBe(expected);
  });
});
