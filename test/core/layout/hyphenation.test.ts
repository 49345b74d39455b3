import fc from 'fast-check';
import { createRequire } from 'node:module';
import { describe, expect, it } from 'vitest';
import { wordDivider, patternLanguage } from '../../../src/core/layout/hyphenation/divide.ts';
import { PATTERN_LANGUAGES } from '../../../src/core/layout/hyphenation/languages.ts';
import type { PatternLanguage, Patterns } from '../../../src/core/layout/hyphenation/types.ts';
import { layOut } from '../../../src/core/layout/index.ts';
import { loadHyphenation } from '../../../src/workspace/hyphenation.ts';
import { deckWith, FONTS, list, paragraphs, slide, THEME } from '../../support/layout.ts';

const BUNDLED = loadHyphenation('dist/fonts');
const syllables = (word: string, tag: string): string => {
  const places = wordDivider(BUNDLED, tag)(word);
  return [0, ...places].map((at, i) => word.slice(at, places[i])).join('-');
};

describe('words are divided by the patterns of their language', () => {
  it.each([
    ['de', 'Kabinettsbeschluss', 'Ka-bi-netts-be-schluss'],
    ['de', 'Grundstücksverkehrsgenehmigung', 'Grund-stücks-ver-kehrs-ge-neh-mi-gung'],
    ['de-AT', 'Zuckerbäcker', 'Zu-cker-bä-cker'],
    ['de', 'DONAUDAMPFSCHIFF', 'DO-NAU-DAMPF-SCHIFF'],
    ['fi', 'lentokonesuihkuturbiinimoottori', 'len-to-ko-ne-suih-ku-tur-bii-ni-moot-to-ri'],
    ['nl', 'arbeidsongeschiktheidsverzekering', 'ar-beids-on-ge-schikt-heids-ver-ze-ke-ring'],
    ['hu', 'megszentségteleníthetetlen', 'meg-szent-ség-te-le-nít-he-tet-len'],
    ['fr', 'anticonstitutionnellement', 'an-ti-cons-ti-tu-tion-nel-le-ment'],
    ['en-US', 'internationalization', 'in-ter-na-tion-al-iza-tion'],
    ['en', 'university', 'uni-ver-sity'],
    ['sv', 'riksdagsledamot', 'riks-dags-le-da-mot'],
    ['nn', 'regjeringskonferansen', 're-gje-rings-kon-fe-ran-sen'],
    ['da', 'folketingsbeslutning', 'fol-ke-tings-be-slut-ning'],
    ['it', 'internazionalizzazione', 'in-ter-na-zio-na-liz-za-zio-ne'],
    ['es', 'electroencefalografista', 'elec-tro-en-ce-fa-lo-gra-fis-ta'],
    ['pt-BR', 'inconstitucionalmente', 'in-cons-ti-tu-ci-o-nal-mente'],
    ['pl', 'rzeczpospolita', 'rzecz-po-spo-li-ta'],
    ['ru', 'достопримечательность', 'до-сто-при-ме-ча-тель-ность'],
    ['uk', 'зовнішньополітичний', 'зов-ні-шньо-по-лі-ти-чний'],
    ['tr', 'çekoslovakyalılaştıramadıklarımızdan', 'çe-kos-lo-vak-ya-lı-laş-tı-ra-ma-dık-la-rı-mız-dan'],
  ])('in %s: %s', (tag, word, divided) => {
    expect(syllables(word, tag)).toBe(divided);
  });

  it.each([
    ['names with capitals inside', 'de', 'BundesVerfassungsGericht'],
    ['short words', 'de', 'Ofen'],
    ['languages without patterns', 'ja', 'Kabinettsbeschluss'],
    ['letters of another script', 'ru', 'Kabinettsbeschluss'],
  ])('not: %s', (_, tag, word) => {
    expect(syllables(word, tag)).toBe(word);
  });

  it('knows no word by what every object has', () => {
    expect(syllables('constructor', 'en-US')).toBe('con-struc-tor');
  });

  it('reads the patterns of a language when a word of it is first divided, and those of no other', () => {
    const read: string[] = [];
    const divide = wordDivider({ patterns: (language) => (read.push(language), BUNDLED.patterns(language)) }, 'fi');
    divide('talo');
    expect(read).toEqual([]);
    divide('ulkoministeriö');
    expect(read).toEqual(['fi']);
  });

  it('reads none for a deck whose words have room on their lines', () => {
    const read: string[] = [];
    const hyphenation = { patterns: (language: PatternLanguage) => (read.push(language), BUNDLED.patterns(language)) };
    const said = (words: string): void => {
      const deck = deckWith([slide([paragraphs(words), list(words, words)])], { language: 'de', title: words });
      layOut(deck, THEME, { fonts: { ...FONTS, hyphenation }, images: new Map() });
    };
    said('Der Hafen zählte 80 300 Container, und die Grundstücksverkehrsgenehmigung fehlt.');
    expect(read).toEqual([]);
    said('Die Grundstücksverkehrsgenehmigungszuständigkeitsübertragungsverordnungsentwurfsfassung fehlt.');
    expect(new Set(read)).toEqual(new Set(['de']));
  });

  it('takes a tag that no standard knows by its first part', () => {
    expect(syllables('Kabinettsbeschluss', 'de-')).toBe('Ka-bi-netts-be-schluss');
  });

  it.each(['nb', 'nn', 'no', 'nn-NO'])('Norwegian is one: %s', (tag) => {
    expect(patternLanguage(tag)).toBe('nb');
  });
});

/** What the package itself makes of words: its own implementation of the algorithm, with no more than two letters kept at either end. */
function byPackage(patterns: Patterns): (word: string) => string {
  const make = createRequire(import.meta.url)('hyphen') as (definition: unknown, options: unknown) => (text: string) => string;
  return make([patterns.rows, patterns.trie], { hyphenChar: '-', minWordLength: 5 });
}

it.each(PATTERN_LANGUAGES)('finds the same places as the package does: $language', ({ language, start, end }) => {
  const patterns = BUNDLED.patterns(language);
  if (!patterns) throw new Error(`no patterns for ${language}`);
  const ours = wordDivider({ patterns: () => ({ ...patterns, exceptions: {} }) }, language);
  const theirs = byPackage(patterns);
  const letters = [...new Set(JSON.stringify(patterns.trie).match(/\p{Ll}/gu) ?? [])];
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...letters), { minLength: 5, maxLength: 40, size: 'max' }), (list) => {
      const word = list.join('');
      const found = theirs(word);
      const places = [...found.matchAll(/-/g)].map(({ index }, before) => index - before);
      expect(ours(word)).toEqual(places.filter((at) => at >= start && word.length - at >= end));
    }),
    { numRuns: 300, seed: 17 },
  );
});
