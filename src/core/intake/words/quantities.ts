import type { Bound } from '../types.ts';

/** Words before a number that bound it, longest first where one begins another. Lower case. */
export const BOUNDS: readonly (readonly [string, Bound])[] = [
  ['as many as', 'at-most'],
  ['as much as', 'at-most'],
  ['no more than', 'at-most'],
  ['not more than', 'at-most'],
  ['up to', 'at-most'],
  ['at most', 'at-most'],
  ['no fewer than', 'at-least'],
  ['no less than', 'at-least'],
  ['at least', 'at-least'],
  ['more than', 'more-than'],
  ['upwards of', 'more-than'],
  ['over', 'more-than'],
  ['fewer than', 'less-than'],
  ['less than', 'less-than'],
  ['under', 'less-than'],
  ['approximately', 'about'],
  ['roughly', 'about'],
  ['around', 'about'],
  ['about', 'about'],
  ['some', 'about'],
  ['circa', 'about'],
  ['an estimated', 'about'],
  ['nearly', 'nearly'],
  ['almost', 'nearly'],
  ['close to', 'nearly'],
  ['bis zu', 'at-most'],
  ['höchstens', 'at-most'],
  ['mindestens', 'at-least'],
  ['wenigstens', 'at-least'],
  ['mehr als', 'more-than'],
  ['über', 'more-than'],
  ['weniger als', 'less-than'],
  ['etwa', 'about'],
  ['rund', 'about'],
  ['ungefähr', 'about'],
  ['fast', 'nearly'],
  ['knapp', 'nearly'],
  ['jusqu’à', 'at-most'],
  ['au moins', 'at-least'],
  ['plus de', 'more-than'],
  ['moins de', 'less-than'],
  ['environ', 'about'],
  ['près de', 'nearly'],
  ['hasta', 'at-most'],
  ['al menos', 'at-least'],
  ['más de', 'more-than'],
  ['menos de', 'less-than'],
  ['unos', 'about'],
  ['unas', 'about'],
  ['alrededor de', 'about'],
  ['casi', 'nearly'],
  ['fino a', 'at-most'],
  ['almeno', 'at-least'],
  ['più di', 'more-than'],
  ['oltre', 'more-than'],
  ['meno di', 'less-than'],
  ['quasi', 'nearly'],
  ['até', 'at-most'],
  ['pelo menos', 'at-least'],
  ['mais de', 'more-than'],
  ['cerca de', 'about'],
  ['quase', 'nearly'],
  ['не менее', 'at-least'],
  ['не более', 'at-most'],
  ['более', 'more-than'],
  ['свыше', 'more-than'],
  ['менее', 'less-than'],
  ['около', 'about'],
  ['почти', 'nearly'],
  ['щонайменше', 'at-least'],
  ['понад', 'more-than'],
  ['близько', 'about'],
  ['майже', 'nearly'],
  ['yaklaşık', 'about'],
  ['en az', 'at-least'],
  ['en fazla', 'at-most'],
  ['ponad', 'more-than'],
  ['około', 'about'],
  ['prawie', 'nearly'],
  ['co najmniej', 'at-least'],
];

/** Number words, English. */
export const NUMBER_WORDS: Readonly<Record<string, number>> = {
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  eleven: 11,
  twelve: 12,
  thirteen: 13,
  fourteen: 14,
  fifteen: 15,
  sixteen: 16,
  seventeen: 17,
  eighteen: 18,
  nineteen: 19,
  twenty: 20,
  thirty: 30,
  forty: 40,
  fifty: 50,
  sixty: 60,
  seventy: 70,
  eighty: 80,
  ninety: 90,
};

/** Words and short forms behind a number that multiply it. */
export const MULTIPLIERS: readonly (readonly [string, number])[] = [
  ['hundred', 1e2],
  ['thousand', 1e3],
  ['million', 1e6],
  ['billion', 1e9],
  ['trillion', 1e12],
  ['bn', 1e9],
  ['mn', 1e6],
  ['tsd\\.?|tausend', 1e3],
  ['mio\\.?|millionen?|millions?|millones|millón|milioni?|milione|milhões|milhão|miljoen|miljoner|milion(?:y|ów)?|milyon', 1e6],
  ['mrd\\.?|milliarden?|milliards?|miliardi|miliardo|mil millones|bilhões|bilhão|miljard(?:er)?|miliard(?:y|ów)?|milyar', 1e9],
  ['тыс\\.?|тысяч[аи]?|тисяч[аі]?', 1e3],
  ['млн\\.?|миллион(?:а|ов)?|мільйон(?:и|ів|а)?', 1e6],
  ['млрд\\.?|миллиард(?:а|ов)?|мільярд(?:и|ів|а)?', 1e9],
  ['mil', 1e3],
  ['ألف|آلاف', 1e3],
  ['مليون|ملايين', 1e6],
  ['مليار|مليارات', 1e9],
];

/** Behind a number, what makes it a share; kept as the unit as it is written. */
export const PERCENT =
  '%|‰|per cent|percent|percentage points?|Prozent(?:punkte)?|pour cent|por ciento|por cento|per cento|procent|процент(?:а|ов)?|відсотк(?:и|ів|а)?|yüzde|٪';

/** Words behind which a number names a thing and does not count: `Article 5`, `line 6`. Lower case. */
export const DESIGNATIONS: ReadonlySet<string> = new Set(
  (
    'no nos number numbers article articles section sections resolution chapter route highway road flight boeing airbus base pier line unit room gate page pages ' +
    'figure fig table fleet level phase part day type mark model post platform group class grade volume vol issue version appendix annex clause paragraph ' +
    'item question rule step stage track bus tram tunnel block building house suite apartment channel radio area zone district sector team round game ' +
    'week book act scene formula covid nr artikel kapitel seite numéro página artículo статья статьи пункт №'
  ).split(' '),
);

/** Units that a hyphen may join to their number: `a 40-minute walk`. */
export const HYPHEN_UNITS =
  'year|month|week|day|hour|minute|second|metre|meter|kilometre|kilometer|mile|foot|inch|tonne|ton|litre|liter|acre|hectare|page|point|seat|member|storey|story|kilogram|megawatt|gigawatt|degree|dollar|euro|pound|bed|room|man|person|nation|party|volume|vote';

/** Plurals without s. */
export const IRREGULAR_PLURALS: ReadonlySet<string> = new Set(
  'people men women children feet sheep fish aircraft police staff teeth mice geese cattle fishermen firemen policemen businessmen troops personnel data media criteria per'.split(
    ' ',
  ),
);
