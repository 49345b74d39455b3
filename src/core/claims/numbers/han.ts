import { UNSPACED_BOUNDS } from '../words/units.ts';
import type { Token } from '../tokens.ts';
import { hanValue } from './spelled.ts';
import type { NumberMention } from './types.ts';

/** Behind a number in Chinese characters: only then it counts something for sure. */
const HAN_COUNTERS = /^(?:个|個|名|人|次|项|項|家|座|艘|辆|万|亿|元|岁|天|年|月|日|周|条|種|种|位|所|倍|成|国|國|县|村|点)/u;
const HAN_PART = /(?<whole>[二三四五六七八九十])分之(?<part>[一二三四五六七八九])/gu;
/** Tenths: `两成` is 20 per cent, `三成半` 35. */
const HAN_TENTHS = /(?<tenths>[一二两三四五六七八九])成(?<half>半?)(?![为立就本员分交功果长都])/gu;
const HAN_SHARE = /百分之(?<number>[〇零一二两三四五六七八九十百]+)/gu;

/** What the signs before a number say of it: `约占三分之一`. */
const boundAt = (before: string): NumberMention['bound'] => {
  const bare = before.replace(/[占有为了将]$/u, '');
  return UNSPACED_BOUNDS.find(([words]) => bare.endsWith(words))?.[1] ?? null;
};

/** Numbers in Chinese characters inside a stretch of them. */
export function hanNumbers(token: Token | undefined, at: number): NumberMention[] {
  if (token?.kind !== 'word' || token.text < '\u3400' || !/[一二两三四五六七八九十百千万亿半成]/u.test(token.text)) return [];
  const make = (index: number, length: number, value: number, kind: NumberMention['kind'], percent: boolean): NumberMention => ({
    ...{ start: token.start + index, end: token.start + index + length, from: at, to: at + 1 },
    ...{
      values: [value],
      kind,
      spelled: true,
      size: 1,
      percent,
      points: false,
      currency: null,
      bound: boundAt(token.text.slice(0, index)),
      measure: null,
    },
  });
  const found: NumberMention[] = [];
  for (const match of token.text.matchAll(HAN_SHARE))
    found.push(make(match.index, match[0].length, hanValue(match.groups?.number ?? '') ?? 0, 'cardinal', true));
  for (const { index, groups, 0: whole } of token.text.matchAll(HAN_TENTHS))
    found.push(make(index, whole.length, (hanValue(groups?.tenths ?? '') ?? 0) * 10 + (groups?.half === '半' ? 5 : 0), 'cardinal', true));
  for (const { index, groups, 0: whole } of token.text.matchAll(HAN_PART))
    found.push(make(index, whole.length, (hanValue(groups?.part ?? '') ?? 0) / (hanValue(groups?.whole ?? '') ?? 1), 'fraction', false));
  for (const match of token.text.matchAll(/[〇零一二两三四五六七八九十百千万亿]+/gu)) {
    if (found.some(({ start, end }) => token.start + match.index >= start && token.start + match.index < end)) continue;
    const behind = token.text.slice(match.index + match[0].length, match.index + match[0].length + 4);
    const value = hanValue(match[0]);
    if (value === null || (!HAN_COUNTERS.test(behind) && match[0].length < 2) || /[第]$/u.test(token.text.slice(0, match.index))) continue;
    found.push(make(match.index, match[0].length, value, value === 1 ? 'vague' : 'cardinal', false));
  }
  for (const match of token.text.matchAll(/一半|半数|过半/gu)) found.push(make(match.index, match[0].length, 1 / 2, 'fraction', false));
  return found;
}
