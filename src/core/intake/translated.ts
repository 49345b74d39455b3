import { ready } from './words/ready.ts';
import type { SourceBlock, Unnamed } from './types.ts';

/** Words in brackets that call a quotation a translation, by language: `(translated from German)`. */
const SAID = ready(
  /[([（]\s*((?:(?:own|our|my|author['’]s|eigene|meine|notre|propre|nuestra|перевод)\s+)?(?:translat(?:ed|ion)|übersetz(?:t|ung)|aus dem \p{L}+ übersetzt|tradui(?:t|te)|traduction|traducid[oa]|traducción|tradott[oa]|traduzione|traduzid[oa]|tradução|vertaald|vertaling|tłumaczenie|перевод|переведено|переклад|译文|译自|翻译|翻訳|مترجم|ترجمة)[^()[\]（）]{0,60})\s*[)\]）]/iu,
);
/** Characters behind a quotation in which such a note is its own. */
const NEAR = 160;
/** Without a speaker there is no place for the note: such a quotation waits for a person. */
const UNMARKED = 0.4;

/** Quotations that their source calls translations, marked so: its words stand behind who says them. */
export function markTranslated(items: readonly Unnamed[], blocks: readonly SourceBlock[]): Unnamed[] {
  return items.map((item) => {
    if (item.kind !== 'quotation' || item.form !== 'quotation') return item;
    const span = item.spans.at(-1);
    const behind = span === undefined ? '' : (blocks[span.block]?.text.slice(span.end, span.end + NEAR) ?? '');
    // Another quotation's note is not this one's.
    const own = behind.slice(1).split(/[“„«「]/)[0] ?? '';
    const note = SAID().exec(own)?.[1]?.trim();
    if (note === undefined) return item;
    if (item.speaker === null) return { ...item, confidence: Math.min(item.confidence, UNMARKED) };
    return { ...item, role: item.role === null ? note : `${item.role}, ${note}` };
  });
}
