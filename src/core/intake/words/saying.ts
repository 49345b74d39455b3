import { lazyTable } from '../../base/lazy.ts';
import { LETTER, MARK } from './letters.ts';
import { ready } from './ready.ts';
import { SAYING } from './roles.ts';

/** How a language tells who says something. */
export interface Sayings {
  /** A verb of saying in the forms that attribute a quotation; global. */
  readonly verb: () => RegExp;
  /** He, she and the like, right beside such a verb. */
  readonly pronoun: RegExp | null;
  /** Pronouns of a woman and of a man, alone. */
  readonly she: RegExp | null;
  readonly he: RegExp | null;
  /** `According to X`, `in the words of X`, up to the end of what stands before a quotation; one group, of the name. */
  readonly according: RegExp | null;
  /** Somebody or something named by what it is: `the company`, `a spokeswoman`; from the beginning. */
  readonly general: RegExp | null;
}

interface Row {
  readonly verbs: string;
  readonly pronouns?: string;
  readonly she?: string;
  readonly he?: string;
  readonly according?: string;
  readonly general?: string;
}

const GENERAL_EN =
  'company|ministry|agency|union|group|council|bank|commission|authority|firm|operator|government|department|committee|association|party|police|army|board|foundation|court|charity|' +
  'spokesman|spokeswoman|spokesperson|officials?|statement|report|newspaper';

