import type { Pack } from '../../src/core/template/types.ts';
import type { ArticleDeck } from './article-scene.ts';

/**
 * Briefings in seven languages, each with every kind of block: what a ministry, an energy agency or a parliament's clerks would write.
 * The one called `mixed` has what right-to-left lines stumble over: Latin names, units, telephone numbers, ranges, brackets, addresses.
 */

const front = (title: string, language: string, more: readonly string[] = []): string =>
  [`---`, `title: "${title}"`, `language: ${language}`, ...more, `---`, ``, ``].join('\n');

const HEBREW = `${front('משק החשמל: דוח רבעוני', 'he', ['published: 2025-05-12', 'authors: [דנה כהן, יוסי לוי]', 'standfirst: הביקוש עולה מהר מן הייצור, והרשת היא צוואר הבקבוק.'])}## הביקוש לחשמל עלה בשנה אחת ב־7.4%, יותר מבכל עשור אחר {#demand}

ברבעון הראשון של 2025 נצרכו 18,300 ג׳יגה־ואט־שעה, לעומת 17,040 ברבעון המקביל אשתקד. [¶1]

- שיא הביקוש נרשם ב־22 בינואר בשעה 18:30. [¶1, ¶2]
  - באותו ערב פעלו כל התחנות, ובהן שתיים שהיו מיועדות לסגירה.
  - היבוא עמד על −250 מגה־ואט: המדינה ייצאה יותר משייבאה.
- מחיר השוק הסיטוני ירד ל־42.5 ש״ח. [¶3]
- האם ההיצע יספיק לקיץ? לא בטוח! [¶2]

:::chart{type=bar title="צריכה לפי רבעון" unit="ג׳יגה־ואט־שעה"}
| רבעון | תחזית | בפועל |
|---|---:|---:|
| ראשון | 17200 | 18300 |
| שני | 15100 | 15900 |
| שלישי | 19800 | 21400 |
| רביעי | 16900 | 17250 |
:::

:::notes
להתחיל בשיא של ינואר. מי ששואל על הקיץ: התשובה בשקופית האחרונה.
:::

## חמישה צעדים עד סוף השנה {#steps}

הרשות מציעה סדר פעולות, ולוח זמנים לכל פעולה.

1. לאשר את תוכנית הפיתוח של הרשת. [¶4]
2. לפרסם מכרז לאגירה של 800 מגה־ואט.
3. להאריך ב־18 חודשים את פעילות תחנה ד׳.
4. לעדכן את התעריף פעם ברבעון.
5. לדווח לוועדת הכלכלה.

:::figures
| Value | Unit | Label |
|---|---|---|
| 7.4% | | עלייה שנתית בביקוש [¶1] |
| 800 | מגה־ואט | אגירה שתיבנה עד 2027 |
| −12 | ימים | קיצור בזמן הטיפול בבקשה |
:::

## כמה זה עולה ומי משלם {#cost}

רוב הכסף הולך לקווי המתח העליון.

:::table{title="עלות הצעדים, מיליוני ש״ח" total}
| צעד | מימון | עלות | שינוי |
|---|---|---:|---:|
| קווי מתח עליון | תקציב המדינה | 1,240.5 | +4.2% |
| אגירה | יזמים פרטיים | 610.0 | −3.1% |
| מונים חכמים | חברת החשמל | 95.5 | 0.0% |
| סך הכול | | 1,946.0 | +1.6% |
:::

:::chart{type=doughnut title="מקורות הייצור" unit="%"}
| מקור | חלק |
|---|---:|
| גז טבעי | 68 |
| שמש | 17 |
| פחם | 12 |
| אחר | 3 |
:::

## השר מזהיר מפני קיץ קשה {#said}

> אין לנו עודף, ואין לנו זמן. מי שיחכה לספטמבר ישלם בספטמבר.
> — אורי מזרחי, שר האנרגיה, 2025-05-04 [¶5]

## לוח הזמנים מותיר שישה שבועות {#calendar}

הכנסת יוצאת לפגרה בסוף יולי.

:::timeline
| Date | Event |
|---|---|
| 2024-11 | פורסמה טיוטת התוכנית להערות הציבור. |
| 2025-01-22 | שיא הביקוש: 13,900 מגה־ואט. |
| 2025-06-30 | מועד אחרון לאישור התוכנית. |
| ~2027 | האגירה מתחברת לרשת. |
:::

:::chart{type=line title="מחיר ממוצע" unit="אגורות"}
| שנה | מחיר |
|---|---:|
| 2020 | 44.8 |
| 2021 | 43.3 |
| 2022 | 55.6 |
| 2023 | 60.1 |
| 2024 | 61.5 |
:::
`;

