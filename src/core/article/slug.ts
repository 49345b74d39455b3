const LONGEST = 60;

/** What an id may be made of: letters and digits of any script, `-` and `_`. */
export const ID_FORM = /^[\p{L}\p{N}][\p{L}\p{M}\p{N}_-]*$/u;

/**
 * An id from a heading: lower case, words joined by `-`, at most 60 characters. Accents of Latin letters go, so that an
 * id can be typed; letters of other scripts stay what they are. Without a letter or digit: `topic`.
 */
export function slug(heading: string): string {
  const words = heading
    .normalize('NFKD')
    .replace(/(\p{Script=Latin})[\u0300-\u036f]+/gu, '$1')
    .normalize('NFC')
    .toLowerCase()
    .replace(/['’ʼ]/g, '')
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, '-')
    .replace(/^[-\p{M}]+|-+$/gu, '');
  if (words === '') return 'topic';
  const characters = Array.from(words);
  if (characters.length <= LONGEST) return words;
  const cut = characters.slice(0, LONGEST).join('');
  const lastWord = cut.lastIndexOf('-');
  return (lastWord > LONGEST / 2 ? cut.slice(0, lastWord) : cut).replace(/-+$/, '');
}

/**
 * The ids of an article's topics, in order: a given id stays; the others are made from the heading, with `-2`, `-3` …
 * where one is taken already.
 */
export function assignIds(topics: readonly { readonly given: string | null; readonly heading: string }[]): string[] {
  const taken = new Set(topics.flatMap((topic) => (topic.given === null ? [] : [topic.given])));
  return topics.map(({ given, heading }) => {
    if (given !== null) return given;
    const base = slug(heading);
    let id = base;
    for (let n = 2; taken.has(id); n++) id = `${base}-${n}`;
    taken.add(id);
    return id;
  });
}
