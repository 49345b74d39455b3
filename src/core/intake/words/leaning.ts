import { lazyTable } from '../../base/lazy.ts';
import { quotedSpans } from './quotation-marks.ts';

interface Row {
  /** How sentences begin that lean on the one before. */
  readonly leans: RegExp;
  /** Words of one who speaks of themselves. */
  readonly own: RegExp | null;
}

const SOURCES: Readonly<Record<string, readonly [leans: string, own: string | null]>> = {
  en: [
    'this|that|these|those|it|he|she|they|such|but|and|so|yet|or|then|there|here|still|indeed|for example|for instance|the latter|both|neither|why|what',
    "(?-i:I)|(?-i:I)['’](?:m|ve|d|ll)|me|my|mine|myself",
  ],
  de: [
    'dies(?:e[rsmn]?)?|jene[rsmn]?|er|sie|es|aber|doch|und|denn|oder|dort|hier|darum|dadurch|dabei|damit|danach|daher|deshalb|trotzdem|zudem|dennoch|allerdings|immerhin|dann|(?:das|die|der) (?:ist|war|sind|waren|hat|hatte|wird|würde|klingt|heißt|zeigt|bedeutet|gilt|liegt|kann|könnte|soll|muss|macht|geht|will|steht|reicht|gibt|sei)',
    'ich|mir|mich|mein(?:e[rsmn]?)?',
  ],
  fr: [
    "ce|cela|ceci|ça|c['’]est|celui|celle|ceux|celles|cette|ces|il|elle|ils|elles|mais|et|or|car|donc|pourtant|toutefois|cependant|là|ainsi|dans ce cas",
    "je|j['’]\\S+|moi|mon|ma|mes",
  ],
  es: [
    'esto|eso|este|esta|ese|esa|estos|estas|ello|él|ella|ellos|ellas|pero|y|sin embargo|así|entonces|allí|además|también',
    'yo|mi|mis|mí',
  ],
  it: ['questo|questa|questi|queste|ciò|quello|quella|egli|ella|lui|lei|loro|ma|e|però|tuttavia|così|inoltre|lì', 'io|mio|mia|miei|mie'],
  ru: [
    'это|этот|эта|эти|он|она|оно|они|но|а|и|однако|поэтому|тогда|там|тут|правда|ещё|тоже|зато|так|после этого',
    'я|мне|меня|мной|мой|моя|моё|мои|моего|моей',
  ],
  uk: ['це|цей|ця|ці|він|вона|воно|вони|але|а|і|й|та|однак|тому|тоді|там|тут|проте|щоправда|так', 'я|мені|мене|мною|мій|моя|моє|мої'],
  ar: ['لكن|هذا|هذه|ذلك|تلك|وهو|وهي|ثم|أما|إلا|هو|هي|هم|كما', 'أنا'],
  zh: ['(?:他|她|它|但|不过|这|那(?!么)|所以|因此|而|然而|于是|其中|于此)', '我(?!们|国|省|市|县)'],
};

const ROWS = lazyTable(Object.keys(SOURCES), (base): Row => {
  const [leans, own] = SOURCES[base] ?? ['(?!)', null];
  const isDense = base === 'zh';
  // Without `(?-i:…)`, which Node 20 does not know: of English `I` alone the case tells.
  const words = own?.replaceAll('(?-i:I)', '[I]') ?? null;
  return {
    leans: new RegExp(isDense ? `^${leans}` : `^(?:${leans})(?![\\p{L}\\p{M}])`, 'iu'),
    own:
      words === null ? null : new RegExp(isDense ? words : `(?<![\\p{L}\\p{M}])(?:${words})(?![\\p{L}\\p{M}])`, base === 'en' ? 'u' : 'iu'),
  };
});

const rowOf = (language: string): Row | undefined => ROWS(language.split('-')[0] ?? '');

/** Whether a sentence leans on the one before it (`This …`, `Aber …`): alone it says less, or something else. */
export function isLeaning(text: string, language: string): boolean {
  return rowOf(language)?.leans.test(text) === true;
}

/** Whether somebody speaks of themselves outside quotation marks (`I would …`): on a slide nobody could tell who. */
export function isPersonal(text: string, language: string): boolean {
  const own = rowOf(language)?.own ?? null;
  if (own?.test(text) !== true) return false;
  const bare = quotedSpans(text).reduceRight((rest, { start, end }) => rest.slice(0, start) + rest.slice(end), text);
  return own.test(bare);
}