const ARABIC = `${front('الأمن المائي: مذكرة إلى اللجنة', 'ar', ['published: 2025-03-02', 'authors: [ليلى حداد]', 'standfirst: المخزون يكفي حتى أغسطس، ولا يكفي بعده.'])}## هبط مخزون السدود إلى ٤١٪ من السعة، وهو أدنى مستوى منذ عشر سنوات {#dams}

بلغ المخزون ١٬٢٥٠ مليون متر مكعب في ١ مارس ٢٠٢٥، مقابل ١٬٦٨٠ مليوناً قبل عام. [¶1]

- الأمطار أقل من المعدل بنسبة ٣٠٪. [¶1, ¶2]
  - في الشمال وحده سقط 412 ملم.
  - وفي الجنوب (وادي السهل) 96 ملم فقط.
- ارتفع الاستهلاك المنزلي بمقدار 2.5 لتر للفرد. [¶3]
- هل تكفي محطات التحلية؟ ليس هذا الصيف! [¶2]

:::chart{type=bar title="المخزون حسب السد" unit="مليون م³"}
| السد | 2024 | 2025 |
|---|---:|---:|
| الشمال | 640 | 455 |
| الوسط | 520 | 410 |
| الساحل | 350 | 270 |
| الجنوب | 170 | 115 |
:::

:::notes
ابدأ بالرقم: ٤١٪. ثم اذكر أن السنة الماضية لم تكن سنة جفاف.
:::

## المطلوب من اللجنة أربعة قرارات {#steps}

تقترح الوزارة أن تُتخذ القرارات بهذا الترتيب.

1. تمديد عقد التحلية ستة أشهر. [¶4]
2. تحديد سقف للري الزراعي في مايو ويونيو.
3. نشر بيانات السدود كل أسبوع.
4. تخصيص 38.5 مليون لصيانة الشبكة.

:::figures
| Value | Unit | Label |
|---|---|---|
| ٤١٪ | | من سعة السدود [¶1] |
| نحو 150 | يوماً | حتى ينفد المخزون المتاح |
| −9 | لترات | خفض الاستهلاك اليومي للفرد |
:::

## كلفة البدائل بملايين الدنانير {#cost}

أرخص البدائل هو إصلاح الشبكة.

:::table{title="كلفة البدائل" total}
| البديل | الجهة | الكلفة | التغير |
|---|---|---:|---:|
| إصلاح الشبكة | البلديات | 38.5 | −4.0% |
| محطة تحلية جديدة | الوزارة | 212.0 | +11.5% |
| نقل المياه بالسفن | القطاع الخاص | 74.2 | 0.0% |
| المجموع | | 324.7 | +6.1% |
:::

:::chart{type=doughnut title="أوجه الاستهلاك" unit="%"}
| الوجه | الحصة |
|---|---:|
| الزراعة | 61 |
| المنازل | 27 |
| الصناعة | 9 |
| أخرى | 3 |
:::

## الوزيرة تحذر من التأخير {#said}

> السدود لا تنتظر اللجان. كل أسبوع نتأخره ندفع ثمنه في أغسطس.
> — سلمى الخطيب، وزيرة المياه، 2025-02-20 [¶5]

## جدول زمني قصير {#calendar}

ينتهي عقد التحلية في آخر يونيو.

:::timeline
| Date | Event |
|---|---|
| 2015 | آخر عام هبط فيه المخزون دون ٤٠٪. |
| 2024-10 | بدأ موسم الأمطار متأخراً ثلاثة أسابيع. |
| 2025-06-30 | ينتهي عقد التحلية الحالي. |
| ~2027 | تدخل المحطة الجديدة الخدمة. |
:::

:::chart{type=line title="الاستهلاك اليومي للفرد" unit="لتر"}
| السنة | الاستهلاك |
|---|---:|
| 2020 | 126 |
| 2021 | 131 |
| 2022 | 129 |
| 2023 | 138 |
| 2024 | 141 |
:::
`;

