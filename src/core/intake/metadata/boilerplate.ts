import type { RawBlock } from '../read/types.ts';

/**
 * Lines that a page puts around an article and that are not it. Each pattern must match a whole, short block; what an
 * author may well write (a sentence with `share` in it) does not.
 */
const LINES: readonly RegExp[] = [
  /^(?:share|tweet|post|email|e-mail|print|save|copy link|link copied|facebook|twitter|x|linkedin|whatsapp|telegram|reddit|pin it|listen|bookmark|comments?|reply|like)(?:\s*[|·•/,]?\s*(?:share|tweet|post|email|e-mail|print|save|facebook|twitter|x|linkedin|whatsapp|telegram|reddit|this|article|story|on|via|with friends))*[.!]?$/i,
  /^share (?:this|on|via|with)\b.{0,40}$/i,
  /^\d+\s*(?:shares|comments|likes|views)$/i,
  /^(?:\d+|[a-z]+)[ -]?min(?:ute)?s? (?:read|listen)$/i,
  /^(?:reading time|estimated reading time|lesezeit|temps de lecture|tiempo de lectura)\b.{0,30}$/i,
  /^(?:advertisement|advertising|sponsored(?: content)?|promoted|anzeige|werbung|publicité|publicidad|pubblicità|реклама)$/i,
  /^(?:read (?:more|also|next|on)|related(?: articles?| stories| content)?|see also|more (?:on this|from)|recommended|you (?:may|might) also like|don.t miss|editor.s picks?|lesen sie (?:auch|mehr)|mehr zum thema|lire aussi|à lire|lea también|leggi anche|leia também|читайте также)\b.{0,120}$/i,
  /^(?:follow us|find us|join us|like us)\b.{0,80}$/i,
  /^(?:sign up|subscribe|newsletter|get our|join our|become a (?:member|subscriber)|support (?:us|our)|donate)\b.{0,140}$/i,
  /^(?:you receive this|you are receiving|unsubscribe|manage (?:your )?(?:preferences|subscription)|view (?:this|in) (?:email|browser))\b.{0,160}$/i,
  /^(?:©|\(c\)|copyright)\s.{0,140}$/i,
  /^.{0,100}\b(?:all rights reserved|alle rechte vorbehalten|tous droits réservés|todos los derechos reservados|wszelkie prawa zastrzeżone|все права защищены)\b.{0,60}$/i,
  /^(?:photo(?:graph)?|image|picture|illustration|credit|source|foto|bild|crédit|getty images|afp|ap photo|reuters)\s*[:/©|].{0,140}$/i,
  /^(?:tags?|topics?|filed under|categor(?:y|ies)|posted in|keywords|schlagwörter)\s*:.{0,160}$/i,
  /^(?:skip to|jump to|back to top|table of contents|contents|toggle|menu|search|home|log ?in|sign ?in|loading|close|next|previous|click here)\b.{0,40}$/i,
  /^(?:we use cookies|this (?:site|website) uses cookies|accept (?:all )?cookies)\b.{0,200}$/i,
  /^\((?:reporting|additional reporting|writing|editing)\b.{0,240}\)$/i,
  /^(?:powered by|proudly powered)\b.{0,60}$/i,
  /^[^.!?]{1,30}(?:\s+[>›»/]\s+[^.!?]{1,40}){1,5}$/,
  /^(?:posted|published|written|filed)?\s*(?:by|on|in)?\s*:?$/i,
  /^(?:dear (?:reader|readers|friends|all|subscriber|colleagues?)|hello|hi)\b[^.]{0,30}[,:!]?$/i,
  /^(?:until next|see you|best(?: regards| wishes)?|kind regards|regards|yours|sincerely|cheers)\b[^.]{0,40},?$/i,
  /^https?:\/\/\S+$/i,
];

const LONGEST = 260;

/** Whether a block is boilerplate of a page. A table never is. */
export function isBoilerplate({ text, shape }: Pick<RawBlock, 'text' | 'shape'>): boolean {
  return shape !== 'table' && shape !== 'code' && text.length <= LONGEST && LINES.some((line) => line.test(text));
}
