import { ready } from './ready.ts';

/** Small words inside names: `van der`, `al-`, `de la`. */
const PARTICLES = new Set(
  'van von der den de del della di da dos das du la le el al bin ibn bint ben abu ter ten zu y e af av st'.split(' '),
);
/** Capitalised words that make a byline an institution's, not a person's. */
const INSTITUTION = ready(
  /\b(?:staff|team|desk|editorial|editors?|newsroom|news|wire|agency|press|times|post|reuters|associated|association|correspondents?|reporters?|redaktion|rédaction|redacción|редакция|office|institute|university|centre|center|council|ministry|review|magazine|journal|courier|gazette|tribune|herald|weekly|daily|chronicle|observer|ledger|foundation|society|committee|users?|admin|guest|contributor|company|group|department|library|museum|sekretariat|\p{L}*verband|verein|partei|agentur|pressestelle|media|universität|université|universidad|stadt|kitchens?|wikimedia|project)\b/iu,
);
const TOKEN = ready(/^(?:\p{Lu}[\p{L}\p{M}’'ʼ.-]*|\p{Lu}\.)$/u);
const TITLES = /^(?:dr|prof|professor|mr|mrs|ms|miss|sir|dame|lord|lady|col|gen|capt|rev|m|mme|herr|frau|sr|sra)\.?$/i;
/** What follows a name behind a comma without being one: degrees and orders. */
const DEGREE = /^(?:ph\.?\s?d|m\.?\s?d|m\.?\s?a|m\.?\s?sc|b\.?\s?a|b\.?\s?sc|mba|mph|rn|rd|esq|j\.?\s?d|ll\.?\s?m|jr|sr|dr)\.?$/i;
const SEPARATOR = /\s*(?:,|;|&|\s(?:and|und|et|y|e|i|en|og|och|ve|и|та|і|и́|с)\s|(?:\s|^)و(?=\p{L})|、|・)\s*/u;

/** Whether a text is nothing but a person's name: two to five words, each capitalised or a particle. In scripts without case: one to four words. */
export function isPersonName(text: string): boolean {
  if (text.length > 50 || /\d|[@:/()!?"“”]/.test(text) || INSTITUTION().test(text) || isNobody(text)) return false;
  const tokens = text.trim().split(/\s+/);
  if (!/\p{Lu}|\p{Ll}/u.test(text)) return tokens.length <= 4 && /^[\p{L}\p{M}\s·・-]+$/u.test(text) && text.length <= 30;
  if (tokens.length < 2 || tokens.length > 5) return false;
  const capitalised = tokens.filter((token) => TOKEN().test(token) && !TITLES.test(token));
  if (capitalised.length < 2) return false;
  return (
    tokens.every((token) => TOKEN().test(token) || PARTICLES.has(token.toLowerCase())) &&
    !PARTICLES.has((tokens.at(-1) ?? '').toLowerCase())
  );
}

/** `Ana Ruiz, Omar Haddad and Li Wen` as three names; null unless every part is one. `BY ANA RUIZ` comes in ordinary case. */
export function readNames(text: string): readonly string[] | null {
  const parts = text
    .replace(/\([^)]*\)/g, ' ')
    .split(SEPARATOR)
    .map((part) => withoutTitle(part.trim()))
    .filter((part) => part !== '' && !DEGREE.test(part));
  if (parts.length === 0 || !parts.every(isPersonName)) return null;
  return parts.map((part) => (part === part.toUpperCase() && /\p{Lu}/u.test(part) ? ordinaryCase(part) : part));
}

function withoutTitle(name: string): string {
  const [first = '', ...rest] = name.split(/\s+/);
  return TITLES.test(first) && rest.length >= 2 ? rest.join(' ') : name;
}

function ordinaryCase(name: string): string {
  return name.toLowerCase().replace(/(?<![\p{L}\p{M}])\p{L}/gu, (letter) => letter.toUpperCase());
}

/** Words that stand where a name would: buttons, credits, what says that there is none. */
const NOBODY =
  /^(?:follow(?:ing)?|zur?|zum|alle|all|more|mehr|weitere|view|show|zeige|see|about|über|voir|ver|seguir|suivre|folgen|share|subscribe|sponsored|advertis\w+|anzeige|werbung|zvg|pd|dpa|afp|apa|sda|ap|efe|ansa|reuters|updated|last updated|read more|no author|guest|anonym\w*|anónimo|kommentare?|comments?|details|links?|submitted|publi\w+|posted|veröffentlicht|(?:enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre)\b.*)\b/iu;
/** Legal forms and addresses of sites. */
const FIRM = /\b(?:gmbh|ag|kg|ltd|llc|inc|plc|sarl|s\.a|e\.\s?v)\b\.?|\p{L}\.(?:com|net|org|info|[a-z]{2}|online|world|live|example)$/iu;

/** Whether words where a name would stand are none: a button, a firm, the address of a site, a word that says there is none. */
export function isNobody(text: string): boolean {
  return NOBODY.test(text.trim()) || FIRM.test(text.trim());
}

/** A name of one word, or of a person who writes in lower case: whom a format names as the author, but who need not be one in a line of text. */
export function isPenName(text: string): boolean {
  if (text.length < 3 || text.length > 30 || /[@:/()!?"“”|,;#<>]|www\.|\.\w{2,3}$/.test(text) || INSTITUTION().test(text)) return false;
  if (isNobody(text) || /\d{4}/.test(text)) return false;
  if (/^(?:published|posted|written|erstellt)\b|^link\d|admin|\be\. ?v\b|stiftung|verlag|blog$|magazin/i.test(text)) return false;
  if (/^(?:no|none|unknown|anonym\w*|root|webmaster|online|autor|author|redaktion|gast|by|n\/a|null|undefined)\b/i.test(text)) return false;
  const tokens = text.split(/\s+/);
  return tokens.length <= 3 && tokens.every((token) => /^[\p{L}\p{N}][\p{L}\p{M}\p{N}’'._-]*$/u.test(token)) && /\p{L}{2}/u.test(text);
}
