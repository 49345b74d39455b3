/** `one two …` from a first number on; `/` between forms of one. */
export const row = (first: number, step: number, words: string): (readonly [string, number])[] =>
  words.split(' ').flatMap((forms, index) => forms.split('/').map((form) => [form, first + index * step] as const));

/** Ordinals from the third on; the first two are as often turns of speech. */
export const ORDINALS: Readonly<Record<string, readonly (readonly [string, number])[]>> = {
  en: row(3, 1, 'third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth'),
  de: row(
    3,
    1,
    'dritt viert fünft sechst siebt acht neunt zehnt elft zwölft dreizehnt vierzehnt fünfzehnt sechzehnt siebzehnt achtzehnt neunzehnt zwanzigst',
  ).flatMap(([stem, value]) => ['e', 'en', 'er', 'es', 'em'].map((ending) => [stem + ending, value] as const)),
  fr: row(3, 1, 'troisième/troisièmes quatrième cinquième sixième septième huitième neuvième dixième onzième douzième'),
  es: row(3, 1, 'tercer/tercero/tercera cuarto/cuarta quinto/quinta sexto/sexta séptimo/séptima octavo/octava noveno/novena décimo/décima'),
  it: row(3, 1, 'terzo/terza quarto/quarta quinto/quinta sesto/sesta settimo/settima ottavo/ottava nono/nona decimo/decima'),
  ru: row(
    3,
    1,
    'третий/третья/третье/третьего/третьей/третьем четвёртый/четвертый/четвёртая/четвертого пятый/пятая/пятого/пятой шестой/шестая/шестого седьмой/седьмая/седьмого восьмой/восьмая/восьмого девятый/девятая/девятого десятый/десятая/десятого',
  ),
  // With the article alone: without it they are days of the week and fifths.
  he: row(3, 1, 'השלישית/השלישי הרביעית/הרביעי החמישית/החמישי השישית/השישי השביעית/השביעי השמינית/השמיני התשיעית/התשיעי העשירית/העשירי'),
  ar: row(3, 1, 'الثالث/الثالثة الرابع/الرابعة الخامس/الخامسة السادس/السادسة السابع/السابعة الثامن/الثامنة التاسع/التاسعة العاشر/العاشرة'),
};

/** Parts of a whole, each behind what it divides by; `/` between forms of one. */
const PARTS: Readonly<Record<string, string>> = {
  en: '2 half/halves/halved/halve/halving 3 third/thirds 4 quarter/quarters/fourth/fourths 5 fifth/fifths 6 sixth/sixths 7 seventh/sevenths 8 eighth/eighths 9 ninth/ninths 10 tenth/tenths 11 eleventh/elevenths 12 twelfth/twelfths',
  de: '2 hälfte/halb/halbe/halben/halbes/halbiert/halbieren 3 drittel/dritteln 4 viertel/vierteln 5 fünftel/fünfteln 6 sechstel 7 siebtel 8 achtel 9 neuntel 10 zehntel',
  fr: '2 moitié/demi/demie 3 tiers 4 quart/quarts 5 cinquième/cinquièmes 10 dixième/dixièmes',
  es: '2 mitad/medio/media 3 tercio/tercios/tercera 4 cuarto/cuarta 5 quinto/quinta 10 décimo/décima',
  it: '2 metà/mezzo/mezza 3 terzo/terzi 4 quarto/quarti 5 quinto/quinti 10 decimo',
  pt: '2 metade/meio/meia 3 terço/terços 4 quarto/quartos 5 quinto/quintos',
  ru: '2 половина/половину/половины/половине/вдвое 3 треть/трети 4 четверть/четверти 5 пятая/пятую 10 десятая',
  nl: '2 helft/half/halve 3 derde 4 kwart 5 vijfde 10 tiende',
  he: '2 חצי/מחצית/מחציתם/מחציתן/המחצית/כמחצית/למחצית 3 שליש/שלישם/שלישן/כשליש/לשליש/בשליש 4 רבע/כרבע/לרבע/ברבע',
  ar: '2 نصفها/نصفهم/نصف/النصف/بنصف/ونصف/لنصف 3 ثلث/الثلث/بثلث/وثلث/ثلثها/ثلثهم 4 ربع/بربع/وربع/ربعها/ربعهم',
};

/** By language, what the words for parts of a whole divide by. */
export const FRACTIONS: Readonly<Record<string, readonly (readonly [string, number])[]>> = Object.fromEntries(
  Object.entries(PARTS).map(([language, listed]) => {
    const words = listed.split(' ');
    const pairs = words.flatMap((forms, at) =>
      at % 2 === 0 ? [] : forms.split('/').map((form) => [form, Number(words[at - 1])] as const),
    );
    return [language, pairs];
  }),
);
