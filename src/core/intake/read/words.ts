import { textOfRun } from '../../base/text.ts';

/** Words of which some are raised or lowered, gathered piece by piece: 10 and a raised 6 are 10⁶. */
export class Words {
  text = '';

  add(text: string, script: 'sub' | 'super' | null = null): void {
    this.text += script === null ? text : textOfRun({ text, script });
  }
}

/** Alternative text, caption and credit as one line; a picture's name in its file where it has none. */
export function pictureWords(words: readonly (string | null)[], part: string): string {
  const said = words.map((text) => text?.trim() ?? '').filter(Boolean);
  return [...new Set(said)].join(' · ') || (part.split('/').at(-1) ?? part);
}
