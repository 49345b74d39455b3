import { LETTER, MARK } from './letters.ts';
import { ready } from './ready.ts';

/** What of a language's verbs tells a date that was from one to come. All patterns global and case-insensitive but the tests of what stands before. */
export interface Tense {
  readonly past: () => RegExp;
  readonly future: () => RegExp;
  /** A future cue whose own verb is past: `agreed to`. */
  readonly finitePast?: RegExp;
  /** Right before a date. */
  readonly pastPreposition?: RegExp;
  readonly futurePreposition?: RegExp;
  /** Right before a date that something is to be done by, where `openInfinitive` stands before it: `hope to finish by`. */
  readonly deadline?: RegExp;
  readonly openInfinitive?: RegExp;
  /** Right before a date, where no verb says otherwise. */
  readonly until?: RegExp;
}

const IRREGULAR =
  'was|were|had|did|said|told|met|put|sold|found|began|ran|went|came|took|gave|left|lost|won|held|sent|made|got|kept|paid|fell|rose|grew|drew|broke|built|' +
  'bought|brought|caught|chose|cut|felt|fought|flew|knew|led|let|meant|saw|set|shot|shut|spent|spoke|spread|stood|stole|struck|swore|taught|thought|threw|' +
  'understood|wore|wrote|became|hit|hurt|sank|sat|slept|sought|split|withdrew';
/** Words in -ed that are no past tense. */
const NOT_PAST =
  'need|indeed|speed|hundred|feed|exceed|proceed|seed|breed|bed|red|shed|embed|naked|sacred|wed|expected|planned|scheduled|supposed';
const LOOKS_FORWARD =
  'agree[sd]?|offer(?:s|ed)?|expect(?:s|ed)?|want(?:s|ed)?|hope[sd]?|promise[sd]?|intend(?:s|ed)?|aim(?:s|ed)?|vow(?:s|ed)?|pledge[sd]?|decide[sd]?|set|scheduled|ready|need(?:s|ed)?|ha(?:s|ve)';

/** A suffix needs a letter before it; `\b` knows no letters beyond ASCII. */
const word = (alternatives: string): (() => RegExp) =>
  ready(new RegExp(`(?<![${LETTER}${MARK}])(?:${alternatives})(?![${LETTER}${MARK}])`, 'giu'));

