import { lazyTable } from '../base/lazy.ts';

/**
 * Hedges: words by which a writer does not vouch for what is said. Three families, by what they leave open.
 * evidence: who says so, and whether it is confirmed. possibility: whether it is so. intention: whether it will be done.
 */
export type HedgeKind = 'evidence' | 'possibility' | 'intention';

/** Regular expressions' alternatives by language. English `may` counts in lower case only. */
export const HEDGES: Readonly<Record<string, Readonly<Record<HedgeKind, string>>>> = {
  en: {
    evidence:
      'unconfirmed|unverified|reportedly|allegedly|alleged(?: to)?|alleges?|supposedly|purportedly|purported|ostensibly|apparently|seemingly|rumou?red|rumou?rs?|claims?|claimed|according to|(?:is|are|was|were|has been|have been) (?:said|believed|thought|reported|understood|rumoured|alleged|suspected|considered|estimated) to|it is (?:said|believed|thought|reported|understood)|sources (?:say|said)|appears?|appeared|seems?|seemed|suspected|believed to|thought to|in the view of|presumably|presumed|unproven|so-called',
    possibility:
      'may|might|could|possibly|perhaps|maybe|probably|likely|unlikely|potentially|conceivably|arguably|doubtful|uncertain|unclear|suggests?|suggested|suggesting|signals? that|tends? to|in theory|not clear|reasons to believe|hints?|hinted|threatens? to|threatened to',
    intention:
      'plans? to|planned to|intends? to|intended to|aims? to|hopes? to|hoped to|wants? to|seeks? to|proposes? to|proposed to|is expected to|are expected to|was expected to|were expected to|expects? to|expected to|considering|is due to|are due to|would|promised to|pledged to|vowed to|offered to|scheduled to|if approved',
  },
  de: {
    evidence:
      'unbestätigt\\p{L}*|angeblich\\p{L}*|mutmaßlich\\p{L}*|vermeintlich\\p{L}*|offenbar|anscheinend|dem Vernehmen nach|laut|Berichten zufolge|zufolge|nach eigenen Angaben|nach Angaben|soll|sollen|scheint|scheinen|behauptet|behaupten|gilt als',
    possibility: 'möglicherweise|vielleicht|vermutlich|wahrscheinlich|womöglich|könnte|könnten|dürfte|dürften|unklar|wohl|eventuell',
    intention: 'will|wollen|plant|planen|geplant|beabsichtigt|hofft|würde|würden|vorgesehen',
  },
  fr: {
    evidence:
      'non confirmée?s?|selon|d’après|aurait|auraient|serait|seraient|prétendument|présumée?s?|soi-disant|apparemment|semble|semblent|affirme|affirment|prétend|prétendent|rumeurs?',
    possibility: 'peut-être|probablement|sans doute|pourrait|pourraient|éventuellement|vraisemblablement|possiblement|incertaine?s?',
    intention: 'prévoit|prévoient|entend|souhaite|envisage|espère|compte',
  },
  es: {
    evidence:
      'sin confirmar|no confirmad\\p{L}+|supuestamente|presuntamente|presunt\\p{L}+|según|al parecer|habría|habrían|aparentemente|parece|parecen|afirma|afirman|asegura',
    possibility: 'quizás?|tal vez|probablemente|posiblemente|podría|podrían|puede que|acaso|incierto',
    intention: 'planea|prevé|pretende|espera|quiere|quieren|propone',
  },
  it: {
    evidence:
      'non confermat\\p{L}+|presunt\\p{L}+|secondo|a quanto pare|avrebbe|avrebbero|sarebbe|sarebbero|sembra|sembrano|apparentemente',
    possibility: 'forse|probabilmente|potrebbe|potrebbero|possibilmente|incerto',
    intention: 'intende|prevede|vuole|vorrebbe|spera',
  },
  pt: {
    evidence: 'não confirmad\\p{L}+|alegadamente|supostamente|segundo|teria|teriam|aparentemente|parece|parecem',
    possibility: 'talvez|provavelmente|possivelmente|poderia|poderiam|pode|podem',
    intention: 'pretende|planeia|planeja|quer|espera',
  },
  ru: {
    evidence:
      'неподтвержд[её]нн\\p{L}+|якобы|предположительно|по слухам|по данным|по словам|судя по всему|по-видимому|кажется|утверждает|утверждают|как сообщается',
    possibility: 'возможно|может|могут|мог(?:ла|ли)? бы|вероятно|наверное|пожалуй',
    intention: 'планирует|планируют|намерен\\p{L}*|собирается|надеется|хочет',
  },
  uk: {
    evidence: 'непідтверджен\\p{L}+|нібито|за даними|за словами|ймовірно|схоже|стверджує',
    possibility: 'можливо|може|можуть|мабуть|напевно',
    intention: 'планує|планують|має намір|збирається',
  },
  pl: {
    evidence: 'niepotwierdzon\\p{L}+|rzekom\\p{L}+|podobno|według|zdaniem|jakoby|ponoć|wydaje się',
    possibility: 'może|mogą|możliwe|prawdopodobnie|być może|chyba',
    intention: 'planuje|planują|zamierza|chce',
  },
  nl: {
    evidence: 'onbevestigd\\p{L}*|naar verluidt|vermeend\\p{L}*|volgens|zou|zouden|kennelijk|blijkbaar|lijkt|lijken',
    possibility: 'misschien|mogelijk|waarschijnlijk|wellicht|kan|kunnen',
    intention: 'wil|willen|plant|hoopt',
  },
  tr: {
    evidence: 'iddia\\p{L}*|sözde|göre|doğrulanmamış|söylenti\\p{L}*',
    possibility: 'belki|muhtemelen|olabilir|galiba',
    intention: 'planlıyor|istiyor|umuyor',
  },
};

const TESTS = lazyTable(Object.keys(HEDGES), (language) => {
  const test = (kind: HedgeKind): RegExp => new RegExp(`(?<![\\p{L}\\p{M}-])(?:${HEDGES[language]?.[kind] ?? ''})(?![\\p{L}\\p{M}])`, 'iu');
  return { evidence: test('evidence'), possibility: test('possibility'), intention: test('intention') };
});

/** Whether a text has a hedge of this kind. Of a language without a list none is known. */
export function hasHedge(text: string, kind: HedgeKind, language: string): boolean {
  return TESTS(language.split('-')[0] ?? 'en')?.[kind].test(text) ?? false;
}
