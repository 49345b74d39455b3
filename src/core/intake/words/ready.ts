const BLANK = '\u2003'.repeat(1024);
const made = new WeakSet<RegExp>();

/**
 * The pattern, made ready at its first use. V8 compiles a pattern to bytecode first and to machine code when it is used again, and of one
 * with a class of all letters the bytecode alone takes three times as long (measured for that of numbers: 26 ms against 7); a subject of
 * a thousand characters makes it go straight to machine code. It does so apart for texts in Latin-1 and for others: the blank is
 * of the others, as is a text with typographic quotation marks.
 */
export function ready(pattern: RegExp): RegExp {
  if (made.has(pattern)) return pattern;
  made.add(pattern);
  pattern.test(BLANK);
  pattern.lastIndex = 0;
  return pattern;
}
