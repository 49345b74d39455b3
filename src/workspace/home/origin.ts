import { parseBody } from '../../core/article/index.ts';
import type { Topic } from '../../core/article/types.ts';
import type { Origin } from '../../core/base/origin.ts';
import { isRef, plainText, type Run, type TextRun } from '../../core/base/text.ts';
import type { ItemRef } from '../../core/briefing/index.ts';
import type { Overrides } from '../../core/briefing/types.ts';
import type { Box, Scene, SceneSlide } from '../../core/layout/types.ts';
import type { LinePlace } from '../../core/write/pptx/merge/hand.ts';
import type { Sources } from '../build.ts';

/** A line of the scene. */
export function runsAt(scene: Scene, { slide, box, line }: LinePlace): readonly Run[] | null {
  const found = scene.slides[slide];
  if (!found) return null;
  if (box === null) return found.notes.filter(({ runs }) => plainText(runs) !== '')[line]?.runs ?? null;
  return paragraphsOf(found, box)[line] ?? null;
}

function paragraphsOf({ boxes }: SceneSlide, name: string): (readonly Run[])[] {
  const nameOf = (box: Box): string => box.id.slice(box.id.indexOf('/') + 1);
  const box = boxes.flatMap((one): Box[] => (one.kind === 'group' ? [one, ...one.children] : [one])).find((one) => nameOf(one) === name);
  if (box?.kind === 'text')
    return box.paragraphs
      .filter(({ runs, field }) => field === null && (plainText(runs) !== '' || runs.some(isRef)))
      .map(({ runs }) => runs);
  if (box?.kind === 'table') return box.rows.flatMap(({ cells }) => cells.map(({ paragraphs }) => paragraphs.flatMap(({ runs }) => runs)));
  return [];
}

export interface Piece {
  readonly origin: Origin;
  /** The template's own words before and behind. */
  readonly before: string;
  readonly behind: string;
}

/** The one field that a line's words come from; null: it has none, or several. */
export function pieceOf(runs: readonly Run[]): Piece | null {
  const words = runs.filter((run): run is TextRun => !isRef(run) && run.text !== '');
  const own = words.flatMap((run, i) => ((run.origins?.length ?? 0) > 0 ? [i] : []));
  const origins = new Map(
    own.flatMap((i) =>
      (words[i]?.origins ?? []).map(
        (origin) => [JSON.stringify([origin.article, origin.topic, origin.field, origin.index]), origin] as const,
      ),
    ),
  );
  const [origin] = origins.values();
  const [first, last] = [own[0], own.at(-1)];
  if (!origin || origins.size !== 1 || first === undefined || last === undefined) return null;
  const text = (list: readonly TextRun[]): string => list.map((run) => run.text).join('');
  return { origin, before: text(words.slice(0, first)), behind: text(words.slice(last + 1)) };
}

/** Runs without what the template put before and behind; null where a hand changed that. */
export function within(runs: readonly TextRun[], { before, behind }: Piece): TextRun[] | null {
  const flat = (text: string): string => text.replace(/[\u00A0\u202F]/g, ' ');
  const whole = flat(runs.map(({ text }) => text).join('')).trimEnd();
  const [start, end] = [flat(before), flat(behind).trimEnd()];
  if (!whole.startsWith(start) || !whole.endsWith(end) || whole.length < start.length + end.length) return null;
  let [skip, left] = [start.length, whole.length - start.length - end.length];
  return runs.flatMap((run) => {
    const text = run.text.slice(skip, skip + left);
    skip = Math.max(0, skip - run.text.length);
    left -= text.length;
    return text === '' ? [] : [{ ...run, text }];
  });
}

export function topicOf(
  { article, topic }: Origin,
  { briefing, articles }: Sources,
): { readonly topic: Topic; readonly overrides: Overrides | null; readonly item: ItemRef } | null {
  if (topic === null) return null;
  if (article === null) {
    const own = briefing.items.find((item) => item.kind === 'own' && item.id === topic);
    if (own?.kind !== 'own') return null;
    const body = parseBody(own.body, { file: '', line: 1 }).value;
    if (body === null) return null;
    const { summary, blocks } = body;
    return {
      topic: { id: own.id, idGiven: true, heading: own.title, summary, blocks, line: 0 },
      overrides: null,
      item: { key: `own/${topic}` },
    };
  }
  const found = articles.get(article)?.entry?.article.topics.find(({ id }) => id === topic);
  const item = briefing.items.find((one) => one.kind === 'topic' && one.article === article && one.topic === topic);
  if (!found || item?.kind !== 'topic') return null;
  return { topic: found, overrides: item.overrides, item: { key: `${article}/${topic}` } };
}
