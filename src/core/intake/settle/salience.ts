import { termsOf } from '../topics/terms.ts';
import type { Draft, DraftItem } from '../types.ts';
import { countWords } from '../words/count.ts';
import { isLeaning, isPersonal } from '../words/leaning.ts';

/** A sentence with fewer words tells little by itself. */
const FEW_WORDS = 9;

/**
 * How much the sentence of an item tells, from 0 to about 1: whether it opens its paragraph, has numbers, sets a condition or a contrast,
 * and shares words with the rest of the text; less where it leans on the one before.
 */
export function salience({ blocks, meta }: Draft): (item: DraftItem) => number {
  const language = meta.language?.value ?? 'en';
  const counts = new Map<string, number>();
  for (const { role, text } of blocks)
    if (role === 'body') for (const term of new Set(termsOf(text, language))) counts.set(term, (counts.get(term) ?? 0) + 1);
  return ({ spans }) => {
    const [span] = spans;
    const block = span === undefined ? undefined : blocks[span.block];
    if (span === undefined || block === undefined) return 0;
    const first = block.sentences[span.sentences[0]];
    const text = first === undefined ? block.text : block.text.slice(first.start, first.end);
    const terms = [...new Set(termsOf(text, language))];
    const shared = terms.filter((term) => (counts.get(term) ?? 0) > 1).length / Math.max(6, terms.length);
    return (
      0.3 * shared +
      (span.sentences[0] === 0 ? 0.2 : 0) +
      (/\d/.test(text) ? 0.25 : 0) +
      (CONDITION.test(text) ? 0.15 : 0) -
      (countWords(text) < FEW_WORDS ? 0.2 : 0) -
      (isLeaning(text, language) || isPersonal(text, language) ? 0.25 : 0)
    );
  };
}

/** Words that bind a statement to a condition or to its contrary, in the languages of intake: what an editor would not leave out. */
const CONDITION =
  /(?<![\p{L}\p{M}])(?:unless|if|provided|only|but|although|though|despite|falls|wenn|sofern|solange|aber|allerdings|obwohl|nur|sauf|sinon|si|mais|toutefois|à moins|avant que|aunque|pero|salvo|siempre que|solo|anche se|ma|però|purché|если|но|однако|хотя|лишь|только|якщо|але|проте|хоча|лише)(?![\p{L}\p{M}])|إذا|لكن|بشرط|غير أن|إلا|如果|但|不过|只有|除非/iu;
