import { stopwordsOf } from '../../language/index.ts';
import { hasForm, type Said } from '../evidence.ts';
import { isForm } from '../forms.ts';
import type { Token } from '../tokens.ts';
import { isBare, mayBePlace, takesPlace } from '../words/german-places.ts';

/** So many words on either side tell what is at a place. */
const REACH = 4;
const SHORTEST = 4;

/** A place as a text names it, with the words around it. */
interface Placed {
  readonly token: Token;
  /** The word before it. */
  readonly lead: string;
  readonly beside: readonly string[];
}

function placesIn(text: Said, isNoun: (word: string) => boolean, isSource: boolean): Placed[] {
  const stopwords = stopwordsOf('de');
  const tokens = text.tokens();
  const beside = (at: number): string[] =>
    [...tokens.slice(Math.max(0, at - REACH), at), ...tokens.slice(at + 1, at + REACH + 1)]
      .filter(({ kind, lower }) => kind === 'digits' || (kind === 'word' && lower.length >= SHORTEST && !stopwords.has(lower)))
      .map(({ lower }) => lower);
  return tokens.flatMap((token, at) => {
    const before = tokens[at - 1];
    // `der Universität Grenoble`
    const isLed = before !== undefined && (takesPlace(before.lower) || (isSource && before.capital && before.kind === 'word'));
    if (!token.capital || !isLed || isNoun(token.lower)) return [];
    // What stands in the source needs no such proof: a noun there has seldom no article.
    const isPlace = isSource && takesPlace(before.lower) ? !isBare(token.lower) : mayBePlace(token.lower);
    if (!isPlace) return [];
    return [{ token, lead: before.lower, beside: beside(at) }];
  });
}

/** Heads of compounds that name a place of a town: `Nordtor`, `Goethestraße`. */
const HEAD =
  /^\p{L}{3,}?(tor|straße|strasse|platz|brücke|gasse|allee|bahnhof|hafen|viertel|kirche|ufer|ring|damm|park|turm|bad|see|berg)$/u;
const headOf = (word: string): string | null => HEAD.exec(word)?.[1] ?? null;

/** Compounds of a German line that name another place of one kind than the paragraphs do: `Südtor` for `Nordtor`. */
function strangeCompounds(line: Said, paragraphs: readonly Said[]): Token[] {
  return line.tokens().filter((token) => {
    const head = token.capital ? headOf(token.lower) : null;
    if (head === null || paragraphs.some(({ text }) => text.toLowerCase().includes(token.lower))) return false;
    return paragraphs.some((paragraph) =>
      paragraph.tokens().some((other) => other.capital && headOf(other.lower) === head && !line.words().all.has(other.lower)),
    );
  });
}

/**
 * Places of a German line that its paragraphs do not have, where they have another beside the same words: a noun with a capital is told from
 * a name by nothing else.
 */
export function strangePlaces(
  line: Said,
  paragraphs: readonly Said[],
  isNoun: (word: string) => boolean,
  isKnown: (word: string) => boolean,
): Token[] {
  const own = placesIn(line, isNoun, false).filter(({ token }) => !paragraphs.some(({ words }) => hasForm(words(), token.lower)));
  if (own.length === 0) return strangeCompounds(line, paragraphs);
  const rivals = paragraphs
    .flatMap((paragraph) => placesIn(paragraph, isNoun, true))
    .filter(({ token }) => !hasForm(line.words(), token.lower));
  return own
    .filter(({ token, lead, beside }) =>
      rivals.some(
        (rival) =>
          // Of another paragraph, it stands where the rival stands.
          (rival.lead === lead && isKnown(token.lower)) || rival.beside.some((word) => beside.some((other) => isForm(word, other))),
      ),
    )
    .map(({ token }) => token);
}
