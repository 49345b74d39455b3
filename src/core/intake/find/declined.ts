/** Endings of Russian and Ukrainian names in all their cases, longest first. */
const ENDING =
  /(?:ского|скому|ским|ском|ської|ську|ською|ський|ского|ская|ской|скую|ский|ого|ього|его|ому|ьому|ему|ові|еві|єві|ыми|ими|ою|ею|єю|ой|ей|ої|ій|ий|ый|ым|им|ом|ем|єм|ую|юю|ая|яя|ах|ях|ам|ям|а|я|у|ю|ы|и|і|ї|е|є|о|й|ь)$/u;
const VOWEL = /[ая]$/u;

/** Whether names of a language are declined in a way that is undone here. */
export function isDeclined(language: string): boolean {
  return /^(?:ru|uk)\b/.test(language);
}

/** What all cases of a name share. */
export function caseKey(name: string): string {
  return name
    .split(' ')
    .map((token) => {
      const cut = token.replace(ENDING, '');
      return (cut.length >= 3 ? cut : token.slice(0, 3)).toLowerCase();
    })
    .join(' ');
}

/** Of a name's cases the nominative: a woman's ends in `а` or `я` in each part, a man's is the shortest. */
export function nominativeOf(forms: readonly string[]): string {
  const [only] = forms;
  if (forms.length < 2) return only ?? '';
  const isHers = (name: string): boolean => name.split(' ').every((token) => VOWEL.test(token));
  const shortest = [...forms].sort((a, b) => a.length - b.length)[0] ?? '';
  return shortest.split(' ').every((token) => !VOWEL.test(token) && !/[уюыие]$/u.test(token)) ? shortest : (forms.find(isHers) ?? shortest);
}

/** A form that may well be another case than the nominative: `Анны Полевой`. */
export function mayBeOblique(name: string): boolean {
  const tokens = name.split(' ');
  const last = tokens.at(-1) ?? '';
  return (
    tokens.length > 1 &&
    (/(?:ой|ою|ей|ому|ого|ым|им|ом|ем|ой|ую|ової|евої|овій|ові|еві|ову|еву|ину|іну)$/u.test(last) || /[уюы]$/u.test(tokens[0] ?? ''))
  );
}
