import { describe, expect, it } from 'vitest';
import { Languages } from '../../../../src/core/write/pptx/languages.ts';

function divided(deck: string, text: string): string[] {
  return new Languages(deck).divide(text).map((stretch) => `${stretch.language}: ${stretch.text}`);
}

describe('Languages', () => {
  it.each([
    ['en', 'en-US'],
    ['en-GB', 'en-GB'],
    ['de', 'de-DE'],
    ['fa', 'fa-IR'],
    ['zh-Hant', 'zh-TW'],
    ['not a tag', 'en-US'],
  ])('names %s as Office does', (tag, name) => {
    expect(new Languages(tag).deck).toBe(name);
  });

  it('keeps words of the deck’s own script in the deck’s language', () => {
    expect(divided('fr', 'Ça va — 12 %')).toEqual(['fr-FR: Ça va — 12 %']);
    expect(divided('ur', 'سلام')).toEqual(['ur-PK: سلام']);
    expect(divided('uk', 'Київ')).toEqual(['uk-UA: Київ']);
    expect(divided('ja', '日本の平和')).toEqual(['ja-JP: 日本の平和']);
  });

  it('divides where the script changes; spaces and digits go with what stands before', () => {
    expect(divided('en', 'peace שלום 2023 мир')).toEqual(['en-US: peace ', 'he-IL: שלום 2023 ', 'ru-RU: мир']);
    expect(divided('ar', 'السلام Peace')).toEqual(['ar-EG: السلام ', 'en-US: Peace']);
  });

  it('gives text of no script to the deck', () => {
    expect(divided('en', '2023 — 👩‍👩‍👧')).toEqual(['en-US: 2023 — 👩‍👩‍👧']);
    expect(divided('en', '')).toEqual([]);
  });
});
