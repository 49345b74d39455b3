/** Names of the shapes in our decks: words for whoever looks into PowerPoint's selection pane, and behind them the key that the deck is read back by. */

/** `Event 3: 4 March 2025 – The harbour master… (body/3.text)`; without words the key alone. */
export function boxName(key: string, words: string): string {
  return words === '' ? key : `${words} (${key})`;
}

/** A region's name, and what stands in it. */
const KEYED = /^\p{Lu}.* \(([a-z][\w.-]*(?:\/[^()]+)?)\)$/su;

/** The key in a name of ours; any other name as it is. Decks of earlier versions have keys alone. */
export function boxKey(name: string): string {
  return KEYED.exec(name)?.[1] ?? name;
}
