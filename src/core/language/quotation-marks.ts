/** What opens a quotation where it is not “, by language or language and region; from CLDR's delimiters. Right-to-left languages keep “. */
const OPENING: Readonly<Record<string, string>> = {
  bg: '„',
  ca: '«',
  cs: '„',
  de: '„',
  'de-CH': '«',
  'de-LI': '«',
  el: '«',
  es: '«',
  'es-MX': '“',
  'es-US': '“',
  et: '„',
  fi: '”',
  fr: '«',
  hr: '„',
  hu: '„',
  hy: '«',
  is: '„',
  it: '«',
  ja: '「',
  ka: '„',
  lt: '„',
  mk: '„',
  nb: '«',
  nn: '«',
  no: '«',
  pl: '„',
  'pt-PT': '«',
  ro: '„',
  ru: '«',
  sk: '„',
  sl: '„',
  sr: '„',
  sq: '«',
  sv: '”',
  uk: '«',
  'zh-Hant': '「',
  'zh-TW': '「',
};

/** The mark that opens a quotation in a language, a BCP 47 tag. */
export function openingQuotationMark(language: string): string {
  const parts = language.split('-');
  for (let length = parts.length; length > 0; length -= 1) {
    const mark = OPENING[parts.slice(0, length).join('-')];
    if (mark !== undefined) return mark;
  }
  return '“';
}
