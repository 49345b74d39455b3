import { lazy, lazyTable } from '../../base/lazy.ts';

/**
 * Verbs in the form that one name alone has before it. A word that begins a sentence with a capital, stands nowhere else, and has one of
 * these right behind it is somebody or something. Behind `/`: those that are nouns too, and count only before what they may act on.
 */
const VERBS: Readonly<Record<string, string>> = {
  en:
    'is was has had says said thinks believes argues insists accuses rejects refuses denies wants warns speaks asks expects agrees opposes owns runs sees takes joins sends remains appears seems makes gets gives ' +
    'tells told admits shut shuts closed closes opened sold bought took won lost began started ended met voted signed agreed announced confirmed denied refused rejected accused warned blamed promised put puts fell rose grew carried carries moved moves reported estimated estimates stands led built paid pays wanted asked argued called urged hoped offered demanded criticised praised sought thought believed expected planned decided proposed suggested insisted pledged vowed backed opposed supported stressed noted added becomes became resigned resigns died will would may might could can must does did also never now still / claims calls plans fears promises demands supports hopes needs faces signals objects leaves holds blames names',
  // A noun without an article may begin a sentence too (`Geld fehlt`): these are done by people alone.
  de: 'sagt sagte nennt nannte will wollte hält fordert spricht warnt meint wirft erwartet rechnet erklärt bezeichnet kritisiert verlangt verspricht',
  fr: 'y ne n se s lui a est avait arrête ferme ouvre supprime annonçait compte perd gagne reste prévoit menace était veut dit déclare craint demande affirme estime pourrait doit va serait aurait parle propose refuse annonce accuse mène défend juge reconnaît réclame promet promettait voulait pense dénonce critique demandait refusait signe signa vote',
  es: 'se no lo le ha es fue quiere pide promete culpa dice afirma será había tiene puede debe propuso anunció acusa habla calcula espera teme reclama defiende denuncia pidió dijo prometió culpó aseguró firma firmó ratificó negó acusó propone anuncia explicó criticó exige exigió niega insiste reconoce considera advierte recuerda señala afirmó prevé apoya rechaza critica cree sigue recibe pierde gana',
  it: 'si non ha è era aveva dice ricorda ringrazia spiega aggiunge ritiene vuole chiede afferma sostiene teme propone accusa annuncia promette parla',
  ru: 'заявил заявила сказал сказала сообщил сообщила считает объясняет объяснил объяснила обвиняет говорит называет потребовал требует обещает заявляет говорил говорила',
};

const TABLE = lazyTable(Object.keys(VERBS), (base) => {
  const [sure = '', nouns = ''] = (VERBS[base] ?? '').split('/');
  return { sure: new Set(sure.trim().split(' ')), nouns: new Set(nouns.trim().split(' ')) };
});

/** English forms that many things do not have. */
const SINGULAR = /^(?:is|was|has|does|.*[^s]s)$/;

/** What a verb that is a noun too may act on. */
const ACTED_ON = /^(?:the|a|an|its|his|her|their|that|it|him|them|\p{Nd}+|two|three|four|five|six|seven|eight|nine|ten)$/u;

/** Endings of words that begin a sentence without being names. */
const NO_NAME: Readonly<Record<string, RegExp>> = {
  en: /(?:ing|ed|ly|tion|sion|ment|ness|ity|ance|ence|ship|ism|ies|ers|ors|day|age|ure)$/,
  de: /(?:ung|heit|keit|schaft|ungen|tion|tät)$/,
  fr: /^(?:cela|rien|chacun|personne|certains|plusieurs|beaucoup|aucun|aucune|celui|celle|quiconque)$|(?:ment|tion|té)$/,
  es: /^(?:nadie|nada|esto|eso|quien|alguien|todo)$|(?:mente|ción|dad)$/,
  it: /^(?:nessuno|niente|ciò|chi|tutto)$|(?:mente|zione|tà)$/,
};

/**
 * Endings of verbs in languages whose nouns seldom begin a sentence without an article: `attendra`, `perdait`, `llegó`. Of one thing alone,
 * since a bare noun is mostly of many.
 */
const ENDINGS: Readonly<Record<string, RegExp>> = {
  fr: /^\p{L}{2,}(?:ra|rait)$/u,
  es: /^\p{L}{2,}(?:rá|ría|ó)$/u,
  it: /^\p{L}{2,}(?:rà|rebbe|ò)$/u,
  pt: /^\p{L}{2,}(?:rá|ria|ou)$/u,
};

/** English words that begin a sentence before a verb without an article, and are no names. */
const MASS_NOUNS = lazy(
  () =>
    new Set(
      (
        'growth demand trade output turnout debt work support money interest traffic water rain snow power energy fuel food oil gas ' +
        'coal wheat rent tax health crime fear hope hunger research science nature law peace war land time cash aid blame evidence ' +
        'data progress access help news life death birth study travel tourism sport football music labour labor capital credit profit ' +
        'revenue income wealth poverty supply stock staff cost price half part most all each nobody nothing everybody everyone ' +
        'everything somebody someone something anyone anything none neither either both another one there here what which who whoever ' +
        'that this it he she such less more much little enough overall today tomorrow now then'
      ).split(' '),
    ),
);

/** Whether the words behind one that begins a sentence show that it is a name. */
export function isActor(word: string, behind: readonly string[], base: string): boolean {
  const verbs = TABLE(base);
  const [first = '', second = ''] = behind;
  if (verbs === undefined || NO_NAME[base]?.test(word) === true || (base === 'en' && MASS_NOUNS().has(word))) return false;
  // `Prices rose`: of many, unless the verb is one that a single thing has.
  if (base === 'en' && word.endsWith('s') && !word.endsWith('ss') && !SINGULAR.test(first)) return false;
  if (base === 'en' && ((first === ',' && second === 'who') || (/^[’']$/.test(first) && second === 's'))) return true;
  return verbs.sure.has(first) || ENDINGS[base]?.test(first) === true || (verbs.nouns.has(first) && ACTED_ON.test(second));
}
