import type { DeckMeta, Slide } from '../../deck/types.ts';
import { distinct } from '../../base/distinct.ts';
import { problem, type Place, type Problem } from '../../base/errors.ts';
import { plainText, type Run } from '../../base/text.ts';
import { chartProblems } from '../../block/chart/layout/problems.ts';
import { imageProblems } from '../../block/image/layout/problems.ts';
import { tableProblems } from '../../block/table/layout/problems.ts';
import type { Context } from '../context.ts';
import { placeStack } from '../flow/stack.ts';
import { dividedIn, refsIn, textOfBoxes } from '../scene/walk.ts';
import type { Box, SceneSlide } from '../types.ts';
import { onOneSlide } from './cover.ts';
import { scaleIn, type FittedSlide } from './fit.ts';
import { placeHeaderFooter } from './header-footer.ts';
import { placeProgress } from './progress.ts';
import { directedNote, divideNotes, speakingSeconds, wholeTitle, withMark } from './notes.ts';
import { partNumber, placeTitle, titleText } from './title.ts';

/** A slide with the section its template gave it. */
export interface PlacedSlide {
  readonly scene: SceneSlide;
  readonly section: string | null;
}

/** A template's slide in its parts, and what is to be said of them. */
export interface PlacedParts {
  readonly slides: readonly PlacedSlide[];
  readonly problems: readonly Problem[];
}

/** The slide's parts, with title, regions, header and footer, and their share of the notes. Of `meta` it shows what `placeHeaderFooter` shows. */
export function placeParts(context: Context, meta: DeckMeta, divided: FittedSlide, firstNumber: number): PlacedParts {
  const { fitted, left } = onOneSlide(context, divided);
  const { slide, layout } = fitted.content;
  const parts = fitted.parts.length;
  const problems: Problem[] = [];
  const placed = fitted.parts.map((part, i) => {
    const id = i === 0 ? slide.id : `${slide.id}-${i + 1}`;
    const number = partNumber(meta, i + 1, parts);
    const title = placeTitle(context, slide, id, layout, number, firstNumber + i);
    if (title?.problem) problems.push(title.problem);
    const body = part.regions.flatMap(({ content, items }) =>
      placeStack(context, items, content.region, id, scaleIn(fitted.sizes, content)),
    );
    const own: Box[] = [...(title ? [title.box] : []), ...body];
    const shownAt = { number: firstNumber + i, title: titleText(slide, number) };
    problems.push(...divisionProblems(slide, own, shownAt));
    for (const box of own) {
      if (box.kind === 'chart') problems.push(...chartProblems(box, { ...slide.at, slide: shownAt }));
      if (box.kind === 'image') problems.push(...imageProblems(box, context.images, { ...slide.at, slide: shownAt }));
      if (box.kind === 'table') problems.push(...tableProblems(box, { ...slide.at, slide: shownAt }));
    }
    return {
      id,
      number,
      title,
      own,
      boxes: [...own, ...placeProgress(context, meta, slide, layout, id), ...placeHeaderFooter(context, meta, layout, id, firstNumber + i)],
    };
  });
  const texts = placed.map(({ own }) => ({ text: textOfBoxes(own), refs: refsIn(own) }));
  const notes = divideNotes([...left.map((runs) => ({ kind: 'text', runs }) as const), ...slide.notes], texts);
  const shownFirst = { ...slide.at, slide: { number: firstNumber, title: titleText(slide, partNumber(meta, 1, parts)) } };
  problems.push(...continuationProblems(slide, parts, left, shownFirst));
  if (fitted.overflows.length > 0) {
    problems.push(
      problem('layout/overflow', {
        message: `a region of the layout “${slide.layout}” is too small for its content even at the smallest size`,
        place: shownFirst,
        received: fitted.overflows.join(', '),
        hint: 'Make the region larger in theme.yaml, or send this content to another region.',
      }),
    );
  }
  const slides = placed.map(({ id, number, title, boxes }, i): PlacedSlide => {
    const own = notes[i] ?? [];
    const whole = title?.problem || (title === null && slide.title.length > 0) ? [wholeTitle(slide.title), ...own] : own;
    const scene: SceneSlide = {
      id,
      number: firstNumber + i,
      layout: slide.layout,
      ...(slide.chosen && { chosen: true as const }),
      title: titleText(slide, number),
      topic: slide.topic,
      kind: slide.kind,
      part: number.part,
      parts: number.parts,
      boxes,
      notes: withMark(whole, meta.mark).map((note) => directedNote(note, context.direction)),
      refs: distinct([...(texts[i]?.refs ?? []), ...(slide.refs ?? [])]),
      seconds: speakingSeconds(slide.kind, own, texts[i]?.text ?? ''),
    };
    return { scene, section: slide.section };
  });
  return { slides, problems };
}

/** A cover or divider that does not hold all its words, and a slide of the briefing's own that became several. */
function continuationProblems(slide: Slide, parts: number, left: readonly (readonly Run[])[], place: Place): Problem[] {
  if (left.length > 0) {
    return [
      problem('layout/cover-full', {
        message: 'not all words of this slide have room on it, even in the smallest type; these stand in its notes',
        place,
        received: left.map(plainText).join(' / '),
        hint: 'Shorten its title or its other words, or make its regions larger in theme.yaml.',
      }),
    ];
  }
  if (parts === 1 || !slide.topic?.startsWith('own/')) return [];
  return [
    problem('layout/own-continued', {
      message: `an own slide has more than one slide holds, and became ${parts}`,
      place,
      hint: 'Shorten it, or make own slides with titles of their own of it.',
    }),
  ];
}

/** What is to be said of numbers and words that no size, arrangement or division of columns could keep on one line. A number in a table is an error: its rows would be misread. */
function divisionProblems({ at }: Slide, boxes: readonly Box[], slide: NonNullable<Place['slide']>): Problem[] {
  return boxes.flatMap((box) => {
    const { numbers, words } = dividedIn(box);
    return [
      ...numbers.map((number) => numberProblem(box, { place: { ...at, slide }, received: number })),
      ...words.map((word) =>
        problem('layout/word-divided', {
          message: 'a word is wider than its line, so it stands on two',
          place: { ...at, slide },
          received: word,
          hint: 'Write a hyphen where it may be divided, write it shorter, or send it to a wider region.',
        }),
      ),
    ];
  });
}

function numberProblem(box: Box, details: { readonly place: Place; readonly received: string }): Problem {
  return box.kind === 'table'
    ? problem('layout/number-too-wide', {
        ...details,
        message: `a number of the table “${box.alt}” is wider than its column even in the smallest type and with fewer columns beside it`,
        hint: 'Write it shorter, with its unit in the column’s heading (million, thousand), or send the table to a wider region.',
      })
    : problem('layout/number-divided', {
        ...details,
        message: 'a number is wider than a whole line even in the smallest type, so it stands on two',
        hint: 'Write it shorter, as with “million” or “billion”, or send it to a wider region.',
      });
}