const ROWS: Readonly<Record<string, Row>> = {
  en: {
    verbs: SAYING,
    pronouns: 'he|she|they',
    she: 'she',
    he: 'he',
    according: 'according to|in the words of|as|for',
    general: `(?:the|a|an) (?:[a-z-]+ ){0,2}?(?:${GENERAL_EN})(?: (?:for|of) (?:the )?\\p{Lu}[\\p{L}’'-]*(?: (?:of )?\\p{Lu}[\\p{L}’'-]*){0,3})?`,
  },
  de: {
    verbs:
      'sagt|sagte|sagten|erklärt|erklärte|erklärten|betont|betonte|meint|meinte|fragt|fragte|antwortet|antwortete|schreibt|schrieb|warnt|warnte|fügt|fügte|ergänzt|ergänzte|kritisiert|kritisierte|' +
      'fordert|forderte|berichtet|berichtete|behauptet|behauptete|versichert|versicherte|rief|ruft|erzählt|erzählte|findet|fand|glaubt|glaubte|gesagt|kündigt|kündigte|räumt|räumte|entgegnet|entgegnete|erwidert|erwiderte',
    pronouns: 'er|sie',
    she: 'sie',
    he: 'er',
    according: 'laut|so|nach Angaben von|wie',
    general:
      '(?:der|die|das|ein|eine) (?:\\p{Ll}+ ){0,2}?(?:Firma|Unternehmen|Ministerium|Behörde|Gewerkschaft|Regierung|Partei|Polizei|Verband|Sprecherin|Sprecher|Stadtverwaltung|Verwaltung)',
  },
  fr: {
    verbs:
      'dit|disent|disait|déclare|déclaré|déclarait|explique|expliqué|affirme|affirmé|ajoute|ajouté|répond|répondu|précise|précisé|souligne|souligné|estime|estimé|raconte|raconté|confie|confié|assure|assuré|' +
      'écrit|demande|demandé|lance|lancé|indique|indiqué|annonce|annoncé|regrette|regretté|insiste|insisté|prévient|prévenu|avertit|averti|rappelle|rappelé|conclut|conclu|note|noté|poursuit|poursuivi|reconnaît|reconnu|résume|témoigne',
    pronouns: 'il|elle|ils|elles|t-il|t-elle',
    she: 'elle|t-elle',
    he: 'il|t-il',
    according: "selon|d’après|d'après|pour",
    general:
      "(?:la|le|un|une|l[’'])\\s?(?:\\p{Ll}+ ){0,2}?(?:société|entreprise|ministère|agence|syndicat|gouvernement|parti|police|compagnie|porte-parole|mairie|préfecture)",
  },
  es: {
    verbs:
      'dice|dijo|dicho|decía|declara|declaró|explica|explicó|afirma|afirmó|añade|añadió|responde|respondió|señala|señaló|asegura|aseguró|sostiene|sostuvo|cuenta|contó|escribe|escribió|pregunta|preguntó|' +
      'indica|indicó|anuncia|anunció|advierte|advirtió|insiste|insistió|recuerda|recordó|reconoce|reconoció|subraya|subrayó|lamenta|lamentó|comenta|comentó|agrega|agregó|opina|opinó|concluye|concluyó|manifiesta|manifestó|admite|admitió',
    pronouns: 'él|ella|ellos|ellas',
    she: 'ella',
    he: 'él',
    according: 'según|para|en palabras de',
    general:
      '(?:la|el|un|una) (?:\\p{Ll}+ ){0,1}?(?:empresa|compañía|ministerio|agencia|sindicato|gobierno|partido|policía|portavoz|ayuntamiento)',
  },
  it: {
    verbs:
      'dice|detto|disse|diceva|dichiara|dichiarato|dichiarò|spiega|spiegato|spiegò|afferma|affermato|affermò|aggiunge|aggiunto|aggiunse|risponde|risposto|rispose|sottolinea|sottolineato|sostiene|sostenuto|racconta|raccontato|raccontò|' +
      'scrive|scritto|scrisse|chiede|chiesto|chiese|annuncia|annunciato|avverte|avvertito|insiste|insistito|ricorda|ricordato|ammette|ammesso|osserva|osservato|osservò|conclude|concluso|commenta|commentato|precisa|precisato|replica|replicato',
    pronouns: 'lui|lei|egli|ella',
    she: 'lei|ella',
    he: 'lui|egli',
    according: 'secondo|per|a detta di',
    general: "(?:la|il|lo|un|una|l[’'])\\s?(?:società|azienda|ministero|agenzia|sindacato|governo|partito|polizia|portavoce|comune)",
  },
  ru: {
    verbs:
      'сказал|сказала|сказали|говорит|говорил|говорила|заявил|заявила|заявили|заявляет|объяснил|объяснила|объясняет|отметил|отметила|отмечает|подчеркнул|подчеркнула|добавил|добавила|ответил|ответила|отвечает|' +
      'написал|написала|пишет|сообщил|сообщила|сообщает|сообщили|рассказал|рассказала|рассказывает|спросил|спросила|предупредил|предупредила|считает|уверен|уверена|пояснил|пояснила|признался|призналась|утверждает|воскликнул|вспоминает|возразил|возразила|признал|признала|напомнил|напомнила|настаивает|подчёркивает|подчеркивает|признаёт|признает|уточняет|уточнил|уточнила|замечает|заметил|заметила|полагает|предупреждает|надеется|шутит|возражает|соглашается',
    pronouns: 'он|она|они',
    she: 'она',
    he: 'он',
    according: 'по словам|как',
    general: '(?:компания|министерство|агентство|профсоюз|правительство|партия|полиция|пресс-служба|представитель|мэрия)',
  },
  uk: {
    verbs:
      'сказав|сказала|сказали|каже|кажуть|говорить|говорив|говорила|заявив|заявила|заявили|пояснив|пояснила|пояснює|зазначив|зазначила|зазначає|наголосив|наголосила|додав|додала|додає|відповів|відповіла|відповідає|' +
      'написав|написала|пише|повідомив|повідомила|повідомили|розповів|розповіла|розповідає|запитав|запитала|попередив|попередила|вважає|впевнений|впевнена|визнав|визнала|стверджує|згадує|заперечив|заперечила|підкреслив|підкреслила|підкреслює|визнає|уточнює|зауважує|попереджає|сподівається|жартує',
    pronouns: 'він|вона|вони',
    she: 'вона',
    he: 'він',
    according: 'за словами|як',
    general: '(?:компанія|міністерство|агентство|профспілка|уряд|партія|поліція|пресслужба|речник|речниця)',
  },
  ar: {
    verbs:
      '[وف]?(?:قال|قالت|يقول|تقول|أضاف|أضافت|صرح|صرحت|أكد|أكدت|أوضح|أوضحت|أعلن|أعلنت|كتب|كتبت|ذكر|ذكرت|رد|ردت|أشار|أشارت|شدد|شددت|حذر|حذرت|تابع|تابعت|سأل|سألت|اعتبر|اعتبرت)',
    according: '[وف]?(?:حسب|وفق|وفقا ل|بحسب)',
  },
  zh: {
    verbs: '说道|说|表示|称|指出|认为|强调|补充道|补充说|补充|回应|回答|写道|解释|警告|宣布|透露|坦言|說|稱|認為|強調|補充|回應|寫道|解釋',
  },
};

const around = (alternatives: string): string => `(?<![${LETTER}${MARK}])(?:${alternatives})(?![${LETTER}${MARK}])`;

const SAYINGS = lazyTable(Object.keys(ROWS), (base): Sayings => {
  const row = ROWS[base] ?? { verbs: SAYING };
  const alone = (words: string | undefined): RegExp | null => (words === undefined ? null : new RegExp(around(words), 'iu'));
  return {
    verb: ready(new RegExp(base === 'zh' ? row.verbs : around(row.verbs), 'giu')),
    pronoun: alone(row.pronouns),
    she: alone(row.she),
    he: alone(row.he),
    according: row.according === undefined ? null : new RegExp(`${around(row.according)}\\s+(.{2,90}?)[,:،]?\\s*[“"‘'«„]?$`, 'isu'),
    general:
      row.general === undefined ? null : new RegExp(`^(?:${row.general})(?![${LETTER}])`, base === 'en' || base === 'de' ? 'u' : 'iu'),
  };
});

/** Undefined: in this language nobody is looked for. */
export function sayingsOf(language: string): Sayings | undefined {
  return SAYINGS(language.split('-')[0] ?? 'en');
}