const MIXED = `${front('דיון עם NATO ו־OECD (טיוטה 2)', 'he', ['published: 2025-09-01', 'authors: [Anna Bergström, רון אלמוג]'])}## NATO ביקשה 3 תיקונים; ה־EU הסכים לשניים (ר׳ נספח B) {#request}

GDP גדל ב־2.5%–3.0%, והגירעון ירד מ־−4.8% ל־−3.1% (OECD, 2025). [¶1]

- IMF: הצמיחה תהיה 1.9%, לא 2.4%. [¶2]
  - COVID-19 עלה כ־$1.2bn [¶3].
  - 5G יופעל ב־12 ערים (ולא ב־20)...
- טלפון: +972-3-555-0134, שלוחה 7.
- אתר: https://www.example.org/he/report?id=7#top
- דוא״ל: press@example.org
- הצעת חוק 1234/25 (תיקון מס׳ 3), סעיף 4(ב)(1).
- CO<sub>2</sub> ירד ל־40 Mt; שטח 120 km² בלבד.
- "ציטוט" של Dr. Weiss (ETH Zürich)!
- הטווח: −5°C עד +12°C, בין 09:00 ל־17:30.
- **חשוב:** *Force majeure* אינו חל על סעיף 7.
- תאריך: 12/05/2025–30/06/2025; גרסה v2.0-rc1.

1. Phase one: הכנה
2. שלב שני: rollout ב־Q3
3. 2026: סיום
10. [דוח מלא](https://www.example.org/full) של UNDP

## עלות בדולר ($) ובאירו (€) {#cost}

הסכומים כוללים מע״מ (18%).

:::table{title="Budget לפי סעיף, אלפי $" total}
| סעיף | Vendor | Q1 | Q2 |
|---|---|---:|---:|
| רישוי | Acme Ltd. (UK) | $1,200 | −$40 |
| Cloud | חברת ענן בע״מ | €900 | +12.5% |
| ייעוץ — Legal | — | (350) | 0 |
| סה״כ | | 2,450 | n/a |
:::

:::figures
| Value | Unit | Label |
|---|---|---|
| −3.1% | GDP | הגירעון לפי OECD |
| $1.2bn | | COVID-19: עלות כוללת |
| 24/7 | | מוקד של NATO |
| 10–12 | MW | הספק ל־5G |
:::

## מדדים לפי WHO {#chart}

Index 2019 = 100.

:::chart{type=stacked-bar title="Exports לפי ענף" unit="$m"}
| ענף | EU | אסיה |
|---|---:|---:|
| High-tech | 120 | 80 |
| כימיקלים (B2B) | 60 | 45 |
| R&D | 30.5 | 12.5 |
| 5G + AI | 10 | 22 |
:::

:::chart{type=line title="CPI" unit="%"}
| חודש | CPI | מדד הבנייה | PPI (EU) |
|---|---:|---:|---:|
| 01/25 | 3.2 | 2.1 | -0.5 |
| 02/25 | 3.0 | 2.4 | -0.2 |
| 03/25 | -0.4 | 2.2 | 0.6 |
| 04/25 | 2.6 | 1.9 | 0.9 |
:::

## Ines Aldworth: "אין Plan B" {#said}

> We have no plan B, אמרה, and no plan C (עדיין).
> — Ines Aldworth, CEO, Acme Ltd., 2025-08-12 [¶4]

:::timeline
| Date | Event |
|---|---|
| 2024 | Kick-off עם OECD (Paris). |
| 2025-05-12 | גרסה v2.0 נשלחה ל־EU. |
| Q4/2025 | NATO: החלטה סופית. |
| ~2026-03 | GDP ‏+1.5%? |
:::
`;

