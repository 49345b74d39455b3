/** What stands between two items of a list of numbers, where it is not a comma. */
const SEPARATORS: Readonly<Record<string, string>> = { ar: '، ', fa: '، ', ur: '، ', zh: '、', ja: '、' };

/** From so many numbers in a row on, the first and the last are named. */
const RANGE = 3;

/** `¶ 1, 4–6`: paragraphs of a source, ascending, each once; three and more in a row as a range, by the language's separator. Empty without any. */
export function paragraphsText(paragraphs: readonly number[], language: string): string {
  const sorted = [...new Set(paragraphs)].sort((a, b) => a - b);
  const groups: number[][] = [];
  for (const number of sorted) {
    const open = groups.at(-1);
    if (open && number - (open.at(-1) ?? 0) === 1) open.push(number);
    else groups.push([number]);
  }
  const parts = groups.flatMap((group) => (group.length < RANGE ? group.map(String) : [`${group[0] ?? ''}–${group.at(-1) ?? ''}`]));
  const [tag = ''] = language.toLowerCase().split('-');
  return parts.length === 0 ? '' : `¶\u00A0${parts.join(SEPARATORS[tag] ?? ', ')}`;
}
