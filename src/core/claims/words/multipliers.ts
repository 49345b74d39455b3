/** What multiplies the number before it. Forms of all languages together, but for those that two read differently. */
const MULTIPLIERS: Readonly<Record<string, number>> = Object.fromEntries(
  (
    [
      [
        1e3,
        'thousand tausend tsd teur keur mille mila mil тысяча тысячи тысяч тысячу тысячам тыс тисяч тисячі тис duizend tysiąc tysiące tysięcy tys bin ألف ألفا آلاف אלף אלפים',
      ],
      [1e4, '万 萬 만'],
      [
        1e6,
        'million millions mn mln mio meur musd millionen millón millones milione milioni milhão milhões миллион миллиона миллионов миллионы млн мільйон мільйона мільйонів miljoen milion miliony milionów milyon مليون مليونا ملايين מיליון מיליונים 百万',
      ],
      [1e8, '亿 億 억'],
      [
        1e9,
        'bn mrd mdeur milliarde milliarden milliard milliards miliardo miliardi миллиард миллиарда миллиардов млрд мільярд мільярда мільярдів miljard miliard miliardy miliardów milyar مليار مليارا مليارات מיליארד מיליארדים bilhão bilhões 十亿',
      ],
      [1e12, 'trillion trillions tn bio billón billones трлн триллион триллиона триллионов تريليون 万亿 兆'],
    ] as const
  ).flatMap(([factor, words]) => words.split(' ').map((word) => [word, factor] as const)),
);

/** Many without a number: `hundreds of people`. */
const VAGUE: Readonly<Record<string, number>> = Object.fromEntries(
  (
    [
      [10, 'dozens scores tens dutzende dizaines decenas docenas десятки десятков decine عشرات עשרות'],
      [100, 'hundreds hunderte hunderten centaines cientos centenares centinaia centenas сотни сотен مئات מאות'],
      [1e3, 'thousands tausende tausenden milliers miles millares migliaia milhares тысячи آلاف אלפי'],
      [1e6, 'millions millionen millones milioni milhões миллионы'],
      [1e9, 'billions milliarden milliards miliardi миллиарды'],
    ] as const
  ).flatMap(([size, words]) => words.split(' ').map((word) => [word, size] as const)),
);

/** What a word multiplies the number before it by; null where it is none. */
export function multiplierOf(word: string, base: string): number | null {
  // The long scale and the short one.
  if (word === 'billion' || word === 'billions' || word === 'billionen') return base === 'de' || base === 'fr' ? 1e12 : 1e9;
  return Object.hasOwn(MULTIPLIERS, word) ? (MULTIPLIERS[word] ?? null) : null;
}

/** How many a word means that says no number: `hundreds`; null where it is none. */
export function vagueSize(word: string): number | null {
  return Object.hasOwn(VAGUE, word) ? (VAGUE[word] ?? null) : null;
}
