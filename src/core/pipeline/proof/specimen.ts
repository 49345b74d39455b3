import { parseArticle } from '../../article/index.ts';
import { unwrap } from '../../base/errors.ts';
import { briefingFromArticles } from '../../briefing/index.ts';
import type { ArticleEntry, Briefing } from '../../briefing/types.ts';

/** A topic with every kind of block, and points as short, as usual or as long as analysts write them. */
const topic = (title: string, id: string, summary: string, points: readonly string[]): string => `## ${title} {#${id}}

${summary}

${points.map((point) => `- ${point}`).join('\n')}

> We can move the crates, but we cannot move the calendar.
> — Ines Aldworth, Harbour Master, 2025-03-04

:::timeline
| Date | Event |
|---|---|
| 2023-09 | The bridge is closed to lorries |
| 2024-03-01 | The council asks for a plan |
| 2025 | Works begin, if the state replies in time |
| 2027 | The northern quay opens |
:::

:::figures
| Value | Unit | Label |
|---|---|---|
| 120,000 | containers | handled in the last year |
| 38 | days | with part-loaded barges |
| 6 | hours | average wait |
:::

:::chart{type=bar title="Containers by quarter" unit="containers"}
| Quarter | Forecast | Counted |
|---|---:|---:|
| Q1 | 18000 | 16500 |
| Q2 | 19000 | 20400 |
| Q3 | 19500 | 22100 |
| Q4 | 18500 | 21300 |
:::

:::table{title="Cost of the measures"}
| Measure | Without closing the quay | Cost, million |
|---|---|---:|
| Northern quay wall | no | 24.0 |
| Rail sidings | not stated | 17.5 |
| Low-water berths | yes | 11.8 |
| All | | 53.3 |
:::
`;

const POINT = 'The harbour board expects the works to begin before the council’s summer recess, provided that the state replies in time';
const USUAL = [
  'The quay is full on about 140 days a year',
  'On such days a barge waits six hours on average',
  'The bridge is closed to lorries above 30 tonnes\n  - A new one would take four years',
  'The single track carries at most eleven freight trains a day',
];

const TEXT = `---
id: specimen
title: "Harbour works: what to decide before the summer"
standfirst: A specimen of what briefings hold.
authors: [A. Specimen]
published: 2025-03-10
publisher: Specimen Desk
language: en
---

${topic('Low water costs', 'short', 'Barges sailed part-loaded on 38 days.', ['One day in ten.'])}
${topic('One quay, one bridge and one track set the limit of the port', 'usual', 'Everything that reaches the town crosses the same quay and leaves over the same bridge or the same railway track.', USUAL)}
${topic(
  'What the council is asked to decide before the summer, from the first works to trains at night',
  'long',
  `${POINT}; what the measures cost is known, who pays for them is not.`,
  Array.from({ length: 9 }, (_, i) => `${POINT}, as in the plan of ${2016 + i}`),
)}`;

/** A briefing of topics with little, usual and much text, with all that a cover says. */
export function specimenBriefing(template: string): { readonly briefing: Briefing; readonly articles: ReadonlyMap<string, ArticleEntry> } {
  const file = 'specimen.md';
  const article = unwrap(parseArticle(TEXT, { file }));
  const briefing = unwrap(briefingFromArticles([article], { topics: null, depth: 'full', file }));
  const whole: Briefing = {
    ...briefing,
    items: briefing.items.map((item, i) =>
      i === 1 ? { ...item, section: { title: 'What limits the port', finding: 'Three things do.' } } : item,
    ),
    template,
    subtitle: 'For the session of the town council in May',
    audience: 'Members of the town council and its committee for works',
    presenter: 'Harbour board',
    date: '2025-03-18',
    mark: 'SPECIMEN',
  };
  return { briefing: whole, articles: new Map([[article.id, { article, source: null, hash: '0'.repeat(64) }]]) };
}
