import { foldKey } from '../words/fold.ts';

/** What makes a last paragraph a disclaimer, by language. */
const DISCLAIMER: readonly RegExp[] = [
  /\b(?:opinions?|views?)\b[^.]{0,80}\b(?:are|is|expressed|those of|belong|represent|reflect)\b[^.]{0,60}\b(?:author|authors|writer|own|necessarily|alone)\b/i,
  /\b(?:do|does) not (?:necessarily )?(?:represent|reflect|constitute)\b/i,
  /\bnot (?:intended as|be taken as|to be construed as)?\s*(?:investment|legal|medical|financial) advice\b/i,
  /^disclaimer\b/i,
  /(?:meinungen?|ansichten?)\b.{0,120}\b(?:autors?|autorin|autoren|redaktion|nicht (?:unbedingt|notwendigerweise))/i,
  /(?:opinions|propos|points de vue)\b.{0,80}\b(?:auteure?s?|n.engagent)/i,
  /(?:opiniones|opiniões|opinioni)\b.{0,120}\b(?:autora?(?:es)?|autore|autori|autores)/i,
  /мнени[еяй].{0,80}(?:автор|редакци)/i,
  /poglądy.{0,80}autor/i,
];

const BIO_LEAD =
  /^\(?(?:about the authors?|the (?:author|writer)s? (?:is|are|was|teaches|works|writes)|über (?:den autor|die autorin)|der autor|die autorin|à propos de l.auteur|l.auteure? est|el autor es|la autora es|об авторе|автор\s+[—–-])/i;
const LONGEST_BIO = 120;

export function isDisclaimer(text: string): boolean {
  return text.length < 1500 && DISCLAIMER.some((pattern) => pattern.test(text));
}

/** A biography begins with an author's name, whole or last, or names "the author". */
export function isBio(text: string, authors: readonly string[]): boolean {
  if (text.split(/\s+/).length > LONGEST_BIO) return false;
  if (BIO_LEAD.test(text)) return true;
  const key = foldKey(text);
  return authors.some((author) => key.startsWith(`${foldKey(author)} `) && !/["“„«]/.test(text));
}
