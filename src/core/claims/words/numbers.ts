import { lazyTable } from '../../base/lazy.ts';
import { FRACTIONS, ORDINALS, row } from './parts.ts';

/** Cardinals below a thousand that are one word, by language. Forms of one number stand together. */
const CARDINALS: Readonly<Record<string, readonly (readonly [string, number])[]>> = {
  en: [
    ...row(
      1,
      1,
      'one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen',
    ),
    ...row(20, 10, 'twenty thirty forty fifty sixty seventy eighty ninety hundred'),
    ['both', 2],
    ['couple', 2],
    ['pair', 2],
    ['twice', 2],
    ['double', 2],
    ['doubled', 2],
    ['triple', 3],
    ['tripled', 3],
    ['trio', 3],
    ['zero', 0],
    ['dozen', 12],
  ],
  de: [
    ...row(
      1,
      1,
      'eins/ein/eine/einen/einem/einer zwei/beide/beiden/zweier drei/dreier vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn fünfzehn sechzehn siebzehn achtzehn neunzehn',
    ),
    ...row(20, 10, 'zwanzig dreißig/dreissig vierzig fünfzig sechzig siebzig achtzig neunzig hundert'),
    ['null', 0],
    ['dutzend', 12],
    ['doppelt', 2],
    ['verdoppelt', 2],
    ...['anderthalb', 'anderthalbe', 'anderthalben', 'eineinhalb'].map((word) => [word, 3 / 2] as const),
  ],
  fr: [
    ...row(1, 1, 'un/une deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize'),
    ...row(20, 10, 'vingt/vingts trente quarante cinquante soixante septante huitante/octante nonante cent/cents'),
    ['zéro', 0],
    ['douzaine', 12],
    ['dizaine', 10],
    ['double', 2],
    ['doublé', 2],
  ],
  es: [
    ...row(
      1,
      1,
      'uno/un/una dos/ambos/ambas tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciséis diecisiete dieciocho diecinueve veinte veintiuno/veintiún/veintiuna veintidós veintitrés veinticuatro veinticinco veintiséis veintisiete veintiocho veintinueve',
    ),
    ...row(30, 10, 'treinta cuarenta cincuenta sesenta setenta ochenta noventa cien/ciento'),
    ...row(
      200,
      100,
      'doscientos/doscientas trescientos/trescientas cuatrocientos/cuatrocientas quinientos/quinientas seiscientos/seiscientas setecientos/setecientas ochocientos/ochocientas novecientos/novecientas',
    ),
    ['cero', 0],
    ['docena', 12],
    ['doble', 2],
  ],
  it: [
    ...row(
      1,
      1,
      'uno/un/una due/entrambi/entrambe tre quattro cinque sei sette otto nove dieci undici dodici tredici quattordici quindici sedici diciassette diciotto diciannove',
    ),
    ...row(20, 10, 'venti trenta quaranta cinquanta sessanta settanta ottanta novanta cento'),
    ['zero', 0],
    ['dozzina', 12],
    ['doppio', 2],
  ],
  pt: [
    ...row(
      1,
      1,
      'um/uma dois/duas/ambos/ambas três quatro cinco seis sete oito nove dez onze doze treze catorze/quatorze quinze dezasseis/dezesseis dezassete/dezessete dezoito dezanove/dezenove',
    ),
    ...row(20, 10, 'vinte trinta quarenta cinquenta sessenta setenta oitenta noventa cem/cento'),
    ...row(
      200,
      100,
      'duzentos/duzentas trezentos/trezentas quatrocentos/quatrocentas quinhentos/quinhentas seiscentos/seiscentas setecentos/setecentas oitocentos/oitocentas novecentos/novecentas',
    ),
    ['zero', 0],
    ['dobro', 2],
  ],
  nl: [
    ...row(
      1,
      1,
      'een/één twee/beide drie vier vijf zes zeven acht negen tien elf twaalf dertien veertien vijftien zestien zeventien achttien negentien',
    ),
    ...row(20, 10, 'twintig dertig veertig vijftig zestig zeventig tachtig negentig honderd'),
  ],
  ru: [
    ...row(
      1,
      1,
      'один/одна/одно/одного/одной/одном/одним два/две/двух/двум/двумя/оба/обе/обоих/двое/двоих/вдвое три/трёх/трех/трём/трем/тремя/трое/троих четыре/четырёх/четырех/четырём/четырьмя/четверо/четверых пять/пяти/пятью/пятеро/пятерых шесть/шести/шестью/шестеро/шестерых семь/семи/семью/семеро/семерых восемь/восьми/восемью/восьмеро/восьмерых девять/девяти/девятью/девятеро/девятерых десять/десяти/десятью/десятеро/десятерых одиннадцать/одиннадцати двенадцать/двенадцати тринадцать/тринадцати четырнадцать/четырнадцати пятнадцать/пятнадцати шестнадцать/шестнадцати семнадцать/семнадцати восемнадцать/восемнадцати девятнадцать/девятнадцати',
    ),
    ...row(
      20,
      10,
      'двадцать/двадцати тридцать/тридцати сорок/сорока пятьдесят/пятидесяти шестьдесят/шестидесяти семьдесят/семидесяти восемьдесят/восьмидесяти девяносто/девяноста сто/ста',
    ),
    ...row(
      200,
      100,
      'двести/двухсот триста/трёхсот/трехсот четыреста/четырёхсот/четырехсот пятьсот/пятисот шестьсот/шестисот семьсот/семисот восемьсот/восьмисот девятьсот/девятисот',
    ),
    ['дюжина', 12],
    ['полтора', 3 / 2],
    ['полторы', 3 / 2],
    ['полутора', 3 / 2],
  ],
  uk: [
    ...row(
      1,
      1,
      'один/одна/одне/одного два/дві/двох/обидва/обидві три/трьох чотири/чотирьох п’ять/пять/пяти шість/шести сім/семи вісім/восьми дев’ять девять десять/десяти одинадцять дванадцять тринадцять чотирнадцять',
    ),
    ...row(20, 10, 'двадцять тридцять сорок'),
  ],
  tr: [
    ...row(1, 1, 'bir iki üç dört beş altı yedi sekiz dokuz on'),
    ...row(20, 10, 'yirmi otuz kırk elli altmış yetmiş seksen doksan yüz'),
  ],
  pl: [
    ...row(
      1,
      1,
      'jeden/jedna/jedno/jednego dwa/dwie/dwóch/dwoje/obie/oba trzy/trzech/troje cztery/czterech pięć/pięciu sześć/sześciu siedem/siedmiu osiem/ośmiu dziewięć/dziewięciu dziesięć/dziesięciu jedenaście dwanaście/dwunastu',
    ),
    ...row(20, 10, 'dwadzieścia trzydzieści czterdzieści pięćdziesiąt sześćdziesiąt siedemdziesiąt osiemdziesiąt dziewięćdziesiąt sto'),
  ],
  he: [
    ...row(
      1,
      1,
      'אחד/אחת שניים/שתיים/שני/שתי שלושה/שלוש/שלושת ארבעה/ארבע/ארבעת חמישה/חמש/חמשת שישה/שש/ששת שבעה/שבע/שבעת שמונה/שמונת תשעה/תשע/תשעת עשרה/עשר',
    ),
    ...row(20, 10, 'עשרים שלושים ארבעים חמישים שישים שבעים שמונים תשעים מאה'),
    ['מאתיים', 200],
    ['אלפיים', 2000],
  ],
  ar: [
    ...row(1, 1, 'واحد/واحدة اثنان/اثنين/اثنتان/اثنتين ثلاث/ثلاثة أربع/أربعة خمس/خمسة ست/ستة سبع/سبعة ثماني/ثمانية/ثمان تسع/تسعة عشر/عشرة'),
    ...row(20, 10, 'عشرون/عشرين ثلاثون/ثلاثين أربعون/أربعين خمسون/خمسين ستون/ستين سبعون/سبعين ثمانون/ثمانين تسعون/تسعين مئة/مائة'),
    ['مئتان', 200],
    ['مئتين', 200],
    ['مائتين', 200],
    ['ألفان', 2000],
    ['ألفين', 2000],
    ['مليونان', 2e6],
    ['مليونين', 2e6],
    ['ملياري', 2e9],
    ['مليارين', 2e9],
  ],
};

export interface NumberWords {
  /** All words that a number can begin with. */
  readonly any: ReadonlySet<string>;
  readonly cardinals: ReadonlyMap<string, number>;
  readonly ordinals: ReadonlyMap<string, number>;
  readonly fractions: ReadonlyMap<string, number>;
}

const EMPTY: NumberWords = { any: new Set(), cardinals: new Map(), ordinals: new Map(), fractions: new Map() };

const WORDS = lazyTable(Object.keys(CARDINALS), (language): NumberWords => {
  const [cardinals, ordinals, fractions] = [CARDINALS, ORDINALS, FRACTIONS].map((table) => new Map(table[language] ?? []));
  const none = new Map<string, number>();
  const known = { cardinals: cardinals ?? none, ordinals: ordinals ?? none, fractions: fractions ?? none };
  return { ...known, any: new Set(Object.values(known).flatMap((words) => [...words.keys()])) };
});

/** The number words of a language; none where it has no list. */
export function numberWords(base: string): NumberWords {
  return WORDS(base) ?? EMPTY;
}