export const TENSES: Readonly<Record<string, Tense>> = {
  en: {
    past: ready(
      new RegExp(
        `\\b(?:since|ago|(?:has|have|had) (?:\\w+ )?(?:been|become|\\w+ed|\\w+en|\\w+n|\\w+t)|(?<!\\b(?:be|to|will|would|may|might|could|can|is|are|not)\\s)(?:${IRREGULAR}|(?!(?:${NOT_PAST})\\b)\\w{2,}ed))\\b`,
        'gi',
      ),
    ),
    future: ready(
      new RegExp(
        `\\b(?:will|shall|'ll|would|(?:is|are|was|were) (?:to|due|expected|scheduled|planned|set|supposed|likely|about)|planned (?:for|to)|plans? to|due|deadline|` +
          `upcoming|forthcoming|(?:${LOOKS_FORWARD}) to|to be \\w+(?:ed|en|ld)|(?:set|scheduled|slated|called) for|next (?:session|meeting|round|vote|hearing|election)s?|ends?|closes?|expires?|begins?|starts?|opens?|lapses?|takes? (?:place|effect)|goes|comes|may|might|could)\\b`,
        'gi',
      ),
    ),
    finitePast: /^(?:\w+ed|was|were)\b/i,
    pastPreposition: /\b(?:since|last)\s+$/i,
    futurePreposition: /\b(?:for|next|effective|payable|(?:is|are|falls?) (?:on|in|due|due (?:on|in|by)))\s+$/i,
    deadline: /\b(?:by|until|till|through|before)\s+(?:the\s+)?(?:end\s+of\s+)?$/i,
    openInfinitive:
      /(?<!\b(?:fail(?:ed|s)?|refused?|unable|able|managed|used|had|began|forced|enough|said|tried)\s)\bto (?:be )?[a-z]{2,}\b(?![^,;]*\bhad\b)/i,
    until: /\b(?:by|until|before)\s+(?:the\s+)?$/i,
  },
  de: {
    past: word(
      'hat|haben|hatte|hatten|wurde|wurden|war|waren|kam|kamen|ging|gingen|begann|fand|sagte|nahm|gab|ließ|stand|lag|seit|\\p{L}{3,}(?:te|ten)',
    ),
    future: word('wird|werden|soll|sollen|geplant|will|wollen|dürfte|vorgesehen|läuft|endet|beginnt|findet|bis'),
  },
  fr: {
    past: word(
      '(?:a|ont|avait|avaient|est|sont|était|étaient)(?: \\p{L}+)? \\p{L}+(?:é|ée|és|ées|i|is|it|u|us|ue|ert)|depuis|\\p{L}{2,}(?:ait|aient|èrent|irent)',
    ),
    future: word(
      'prévue?s?|sera|seront|aura|auront|doit|doivent|devrait|prochaine?|avant|jusqu.au|espèrent|\\p{L}{3,}(?:era|eront|ira|iront)',
    ),
  },
  es: {
    past: word(
      'desde|(?:ha|han|había|habían|fue|fueron|era|eran) \\p{L}*|\\p{L}{2,}(?:ó|aron|ieron|aba|aban|ía|ían)|dijo|hizo|puso|vino|tuvo|hubo',
    ),
    future: word('podrían?|será|serán|hasta|previst[oa]s?|antes|deben?|termina|próxim[oa]|habrá|\\p{L}{3,}(?:ará|erá|irá|arán|erán|irán)'),
  },
  it: {
    past: word(
      'dal?|(?:ha|hanno|aveva|avevano|è|sono|era|erano|fu)(?: \\p{L}+)? \\p{L}+(?:ato|ata|ati|ate|uto|uta|uti|ute|ito|ita|iti|ite|sso|tto|sto)|\\p{L}{2,}(?:arono|irono|erono|ava|avano|eva|evano)|erano|era|furono',
    ),
    future: word('previst[oaie]|sarà|saranno|entro|prossim[oa]|dovrà|dovrebbe|\\p{L}{3,}(?:erà|irà|eranno|iranno)'),
  },
  pt: {
    past: word('desde|(?:foi|foram|era|eram|tinha|havia) \\p{L}*|\\p{L}{2,}(?:ou|aram|eu|eram|iu|iram|ava|avam)|disse|fez|pôs|veio|teve'),
    future: word('será|serão|até|previst[oa]s?|deverá|acaba|termina|próxim[oa]|\\p{L}{3,}(?:ará|erá|irá|arão|erão|irão)'),
  },
  nl: {
    past: word('heeft|hebben|had|hadden|werd|werden|was|waren|sinds|\\p{L}{3,}(?:de|den|te|ten)'),
    future: word('zal|zullen|gepland|verwacht|moet|moeten|eindigt|begint|tot'),
  },
  pl: {
    past: word('od|\\p{L}{2,}(?:ł|ła|ło|li|ły)|został\\p{L}*'),
    future: word('będzie|będą|odbędzie|planowan\\p{L}*|ma|mają|następn\\p{L}*|do'),
  },
  ru: {
    past: word('с|\\p{L}{2,}(?:л|ла|ло|ли|лся|лась|лось|лись)'),
    future: word('будет|будут|намечен\\p{L}*|заплан\\p{L}*|планир\\p{L}*|ожида\\p{L}*|следующ\\p{L}*|начн\\p{L}*|состоится|долж\\p{L}*|до'),
  },
  uk: {
    past: word('з|від|відтоді|\\p{L}{2,}(?:в|ла|ло|ли|вся|лась|лося|лися)'),
    future: word('буде|будуть|заплан\\p{L}*|планують|має|мають|очіку\\p{L}*|наступн\\p{L}*|почн\\p{L}*|відбудеться|до|\\p{L}{3,}тиме'),
  },
  tr: {
    past: word('\\p{L}{2,}(?:dı|di|du|dü|tı|ti|tu|tü|mıştı|mişti|dılar|diler)'),
    future: word('\\p{L}{2,}(?:ecek|acak|ecekler|acaklar)|planlan\\p{L}*|bekleniyor|kadar'),
  },
  ar: {
    past: word('منذ|كان\\p{L}*|وقع|أعلن\\p{L}*|قال\\p{L}*|حفر\\p{L}*'),
    future: word('[سف]?س[يتن]\\p{L}{2,}|سوف|المقرر|المقبل|القادم|ينتهي|تنتهي|حتى'),
  },
  zh: {
    past: ready(/了|曾|已经|已經|过|過去|以来|以來|失败|失敗|倒塌|通过|宣布|发生/g),
    future: ready(/将|將|会在|會在|计划|計劃|预计|預計|拟|擬|即将|即將|截至|之前/g),
  },
  ja: { past: ready(/た[。、]|した|なった|だった/g), future: ready(/予定|見込み|までに|来年|来月/g) },
};
