import type { Run } from '../../base/text.ts';
import { breaksOf, type Break } from './breaks.ts';
import { displayRuns, shownTexts, softHyphens, type DisplayRun } from './display.ts';
import { numberSpans, type NumberSpan } from './number-spans.ts';
import { startsOf } from './split.ts';
import type { Shown } from './types.ts';

/** Reads a paragraph's runs as they are shown. What not every text is asked for is found when it is. */
export function shownOf(runs: readonly Run[]): Shown {
  return new ShownRuns(runs);
}

/** A class, since a table has tens of thousands of them. */
class ShownRuns implements Shown {
  readonly runs: readonly Run[];
  readonly starts: readonly number[];
  readonly text: string;
  readonly display: readonly DisplayRun[];
  private spans: readonly NumberSpan[] | null = null;
  private hyphens: readonly number[] | null = null;
  private words: string | null = null;

  constructor(runs: readonly Run[]) {
    const texts = shownTexts(runs);
    this.runs = runs;
    this.starts = startsOf(texts);
    this.display = displayRuns(runs, texts);
    this.text = this.display.map((run) => run.text).join('');
  }

  breaks(): readonly Break[] {
    return breaksOf(this.text, this.numbers());
  }

  numbers(): readonly NumberSpan[] {
    return (this.spans ??= numberSpans(this.text));
  }

  soft(): readonly number[] {
    return (this.hyphens ??= softHyphens(this.runs));
  }

  wording(): string {
    return (this.words ??= this.display.map((run) => (run.refs || run.script ? '.'.repeat(run.text.length) : run.text)).join(''));
  }
}
