import type { Run } from '../base/text.ts';
import { inlineRuns, type InlineContext } from './inline.ts';
import type { Element, Fault } from './element.ts';

/** What every block handler is given: what words are read with, and where faults go. */
export interface BlockContext extends InlineContext {
  readonly faults: Fault[];
}

/** Reports a value that its element may not have. */
export function valueFault(
  context: BlockContext,
  element: Element,
  details: Pick<Fault, 'message' | 'allowed' | 'received' | 'hint'>,
): void {
  context.faults.push({ code: 'deck/value', at: element.at, slide: element.slide, ...details });
}

export function nestingFault(
  context: BlockContext,
  element: Element,
  details: Pick<Fault, 'message' | 'allowed' | 'received' | 'hint'>,
): void {
  context.faults.push({ code: 'deck/nesting', at: element.at, slide: element.slide, ...details });
}

export function runsOf(element: Element, context: BlockContext): Run[] {
  return inlineRuns(element.children, context);
}

/** The runs of each, empty ones left out. */
export function paragraphsOf(elements: readonly Element[], context: BlockContext): Run[][] {
  return elements.map((element) => runsOf(element, context)).filter((runs) => runs.length > 0);
}
