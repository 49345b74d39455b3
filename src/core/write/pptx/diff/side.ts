import { guessLanguage } from '../../../language/index.ts';
import { readContent } from '../read/content.ts';
import { openPackage, requireSlides } from '../read/open.ts';
import { PartReader } from '../read/reader.ts';
import type { SlideContent } from '../read/types.ts';
import { designDigest } from '../recipe/design.ts';
import { changesOf } from '../recipe/inspect.ts';
import { match } from '../recipe/match.ts';
import { readRecipe, stampOf } from '../recipe/part.ts';
import type { SlideRecord } from '../recipe/record.ts';

/** A slide of a deck with what is known of it from the deck's own recipe. */
export interface SideSlide {
  /** From 1. */
  readonly number: number;
  readonly content: SlideContent;
  /** Null: not ours, or a deck without a recipe. */
  readonly record: SlideRecord | null;
  /** What of its appearance was changed by hand since we wrote it. */
  readonly byHand: { readonly look: boolean; readonly layout: boolean };
}

/** A slide, or all parts of one that was divided, in the deck's order. Never empty. */
export interface Unit {
  readonly slides: readonly SideSlide[];
}

/** The title, or for a slide without one its first line. */
export function titleText({ title, boxes }: SlideContent): string {
  return title || (boxes.flatMap(({ paragraphs }) => paragraphs)[0]?.text ?? '');
}

/** One of the decks that are compared. */
export interface DeckSide {
  readonly slides: readonly SideSlide[];
  /** The version stamp of its build; null in a deck that Lectern did not make. */
  readonly stamp: string | null;
  readonly records: readonly SlideRecord[];
  /** Where its source numbers lead; empty where it has no recipe. */
  readonly sources: ReadonlyMap<number, string>;
  /** Digest of masters, layouts and theme. */
  readonly design: string;
  /** A BCP 47 tag, by its words. */
  readonly language: string;
}

function languageOf(slides: readonly SlideContent[]): string {
  const text = slides.flatMap(({ boxes, notes }) => [...boxes.flatMap(({ paragraphs }) => paragraphs), ...notes]).map(({ text }) => text);
  return guessLanguage(text.join('\n'))?.language ?? 'en';
}

/**
 * A .pptx of whichever program as a side of a comparison. Throws a `LecternError` `inspect/unreadable` where the bytes are no deck, or a
 * slide of it is missing or damaged: what cannot be read must not be taken for deleted.
 */
export function deckSide(bytes: Uint8Array): DeckSide {
  const { parts } = openPackage(bytes);
  const reader = new PartReader(parts);
  const contents = readContent(parts, reader);
  requireSlides(parts, contents);
  const record = readRecipe(parts);
  const found = record ? match(contents, record) : null;
  return {
    slides: contents.map((content, i) => {
      const [ours, said] = [found?.records[i] ?? null, found?.said[i]];
      const changes = ours?.said && said && found ? changesOf(said, ours.said, found.rewritten) : [];
      const byHand = { look: changes.includes('look'), layout: changes.includes('layout') };
      return { number: i + 1, content, record: ours, byHand };
    }),
    stamp: record?.stamp ?? stampOf(reader),
    records: record?.slides ?? [],
    sources: new Map(record?.sources.map(({ number, origin }) => [number, origin])),
    design: designDigest(reader),
    language: languageOf(contents),
  };
}
