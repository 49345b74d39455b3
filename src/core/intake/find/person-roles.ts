import { ready } from '../words/ready.ts';
import { TITLE_WORDS } from '../words/roles.ts';
import type { NameRun } from './name-runs.ts';

/** What stands between commas behind a name, without what it says or does. */
const BEHIND = ready(
  /^, (?<phrase>(?:(?<lead>the|a|an|its|his|her|their|then(?: the| a)?|now(?: the| a)?|once)\s+)?(?:\p{Ll}|(?:Assistant|Minister|President|Director|Secretary|Professor|Head|Chair|Chief|Deputy|Adviser|Senior|Member)\b)[^,.;:“”"()]{2,90}?)(?=,|\.|;|$|\s(?:said|says|told|argued|argues|wrote|added|warned|explained|announced|that)\b)/u,
);
/** What no apposition begins with: a clause. */
const CLAUSE =
  /^(?:who|which|whose|whom|and|but|or|said|says|told|tells|when|where|while|as|if|because|though|although|in|on|at|by|with|for|from|of|to|is|was|are|were|has|had|have|will|would|may|might|can|could|not|just|also|still|too|very|more|most)\b/;
/** A noun for one who does or is something. */
const AGENT =
  /(?:er|or|ist|ian|ant|ent|ee|yst|man|woman|person|smith|wright|mate|chief|head|fellow|chair|aide|boss|judge|clerk|cook|guide|pilot|priest|monk|nun|poet|host|coach|widow|nurse|heir|champion|partner|guard|spokes\w+|teacher|mp|ceo|advocate|apprentice|candidate|associate|delegate|graduate|magistrate|activist|survivor|critic|mechanic|academic|official|professional|general|admiral|colonel)$/i;
/** Titles by which somebody is addressed, and no office. */
const COURTESY =
  /^(?:mr|mrs|ms|miss|mx|sir|dame|lord|lady|dr|prof|rep|sen|gov|gen|col|lt|capt|fr|rev|st|sgt|adm|maj|cmdr|hon|pres|herr|frau|m|mme|mlle|sr|sra)\.?$/i;

/** What titles before a name say that somebody is, without those by which one is addressed: `Transport Minister`, but not `Ms.`. */
export function officeIn(titles: readonly string[]): string | null {
  const last = titles.findLastIndex((word) => !COURTESY.test(word));
  return last === -1 ? null : titles.slice(0, last + 1).join(' ');
}

/** What an apposition says that somebody is; never what they do (`noting that …`, `standing at the door`). Its words are known in English alone. */
export function roleBehind({ block, end, ...run }: NameRun, language: string): string | null {
  if (!language.startsWith('en')) return null;
  const groups = BEHIND().exec(block.text.slice(end, end + 130))?.groups;
  const phrase = groups?.phrase;
  if (phrase === undefined || CLAUSE.test(phrase) || /^\p{L}+(?:ing|ed)\b/u.test(phrase)) return roleBefore({ block, end, ...run });
  const lead = groups?.lead ?? '';
  const bare = phrase.slice(lead.length).trim();
  return lead !== '' || isAgent(bare) ? bare : roleBefore({ block, end, ...run });
}

/** The noun that a phrase turns on stands before its first preposition. */
function isAgent(phrase: string): boolean {
  const head =
    phrase
      .split(/\s+(?:of|for|at|in|from|with|on|to|and|who|under|by)\s/)[0]
      ?.split(/\s+/)
      .at(-1) ?? '';
  return TITLE_WORDS.has(head.toLowerCase()) || AGENT.test(head);
}

const BEFORE = ready(/(?:[’']s?|\b(?:the|its|his|her|their|an?))\s((?:\p{Ll}[\p{Ll}-]*\s){0,4}(\p{Ll}[\p{Ll}-]*)),?\s$/u);

/** `its foreign policy chief, Josep Borrell`. */
function roleBefore({ block, start }: NameRun): string | null {
  const role = BEFORE().exec(block.text.slice(Math.max(0, start - 80), start));
  return role?.[1] !== undefined && TITLE_WORDS.has(role[2] ?? '') ? role[1] : null;
}
