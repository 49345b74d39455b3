import { describe, expect, it } from 'vitest';
import { unwrap } from '../../../src/core/base/errors.ts';
import { originsOf, isRef, plainText } from '../../../src/core/base/text.ts';
import { withoutMarks, type Origin } from '../../../src/core/base/origin.ts';
import type { View } from '../../../src/core/briefing/types.ts';
import { chartLabels } from '../../../src/core/layout/scene/walk.ts';
import type { Box, ChartBox, Scene, SceneParagraph } from '../../../src/core/layout/types.ts';
import { makeBudget } from '../../../src/core/template/render/budget.ts';
import { prepare } from '../../../src/core/template/render/prepare.ts';
import { renderTemplate } from '../../../src/core/template/index.ts';
import { loadTheme } from '../../../src/core/template/theme/index.ts';
import { readDeck } from '../../../src/core/deck/index.ts';
import { deckMeta } from '../../../src/core/pipeline/index.ts';
import { articleMade } from '../../support/article-scene.ts';
import { tinyPack } from '../../support/pack.ts';
import { PACKS, SAMPLES, sampleMade } from '../../support/samples.ts';

type Node = Readonly<Record<string, unknown>> | readonly unknown[] | string | number | null;

/** What a view has where an origin says: a line's words, a text or a number. */
function found({ article, topic, field, index }: Origin, view: View): string | number | null {
  if (field === 'source') return view.sources.find((s) => s.article === article && s.paragraph === (index[0] ?? 0) + 1)?.excerpt ?? null;
  // What is gathered over the whole deck stands in the view itself.
  const isGathered = article === null && topic === null && /^(?:sourceGroups|groups)\b/.test(field);
  const owner = isGathered
    ? view
    : topic !== null
      ? view.items.find(({ key }) => key === `${article ?? 'own'}/${topic}`)
      : article === null
        ? view.deck
        : view.articles.find(({ id }) => id === article);
  const places = [...index];
  let node = owner as unknown as Node;
  for (const key of field.split('.')) {
    node = ((node as Readonly<Record<string, unknown>>)[key] ?? null) as Node;
    if (!Array.isArray(node)) continue;
    const place = places.shift();
    node = (key === 'blocks' ? node.find((block: { index: number }) => block.index === place) : node[place ?? -1]) as Node;
  }
  expect(places, `${field} ${index.join()}`).toEqual([]);
  // An entry of items has its line as its text, which has its words as its own.
  while (typeof node === 'object' && node !== null && 'text' in node) node = node['text'] as Node;
  return node as string | number | null;
}

const paragraphsIn = (box: Box): readonly SceneParagraph[] => {
  if (box.kind === 'text') return box.paragraphs;
  if (box.kind === 'table') return box.rows.flatMap((row) => row.cells.flatMap((cell) => cell.paragraphs));
  return box.kind === 'group' ? box.children.flatMap(paragraphsIn) : [];
};