const CHINESE = `${front('电网季度简报', 'zh-Hans', ['published: 2025-04-18', 'authors: [陈立, 王晓梅]', 'standfirst: 用电增长快于发电，瓶颈在输电。'])}## 第一季度用电量同比增长7.4%，为十年来最高 {#demand}

全国用电量达到18,300吉瓦时，去年同期为17,040吉瓦时（OECD口径）。[¶1]

- 负荷高峰出现在1月22日18时30分。[¶1, ¶2]
  - 当晚所有机组投入运行，包括两台待关停机组。
- 批发电价降至每兆瓦时42.5元。[¶3]

:::chart{type=bar title="分季度用电量" unit="吉瓦时"}
| 季度 | 预测 | 实际 |
|---|---:|---:|
| 一季度 | 17200 | 18300 |
| 二季度 | 15100 | 15900 |
| 三季度 | 19800 | 21400 |
:::

## 费用与出资方 {#cost}

大部分资金用于特高压线路。

:::table{title="各项费用（百万元）" total}
| 项目 | 出资方 | 费用 |
|---|---|---:|
| 特高压线路 | 国家预算 | 1,240.5 |
| 储能 | 民营企业 | 610.0 |
| 合计 | | 1,850.5 |
:::

:::figures
| Value | Unit | Label |
|---|---|---|
| 7.4% | | 用电量年增幅 |
| 800 | 兆瓦 | 2027年前建成的储能 |
:::

> 没有余量，也没有时间。
> — 李华，能源局局长，2025-04-04 [¶5]

:::timeline
| Date | Event |
|---|---|
| 2024-11 | 公布规划草案。 |
| 2025-06-30 | 规划审批截止。 |
:::
`;

/** The same shape of briefing for languages of Latin letters. */
function latin(words: {
  readonly tag: string;
  readonly title: string;
  readonly headline: string;
  readonly lead: string;
  readonly points: readonly [string, string, string];
  readonly cost: string;
  readonly costLead: string;
  readonly table: readonly (readonly [string, string, string])[];
  readonly chart: string;
  readonly unit: string;
  readonly quarters: readonly [string, string, string];
  readonly figures: readonly (readonly [string, string, string])[];
  readonly quote: readonly [string, string];
  readonly events: readonly (readonly [string, string])[];
}): string {
  const [first = ['', '', ''], ...rest] = words.table;
  const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return `${front(words.title, words.tag, ['published: 2025-04-18'])}## ${words.headline} {#demand}

${words.lead} [¶1]

- ${words.points[0]} [¶1, ¶2]
  - ${words.points[1]}
- ${words.points[2]} [¶3]

:::chart{type=bar title="${words.chart}" unit="${words.unit}"}
| | A | B |
|---|---:|---:|
| ${words.quarters[0]} | 17200 | 18300 |
| ${words.quarters[1]} | 15100 | 15900 |
| ${words.quarters[2]} | 19800 | 21400 |
:::

## ${words.cost} {#cost}

${words.costLead}

:::table{title="${words.cost}" total}
${row(first)}
|---|---|---:|
${rest.map(row).join('\n')}
:::

:::figures
| Value | Unit | Label |
|---|---|---|
${words.figures.map(row).join('\n')}
:::

> ${words.quote[0]}
> — ${words.quote[1]} [¶5]

:::timeline
| Date | Event |
|---|---|
${words.events.map(row).join('\n')}
:::
`;
}

const GERMAN = latin({
  tag: 'de',
  title: 'Stromnetz: Bericht an den Haushaltsausschuss',
  headline: 'Der Verbrauch stieg um 7,4 %, so stark wie in keinem Jahrzehnt zuvor',
  lead: 'Im ersten Quartal 2025 wurden 18.300 GWh verbraucht, gegenüber 17.040 GWh im Vorjahr.',
  points: [
    'Die Höchstlast fiel auf den 22. Januar, 18.30 Uhr.',
    'Das Übertragungsnetzausbaubeschleunigungsgesetz gilt seit 2024.',
    'Der Großhandelspreis sank auf 42,50 € je MWh („so niedrig wie nie“).',
  ],
  cost: 'Kosten der Maßnahmen in Millionen Euro',
  costLead: 'Der größte Teil geht in Höchstspannungsleitungen.',
  table: [
    ['Maßnahme', 'Träger', 'Kosten'],
    ['Höchstspannungsleitungen', 'Bundeshaushalt', '1.240,5'],
    ['Speicher', 'Privatwirtschaft', '610,0'],
    ['Summe', '', '1.850,5'],
  ],
  chart: 'Verbrauch je Quartal',
  unit: 'GWh',
  quarters: ['I. Quartal', 'II. Quartal', 'III. Quartal'],
  figures: [
    ['7,4 %', '', 'Zuwachs im Jahr'],
    ['800', 'MW', 'Speicherleistung bis 2027'],
  ],
  quote: ['Wir haben keine Reserve und keine Zeit.', 'Petra Weiß, Energieministerin, 2025-04-04'],
  events: [
    ['2024-11', 'Entwurf veröffentlicht.'],
    ['2025-06-30', 'Letzter Tag für den Beschluss.'],
  ],
});

