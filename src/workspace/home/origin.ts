import { parseBody } from '../../core/article/index.ts';
import type { Topic } from '../../core/article/types.ts';
import type { Origin } from '../../core/base/origin.ts';
import { isRef, plainText, type Run } from '../../core/base/text.ts';
import type { ItemRef } from '../../core/briefing/index.ts';
import type { Overrides } from '../../core/briefing/types.ts';
import type { Box, Scene } from '../../core/layout/types.ts';
import type { LinePlace } from '../../core/write/pptx/merge/hand-types.ts';
import type { Sources } from '../build.ts';

/** A line of the scene. */
export function runsAt(scene: Scene, { slide, box, line }: LinePlace): readonly Run[] | null {
  const found = scene.slides[slide];
  if (!found) return null;
  if (box === null) return found.notes.filter(({ runs }) => plainText(runs) !== '')[line]?.runs ?? null;
  return linesOf(boxNamed(scene, slide, box))[line] ?? null;
}

const partsOf = (box: Box): Box[] => (box.kind === 'group' ? [box, ...box.children] : [box]);

/** A box of a slide (from 0) by its name; undefined where there is none. */
export function boxNamed({ slides }: Scene, slide: number, name: string): Box | undefined {
  return slides[slide]?.boxes.flatMap(partsOf).find(({ id }) => id.slice(id.indexOf('/') + 1) === name);
}

function linesOf(box: Box | undefined): (readonly Run[])[] {
  if (box?.kind === 'text')
    return box.paragraphs
      .filter(({ runs, field }) => field === null && (plainText(runs) !== '' || runs.some(isRef)))
      .map(({ runs }) => runs);
  if (box?.kind === 'table') return box.rows.flatMap(({ cells }) => cells.map(({ paragraphs }) => paragraphs.flatMap(({ runs }) => runs)));
  return [];
}

/** Every line and cell of a slide, from 0. */
export function linesOn({ slides }: Scene, slide: number): (readonly Run[])[] {
  return (slides[slide]?.boxes ?? []).flatMap(partsOf).flatMap(linesOf);
}

/** A topic of an article, or an own slide, as the running order has it. */
export interface FoundTopic {
  readonly topic: Topic;
  readonly overrides: Overrides | null;
  readonly item: ItemRef;
}

export function topicOf({ article, topic }: Pick<Origin, 'article' | 'topic'>, { briefing, articles }: Sources): FoundTopic | null {
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
