import { sayingsOf } from '../words/saying.ts';
import type { NameRun } from './name-runs.ts';

/** Endings of nouns that say what somebody is. */
const ROLE =
  /^[\p{L}-]{3,}(?:erin|istin|login|entin|antin)$|(?:präsident|minister|meister|kanzler|sprecher|leiter|direktor|rat|rät|chef|vorsitzender?|vorsitzende|sekretär|beauftragte[rn]?|richter|anwalt|anwält|forscher|wissenschaftler|professor|lehrer|bauer|bäuer|händler|unternehmer|pfarrer|bischof|kommissar|abgeordnete[rn]?|politiker|experte|expert|ökonom|historiker|ingenieur|arzt|ärzt|autor|schriftsteller|journalist|redakteur|trainer|kapitän|wirt|förster|gärtner|fischer|verwalter|inhaber|gründer|kurator|senator|könig|königin|herr|frau|doktor|dr|prof)(?:in|s|es|en)?$/iu;
/** Words that begin a sentence with a capital, and no name. */
const NO_NAME = /^(?:Der|Die|Das|Ein|Eine|Im|Am|Und|Aber|Doch|Auch|Wie|Nach|Vor|Bei|Mit|Für|Von|Zu|Seit|Als|Wenn|Dann|Herr|Frau)$/;
const PARTICLE = /^(?:von|van|zu|zur|zum|vom|de|der|den)$/;

/**
 * A person's name in a run of German capitals, where every noun has one: the last two words behind a title or a role, or beside a verb of
 * saying. Null where nothing but capitals speaks for it.
 */
export function germanPerson(
  run: NameRun,
  language: string,
): { readonly name: string; readonly role: string | null; readonly confidence: number } | null {
  if (!language.startsWith('de') || run.tokens.some((token) => /\d|&/.test(token))) return null;
  const { tokens, block } = run;
  const lastRole = tokens.findLastIndex((token) => ROLE.test(token.replace(/\.$/, '')));
  const names = lastRole === -1 ? tokens : tokens.slice(lastRole + 1);
  const before = block.text.slice(Math.max(0, run.start - 60), run.start);
  const after = block.text.slice(run.end, run.end + 40);
  if (lastRole !== -1 && isName(names)) return { name: names.join(' '), role: roleOf(tokens.slice(0, lastRole + 1)), confidence: 0.93 };
  if (lastRole !== -1) return null;
  const verb = sayingsOf(language)?.verb;
  if (verb === undefined) return null;
  const told = [...before.matchAll(verb())].at(-1);
  const isBehind =
    told !== undefined &&
    /^\s+(?:(?:der|die|das|den|dem|ein|eine)\s+)?(?:\p{Ll}+\s+){0,2}$/u.test(before.slice(told.index + told[0].length));
  const next = after.matchAll(verb()).next().value;
  const isBefore = next !== undefined && /^,?\s+$/.test(after.slice(0, next.index));
  if (!isBehind && !isBefore) return null;
  // `sagte Stadtrat Mirko Lenz`: what stands before the last two words is the role.
  const own = nameAtEnd(tokens);
  return own === null ? null : { name: own.join(' '), role: roleOf(tokens.slice(0, tokens.length - own.length)), confidence: 0.92 };
}

function nameAtEnd(tokens: readonly string[]): readonly string[] | null {
  const particle = tokens.findIndex((token) => PARTICLE.test(token));
  const from = particle > 0 ? particle - 1 : tokens.length - 2;
  const own = tokens.slice(Math.max(0, from));
  return isName(own) ? own : null;
}

function isName(tokens: readonly string[]): boolean {
  const capitals = tokens.filter((token) => !PARTICLE.test(token));
  return (
    capitals.length >= 2 &&
    tokens.length <= 4 &&
    capitals.every((token) => /^\p{Lu}\p{L}/u.test(token) && !NO_NAME.test(token) && !/(?:ung|heit|keit|schaft|tion)(?:en)?$/.test(token))
  );
}

function roleOf(tokens: readonly string[]): string | null {
  const own = tokens.filter((token) => !/^(?:Herr|Frau|Dr|Prof)\.?$/.test(token) && !NO_NAME.test(token));
  return own.length === 0 ? null : own.join(' ');
}