const squeezed = (text: string): string => text.replace(/[\s\u00AD\u200B]+/g, '').replace(/[“”„«»‹›‘’"']/g, '');

/**
 * What a template and layout say themselves: whose words a point is, the day of the briefing on a timeline, which topic of how many, and
 * the parts of a figure whose hedge is set apart, which no edit could come home to (`block/figures/layout/setting.ts`).
 */
const saidByTemplate = (text: string, { words, deck, figures }: View): boolean =>
  [words.ownLine, words.today, words.undated, deck.dateText, `${words.today}, ${deck.dateText}`].includes(text) ||
  /^\d+ \/ \d+$/.test(text) ||
  figures.some(({ value }) => squeezed(value) !== squeezed(text) && (value.startsWith(`${text} `) || value.endsWith(` ${text}`)));

/** The numbers of a template's or an author's list: layout sets them, in a style for numbers. */
function ordinalsIn(box: Box): readonly SceneParagraph[] {
  if (box.kind === 'group') return box.children.flatMap(ordinalsIn);
  const isOrdinal =
    box.kind === 'text' && /number/i.test(box.style) && /^\d+$/.test(box.paragraphs.map(({ runs }) => plainText(runs)).join());
  return isOrdinal ? box.paragraphs : [];
}

/** Runs whose words do not stand in any field that they name, and paragraphs of content without any field. */
function wrong(scene: Scene, view: View): string[] {
  const faults: string[] = [];
  for (const slide of scene.slides) {
    const paragraphs = slide.boxes
      .filter((box) => !(box.kind === 'text' && ['footer', 'number', 'date', 'mark'].includes(box.role)))
      .flatMap(paragraphsIn);
    for (const { runs } of [...paragraphs, ...slide.notes]) {
      for (const run of runs) {
        if (isRef(run) || !run.origins) continue;
        const words = run.origins.map((origin) => squeezed(String(found(origin, view))));
        // A run of several fields has the template's own words between them; a field of which a part is here has the part.
        const isThere =
          run.origins.length === 1
            ? words.some((all) => all.includes(squeezed(run.text)) || squeezed(run.text).includes(all))
            : words.every((all) => squeezed(run.text).includes(all));
        if (!isThere) faults.push(`${slide.title}: “${run.text}” is not in ${words.join(' | ')}`);
      }
    }
    if (slide.topic === null) continue;
    const ordinals = new Set(slide.boxes.flatMap(ordinalsIn));
    const nowhere = paragraphs
      .filter((paragraph) => !ordinals.has(paragraph) && originsOf(paragraph.runs).length === 0)
      .map(({ runs }) => plainText(runs));
    faults.push(
      ...nowhere.filter((text) => text !== '' && !saidByTemplate(text, view)).map((text) => `${slide.title}: “${text}” comes from nowhere`),
    );
    for (const chart of slide.boxes.filter((box) => box.kind === 'chart')) faults.push(...wrongInChart(chart, view));
  }
  return faults;
}

function wrongInChart({ origins, categories, series, ...chart }: ChartBox, view: View): string[] {
  const only = (from: readonly Origin[] | undefined): string | number | null =>
    from?.length === 1 && from[0] ? found(from[0], view) : null;
  return [
    ...categories.filter((name, i) => only(origins?.categories[i]) !== name),
    ...series.filter(({ name }, i) => name !== '' && only(origins?.series[i]?.name) !== name).map(({ name }) => name),
    ...series.flatMap(({ values }, s) => values.filter((value, i) => only(origins?.series[s]?.values[i]) !== value).map(String)),
    ...(chartLabels({ origins, categories, series, ...chart } as ChartBox).length === 0 ? ['no labels'] : []),
  ];
}

const ARTICLE = `---
title: Wells & pumps
language: de
---

## Brunnen {#wells}

Erste Zeile mit **fetten** Worten\\
und einer zweiten Zeile.

:::notes
Nur gesagt.
:::

1. Ein Punkt
   - darunter, mit „Anführung“ & <em>Zeichen</em>

:::chart{type=bar title="Liter" unit="Liter"}
| Jahr | Nord | Süd |
|---|---:|---:|
| 2021 | 0 | 1,5 |
| 2022 | -3 |  |
:::

| Ort | Zahl |
|---|---|
| A | 0 |
| B | 0 |

:::figures
| Value | Unit | Label |
|---|---|---|
| 120.000 | Liter | je Tag |
:::
`;

/** A template that asks everything that a template can ask of words and values. */
const ASKS = `{{#each items}}
{{#if (eq heading "Brunnen")}}same{{/if}}{{#if (ne summary.text "x")}}differs{{/if}}
{{#with (first charts) as |c|}}{{#each c.series as |s|}}{{name}}:{{#each s.values as |v|}}{{#if v}}[{{v}}]{{else}}none{{/if}}{{#if v includeZero=true}}z{{/if}}{{#unless v}}u{{/unless}}
{{#if (gt v 1)}}more{{/if}}{{#if (lt v 0)}}less{{/if}}{{add v 1}}{{#if (and v c.title)}}both{{/if}}{{or v "-"}}{{#if (not v)}}no{{/if}}{{at s.values @index}}{{/each}}{{/each}}{{/with}}
{{#each (where blocks "kind" (skip (chunk @root.actors 1) 9))}}never{{/each}}
{{#each (having blocks "chart")}}{{kind}} {{chart.title}}{{/each}}{{count blocks}}{{#with (last blocks)}}{{kind}}{{/with}}
{{#each tables}}{{#each rows}}{{#each cells}}{{rich this}}|{{/each}}{{/each}}{{/each}}{{#each blocks}}{{#if paragraph}}{{rich paragraph}}{{/if}}{{/each}}
<p title="{{heading}}">{{join @root.actors " & "}}</p>{{/each}}`;

describe('origins', () => {
  it.each(SAMPLES.flatMap((sample) => PACKS.map((pack) => [sample, pack] as const)))(
    'lead from every word of %s in %s to its field',
    async (sample, pack) => {
      const { scene, view } = await sampleMade({ sample, pack });
      const runs = scene.slides.flatMap(({ boxes }) => boxes.flatMap(paragraphsIn)).flatMap((p) => p.runs);
      expect(runs.filter((run) => !isRef(run) && run.origins).length).toBeGreaterThan(100);
      expect(wrong(scene, view)).toEqual([]);
    },
  );

  it('count notes among the blocks of a topic, tell equal cells apart, and know a value of 0', async () => {
    const { scene, view } = await articleMade({ articles: [ARTICLE] });
    expect(wrong(scene, view)).toEqual([]);
    const all = scene.slides.flatMap(({ boxes }) => boxes);
    const zeros = all
      .flatMap(paragraphsIn)
      .filter(({ runs }) => plainText(runs) === '0')
      .map(({ runs }) => originsOf(runs));
    expect(zeros).toEqual([0, 1].map((row) => [{ article: 'a', topic: 'wells', field: 'blocks.table.rows.cells', index: [3, row, 1] }]));
    const chart = all.find((box) => box.kind === 'chart');
    expect(chart?.origins?.series[0]?.values[0]).toEqual([
      { article: 'a', topic: 'wells', field: 'blocks.chart.series.values', index: [2, 0, 0] },
    ]);
    expect(chart?.origins?.unit).toEqual([{ article: 'a', topic: 'wells', field: 'blocks.chart.unit', index: [2] }]);
    const figure = all.flatMap(paragraphsIn).find(({ runs }) => plainText(runs) === '120.000');
    expect(originsOf(figure?.runs ?? []).map(({ field }) => field)).toEqual(['blocks.figures.value']);
  });

  it('of a run that a template joins from several fields are all of them, of its own words none', async () => {
    const deck = `<section layout="own"><h2>{{deck.title}}</h2>{{#each items}}
      <p>{{or summary.text heading}}: {{heading}}, <strong>{{heading}}</strong></p><p>{{join @root.actors}} {{@root.words.agenda}}</p>{{/each}}</section>`;
    const { view } = await articleMade({ articles: [ARTICLE] });
    const pack = tinyPack(deck);
    const theme = unwrap(loadTheme(pack, { format: '16:9', variant: 'light', direction: 'ltr' }));
    const { slides } = unwrap(readDeck(unwrap(renderTemplate(pack, view)), { theme, meta: deckMeta(view, null), sources: view.sources }));
    const fields = slides.flatMap(({ blocks }) =>
      blocks.flatMap(({ block }) =>
        block.kind === 'text' ? block.paragraphs.map((runs) => runs.map((run) => originsOf([run]).map(({ field }) => field))) : [],
      ),
    );
    expect(fields).toEqual([[['summary', 'heading'], ['heading']], [[]]]);
  });

  it('are none of pictures beside another where no template reads these, and that is said where the briefing has some', async () => {
    const deck = `<section layout="own"><h2>{{deck.title}}</h2>{{#each items}}{{#each images}}<img src="{{src}}" alt="{{alt}}">{{/each}}{{/each}}</section>`;
    const codes = async (pictures: string) => {
      const { view } = await articleMade({ articles: [`---\ntitle: T\n---\n\n## A\n\n${pictures}\n`] });
      return renderTemplate(tinyPack(deck), view).problems.map(({ code, allowed }) => [code, allowed]);
    };
    expect(await codes('![A](map.png)\n\n![B](map.png)')).toEqual([]);
    expect(await codes('![A](map.png)\n![B](map.png)')).toEqual([['template/kind-unread', 'beside']]);
  });

  it('are none of a kind of block that no template reads, and that is said where the briefing has one', async () => {
    const { view } = await articleMade({ articles: [ARTICLE] });
    const { problems } = renderTemplate(
      tinyPack('<section layout="own"><h2>{{deck.title}}</h2>{{#each items}}{{#each charts}}{{title}}{{/each}}{{/each}}</section>'),
      view,
    );
    expect(problems.map(({ code, allowed }) => [code, allowed])).toEqual([
      ['template/kind-unread', 'points'],
      ['template/kind-unread', 'table, tables'],
      ['template/kind-unread', 'figures'],
    ]);
  });

  it.each([
    ['asked for everything', ASKS],
    ['printing little', '<section layout="own"><h2>{{deck.title}}</h2></section>'],
  ])('leave what a template does as it is: %s', async (_, deck) => {
    const { view } = await articleMade({ articles: [ARTICLE] });
    const pack = tinyPack(deck);
    const filled = { ...view, actors: ['A', 'B', 'C'], options: { format: '16:9', variant: 'light', wide: true } };
    const { print, problems } = prepare(pack);
    expect(problems).toEqual([]);
    const traced = unwrap(renderTemplate(pack, filled)).text;
    expect(withoutMarks(traced)).toBe(print?.(filled, makeBudget('tiny')));
    expect(traced).not.toBe(withoutMarks(traced));
  });
});