const FRENCH = latin({
  tag: 'fr',
  title: 'Réseau électrique : note à la commission',
  headline: 'La demande a bondi de 7,4 %, du jamais vu en dix ans',
  lead: 'Au premier trimestre 2025, 18 300 GWh ont été consommés, contre 17 040 un an plus tôt.',
  points: [
    'La pointe a été atteinte le 22 janvier à 18 h 30.',
    'Faut-il craindre l’été ? « Sans doute », répond l’agence !',
    'Le prix de gros est tombé à 42,50 € le MWh ; il était de 51 €.',
  ],
  cost: 'Coût des mesures, en millions d’euros',
  costLead: 'L’essentiel va aux lignes à très haute tension.',
  table: [
    ['Mesure', 'Financement', 'Coût'],
    ['Lignes à très haute tension', 'Budget de l’État', '1 240,5'],
    ['Stockage', 'Secteur privé', '610,0'],
    ['Total', '', '1 850,5'],
  ],
  chart: 'Consommation par trimestre',
  unit: 'GWh',
  quarters: ['1er trimestre', '2e trimestre', '3e trimestre'],
  figures: [
    ['7,4 %', '', 'hausse annuelle'],
    ['800', 'MW', 'de stockage d’ici à 2027'],
  ],
  quote: ['Nous n’avons ni marge ni temps.', 'Hélène Garçon, ministre de l’Énergie, 2025-04-04'],
  events: [
    ['2024-11', 'Publication du projet.'],
    ['2025-06-30', 'Dernier jour pour voter.'],
  ],
});

const FINNISH = latin({
  tag: 'fi',
  title: 'Sähköverkko: muistio valiokunnalle',
  headline: 'Kulutus kasvoi 7,4 %, enemmän kuin kertaakaan kymmeneen vuoteen',
  lead: 'Vuoden 2025 ensimmäisellä neljänneksellä kulutettiin 18 300 GWh, vuotta aiemmin 17 040 GWh.',
  points: [
    'Huippukuorma mitattiin 22. tammikuuta klo 18.30.',
    'Kantaverkkoyhtiön siirtokapasiteettihuutokauppamenettely uudistuu.',
    'Tukkuhinta laski 42,50 euroon megawattitunnilta.',
  ],
  cost: 'Toimien kustannukset, miljoonaa euroa',
  costLead: 'Suurin osa menee suurjännitelinjoihin.',
  table: [
    ['Toimi', 'Maksaja', 'Kustannus'],
    ['Suurjännitelinjat', 'Valtion talousarvio', '1 240,5'],
    ['Varastointi', 'Yksityinen sektori', '610,0'],
    ['Yhteensä', '', '1 850,5'],
  ],
  chart: 'Kulutus neljänneksittäin',
  unit: 'GWh',
  quarters: ['I neljännes', 'II neljännes', 'III neljännes'],
  figures: [
    ['7,4 %', '', 'vuosikasvu'],
    ['800', 'MW', 'varastointia vuoteen 2027 mennessä'],
  ],
  quote: ['Meillä ei ole varaa eikä aikaa.', 'Päivi Hämäläinen, energiaministeri, 2025-04-04'],
  events: [
    ['2024-11', 'Luonnos julkaistiin.'],
    ['2025-06-30', 'Päätöksen viimeinen päivä.'],
  ],
});

export const LANGUAGE_ARTICLES = {
  he: HEBREW,
  ar: ARABIC,
  mixed: MIXED,
  'zh-Hans': CHINESE,
  de: GERMAN,
  fr: FRENCH,
  fi: FINNISH,
} as const;

export type DeckLanguage = keyof typeof LANGUAGE_ARTICLES;

export const DECK_LANGUAGES = Object.keys(LANGUAGE_ARTICLES) as readonly DeckLanguage[];

export function isRightToLeft(language: DeckLanguage): boolean {
  return ['he', 'ar', 'mixed'].includes(language);
}

/** A briefing of each, for `articleScene`. */
export function languageDeck(language: DeckLanguage, pack: string | Pack = 'policy-brief'): ArticleDeck {
  return { articles: [LANGUAGE_ARTICLES[language]], pack };
}
