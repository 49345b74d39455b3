import type { ArticleDeck } from './article-scene.ts';

/** Articles whose words are taken out of decks again: every kind of block, in lines that layout must break. */

const front = (title: string, language: string): string => `---\ntitle: ${title}\nlanguage: ${language}\n---\n\n`;

export const HARBOUR =
  'In 2024 Lindmouth counted 80,300 containers, 7 per cent more than its harbour board had forecast, and the board says that the quay will be too short for them.';

const ENGLISH = `${front('A port that has outgrown its river', 'en-GB')}## The port handles more than anyone planned for when the northern quay was built {#traffic}

${HARBOUR}

- Three of four quarters beat the forecast, the third by more than two thousand containers in all of its three months. [¶2, ¶3]
  - The first fell short because ice closed the river for nine days, which nobody had thought of when the forecast was made in 2020.
  - Of H<sub>2</sub>O at 10<sup>6</sup> litres ~~nobody~~ everybody speaks.
- The quay is \\
full.

## Steps {#steps}

The board proposes an order of works.

1. Begin with the low-water berths, since they can be built without closing the quay, and since they answer low water, the port’s second limit.
2. Build shore power.

## Figures {#figures}

What the quay costs those who wait.

:::figures
| Value | Unit | Label |
|---|---|---|
| 140 | days | a year on which the whole of the quay is full and barges wait |
| 6 | hours | average wait on such a day |
:::

## Cost {#cost}

Five measures.

:::table{title="Cost of the measures" total}
| Measure | Built without closing the quay | Cost |
|---|---|---:|
| Northern quay wall with all that stands on it today, and whatever may yet come to stand on it in the next thirty years | no | 24.0 |
| Rail sidings | not stated | 17.5 |
| All | | 41.5 |
:::

## Forecast and count {#chart}

The count lies above the forecast.

:::chart{type=bar title="Containers" unit="containers"}
| Quarter | Forecast | Counted |
|---|---:|---:|
| Q1 | 18000 | 16500 |
| Q2 | 19000 | 20400 |
:::

## Said {#said}

She said it.

> We are glad of every barge that comes, but the river does not grow with them, and neither does the quay on which they are unloaded.
> — Ines Aldworth, Chair of the Harbour Board, 2025-02-01

## Dates {#dates}

What happened when.

:::timeline
| When | What |
|---|---|
| 1987 | The canal opens to barges of every size that the locks of that time could take. |
| 2019 | The canal is widened. |
:::
`;

export const GERMAN_WORDS =
  'Der Hafen zählte 80 300 Container, 7 Prozent mehr, als der Rat erwartet hatte, und die Donaudampfschifffahrtsgesellschaftskapitänsmützenverordnung von 1987 gilt am ganzen Fluss unverändert weiter.';

const GERMAN = `${front('Ein Hafen', 'de')}## Der Hafen fertigt mehr ab, als irgendwer geplant hatte {#eins}

${GERMAN_WORDS}
`;

export const HEBREW_WORDS =
  'נמל הנהר ספר השנה 80,300 מכולות, שבעה אחוזים יותר משחזה הדירקטוריון, כך לפי הדיווח של ABC News Harbour Desk, והרציף הצפוני קצר מדי לכולן.';

const HEBREW = `${front('נמל הנהר', 'he')}## הנמל מטפל ביותר ממה שתכנן מישהו אי פעם כשנבנה הרציף הצפוני {#one}

${HEBREW_WORDS}

- שלושה מארבעת הרבעונים עברו את התחזית, והשלישי ביותר מאלפיים מכולות בכל אחד משלושת חודשיו, לפי ABC News.
`;

export const CHINESE_WORDS =
  '二〇二四年林德茅斯港共处理八万零三百个集装箱，比港务局的预测高出百分之七，港务局表示北码头很快就会显得太短，而河道管理局 Arle River Authority 预计水位不会恢复到过去的水平。';

const CHINESE = `${front('河港', 'zh-Hans')}## 港口处理的集装箱比任何人计划的都多 {#one}

${CHINESE_WORDS}
`;

export const DIVIDED_WORDS =
  'Die **Grundstücksverkehrsgenehmigungszuständigkeits**übertragung gilt, und der Kabinettsbeschlussvorlagenentwurf ist da. [¶1]';

const DIVIDED = `${front('Ein Hafen', 'de')}## Was im Hafen gilt {#eins}

${DIVIDED_WORDS}

- Die Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaftsversammlung tagt.

## Verfahren {#zwei}

Das steht darin.

:::table{title="Verfahren"}
| Verfahren | Zuständigkeitsübertragungsverordnung | Genehmigungsverfahrensbeschleunigungsgesetz | Arbeitsunfähigkeitsbescheinigungspflicht | Verwaltungsvorschriftenänderungsantrag |
|---|---|---|---|---|
| Planfeststellung | Bundesnetzagenturpräsidentschaft | Umweltverträglichkeitsprüfungsbericht | ja | nein |
:::

## Zahlen {#drei}

Was es kostet.

:::figures
| Value | Unit | Label |
|---|---|---|
| 140 | Tage | Grundstücksverkehrsgenehmigungszuständigkeiten im Jahr |
| 6 | Stunden | Rechtsschutzversicherungsgesellschaften warten |
| 7 | % | der Donaudampfschifffahrtselektrizitätenhauptbetriebe |
| 3 | Orte | voll |
:::
`;

/** Words that their columns do not hold, divided with a hyphen. */
export const DIVIDED_DECK = { articles: [DIVIDED], pack: 'plain' } as const satisfies ArticleDeck;

export const WORDS_DECKS = {
  english: { articles: [ENGLISH], pack: 'plain' },
  german: { articles: [GERMAN], pack: 'plain' },
  hebrew: { articles: [HEBREW], pack: 'plain' },
  chinese: { articles: [CHINESE], pack: 'plain' },
  divided: DIVIDED_DECK,
} as const satisfies Readonly<Record<string, ArticleDeck>>;
