import { lazy } from '../../base/lazy.ts';
import { powersOf } from './names.ts';

/** Behind these a place has no article: prepositions, and `the coldest was`. */
const BEFORE_PLACE = /^(?:in|nach|aus|bei|bis|von|ab|zwischen|gegen|um|über|für|war|ist|bleibt|wird|wurde|heißt|hieß)$/;
export const takesPlace = (word: string): boolean => BEFORE_PLACE.test(word);

/** Nouns that stand there without an article as well. */
const BARE = lazy(
  () =>
    new Set(
      (
        'betrieb kraft höhe zukunft haft rente gang frage form fahrt sicht bedarf protest angst liebe spaß not holz stahl beton glas gold silber papier gummi ' +
        'kunststoff metall stein eis schnee regen nebel sturm wind frost kälte hitze anfang ende mitte beginn schluss ostern pfingsten weihnachten silvester ' +
        'neujahr kritik streit plan wunsch wahl arbeit stand jahr tag monat woche geld strom wasser gas öl wärme luft licht müll abfall verkehr erfolg misserfolg ' +
        'amt gefahr verzug panik serie eigenregie vollzeit teilzeit handarbeit bau planung druck verdacht lebensgefahr notwehr absprache anmeldung rücksprache ' +
        'unfall sturz brand mord streik absturz feierabend dienst urlaub krankheit trockenheit nachfrage art recht gesetz tarif kosten verlust gewinn umsatz ' +
        'verlauf folge rückstand vorsprung zeit zahl summe rat tat wirklichkeit wahrheit hand haus hause land stadt dorf kreis schule kirche bahn schiene straße'
      ).split(' '),
    ),
);

/** Whether a word is one of these nouns. */
export const isBare = (word: string): boolean => BARE().has(word);

/** Endings of nouns, and of their plurals. */
const NOUN = /(?:ung|heit|keit|schaft|ion|tät|nis|tum|ment|enz|anz|ismus|ik|ie|ei|ling|chen|lein|er|en|ern|eln|e|s)$/;
/** Names of places that end so all the same. */
const PLACE =
  /(?:hausen|ingen|felden|stetten|wangen|bergen|beuren|bronn|kirchen|leben|brücken|baden|hagen|hafen|sachsen|münden|münde|rode|walde|felde|förde|hofen|weiler|born)$|^(?:bremen|dresden|münchen|gießen|aachen|siegen|minden|uelzen|verden|emden|celle|halle|hannover|speyer|trier|hessen|bayern|franken|schwaben|pommern|münster|bautzen|meißen|weiden|kempten|lausanne|kärnten|paris|brüssel|grenoble|rennes|nantes|marseille|venedig|florenz|posen|danzig|pilsen|cottbus|worms|neuss|kreta|korsika)$/;

/** Whether a word that stands behind such a preposition is likely the name of a place, and no noun. */
export const mayBePlace = (word: string): boolean =>
  word.length > 3 && !BARE().has(word) && (!NOUN.test(word) || PLACE.test(word) || powersOf(word).length > 0);
