import { problem, type Outcome, type Problem } from '../../../base/errors.ts';
import { broken } from '../../decode/zip.ts';
import { mergedCells } from '../merged-cells.ts';
import { Package, PartProblem, propertyHints, type PackageOptions } from '../package.ts';
import { pictureProblems } from '../pictures.ts';
import { block, type Hint, type RawBlock, type Reading } from '../types.ts';
import { child, children, value, type XmlElement } from '../xml/index.ts';
import { creationOf, ownNotes, ownParts, ownSlides, REPEATING, type OwnSlide } from './own.ts';
import { boxBlocks, Layouts, readSlide, type DeckContext, type Slide, type SlideSize } from './slide.ts';
import { isOn } from './text.ts';

export interface PptxOptions extends PackageOptions {
  readonly slides: number;
}

/** Parts that say how many slides there are, and those that are read then: pictures, fonts, themes and embedded files stay packed. */
const LIST = /^(?:\[Content_Types\]\.xml|_rels\/\.rels|[^/]+\/presentation\.xml|[^/]+\/_rels\/presentation\.xml\.rels)$/;
const WANTED = /^(?!.*(?:theme|tags|embeddings|media|fonts|printerSettings|slideMasters|handoutMasters|notesMasters)\/).*\.(?:xml|rels)$/i;

/** Titles that programs give a deck of their own accord. */
const NO_TITLE =
  /^(?:(?:microsoft )?power\s?point[- ]?(?:pr[äe]sentation|presentatie|презентация)|(?:présentation|presentación de|apresentação do|presentazione standard di) ?powerpoint|презентация powerpoint|pr[äeé]sentation ?\d*|(?:slide|folie|diapositive|diapositiva|слайд) ?\d+|untitled|unbenannt|no slide title|powerpoint 演示文稿|powerpoint プレゼンテーション)$/i;

/** Behind the title of a slide that goes on with the one before. */
const GOES_ON =
  /\s*[([]?(?:\d+\s*(?:\/|of|von|de|из)\s*\d+|cont(?:inued|['’]?d|\.)?|fortsetzung|forts\.|suite|cont\.|продолжение)[)\]]?\s*$/iu;

/**
 * A deck to blocks and hints: each slide's title is a heading, its lines are points, its notes what is said to it. Errors:
 * `intake/bomb`, `intake/broken`, `intake/encrypted`, `intake/entities`, `intake/too-deep`, `intake/too-large`.
 */
export function readPptx(bytes: Uint8Array, options: PptxOptions): Outcome<Reading> {
  const fail = (p: Problem): Outcome<Reading> => ({ value: null, problems: [p] });
  try {
    const listed = Package.open(bytes, LIST, options);
    if (listed.value === null) return { value: null, problems: listed.problems };
    const count = slideIds(listed.value).ids.length;
    if (count > options.slides) {
      const hint = 'Take in the slides that you need: delete the others in a copy.';
      const allowed = `${options.slides} slides`;
      return fail(
        problem('intake/too-large', {
          message: 'The deck has too many slides.',
          place: { file: options.name },
          allowed,
          received: `${count}`,
          hint,
        }),
      );
    }
    const opened = Package.open(bytes, WANTED, options);
    return opened.value === null ? { value: null, problems: opened.problems } : { value: readDeck(opened.value, options), problems: [] };
  } catch (error) {
    if (error instanceof PartProblem) return fail(error.problem);
    throw error;
  }
}

function slideIds(opened: Package): { readonly main: string; readonly root: XmlElement | null; readonly ids: readonly string[] } {
  const main = opened.ending('', '/officeDocument') ?? 'ppt/presentation.xml';
  const root = opened.xml(main);
  const list = child(root, 'p:sldIdLst');
  return { main, root, ids: list === null ? [] : children(list, 'p:sldId').flatMap((id) => value(id, 'r:id') ?? []) };
}

function readDeck(opened: Package, { name }: PptxOptions): Reading {
  const { main, root, ids } = slideIds(opened);
  if (root === null) throw new PartProblem(broken(name));
  const size = sizeOf(root);
  const layouts = new Layouts(opened);
  const related = new Map(opened.related(main).map((r) => [r.id, r.part]));
  const slides = ids.map((id) => {
    const slide = readSlide(related.get(id) ?? '', opened, size, layouts);
    if (slide === null) throw new PartProblem(broken(name));
    return slide;
  });
  const own = ownSlides(
    [...opened.entries.keys()].flatMap((part) => (/^customXml\/item\d+\.xml$/.test(part) ? (opened.text(part) ?? []) : [])),
  );
  const shown = slides.filter(({ hidden }) => !hidden);
  const context: DeckContext = { opened, size, repeated: repeatedPictures(shown, opened), unkept: [], merged: 0 };
  const first = shown[0];
  const core = propertyHints(opened.xml('docProps/core.xml'));
  const isHead =
    first !== undefined && (first.isTitleSlide || core.some(({ field, value: words }) => field === 'title' && words === first.title));
  const head = isHead ? headBlocks(first, own !== null) : [];
  const furniture = own === null ? repeatedLines(shown) : new Set<string>();
  const body = bodyBlocks(head.length > 0 ? shown.slice(1) : shown, own, context);
  const blocks = [...head, ...body].map((b) =>
    furniture.has(b.text) && (b.given?.kind === 'point' || b.given?.kind === 'speech') ? block(b.text, { role: 'boilerplate' }) : b,
  );
  // Whoever presents one of our decks wrote none of its articles.
  const hints = core.filter(({ field, value: words }) => (field === 'title' ? !NO_TITLE.test(words) : field !== 'authors' || own === null));
  return { blocks, hints: [...titleHints(head, first), ...hints], head: head.length, problems: problemsOf(name, slides, blocks, context) };
}

function sizeOf(root: XmlElement): SlideSize {
  const size = child(root, 'p:sldSz');
  const length = (name: string, usual: number): number => Math.max(1, Number(size && value(size, name)) || usual);
  return { width: length('cx', 12_192_000), height: length('cy', 6_858_000), rightToLeft: isOn(value(root, 'rtl')) };
}

/** The title slide's lines: a title, and what else stands there is told apart as above an article. */
function headBlocks({ title, boxes, notes }: Slide, isOwn: boolean): RawBlock[] {
  if (title === null) return [];
  const lines = boxes.flatMap(({ name, content, placeholder }) => {
    if (content.kind !== 'text' || (isOwn && /^(?:meta|mark|footer|number)$/.test(name))) return [];
    const isSubtitle = placeholder?.type === 'subTitle';
    return content.lines.map(({ text }) => block(text, isSubtitle && isOwn ? { role: 'standfirst' } : {}));
  });
  const said = isOwn ? [] : notes.map(({ text }) => block(text, { role: 'boilerplate' }));
  return [block(title, { shape: 'heading', level: 1, role: 'title' }), ...lines, ...said];
}

function titleHints(head: readonly RawBlock[], first: Slide | undefined): Hint[] {
  const title = head.find(({ role }) => role === 'title');
  if (title) return [{ field: 'title', value: title.text, origin: 'markup', confidence: 0.9 }];
  // Without a title slide the first slide's title is a guess.
  return first?.title ? [{ field: 'title', value: first.title, origin: 'markup', confidence: 0.3 }] : [];
}

function bodyBlocks(slides: readonly Slide[], own: ReadonlyMap<string, OwnSlide> | null, context: DeckContext): RawBlock[] {
  const known = slides.map((slide) => own?.get(creationOf(slide.root)) ?? null);
  const sources = slides.find((_, index) => known[index]?.kind === 'sources')?.title ?? null;
  const titles = new Set(slides.flatMap(({ title }) => title ?? []));
  const summaries = new Map<string, string>();
  let before: string | null = null;
  return slides.flatMap((slide, index): RawBlock[] => {
    const mine = known[index] ?? null;
    if (mine !== null && REPEATING.includes(mine.kind)) return [];
    if (mine === null && isAgenda(slide, titles)) return asideOf(slide);
    const topic = mine?.topic ?? null;
    const key = topic ?? (slide.title === null ? before : slide.title.replace(GOES_ON, ''));
    const isFirst = key !== before;
    before = key;
    const content = mine === null ? slide.boxes.flatMap((box) => boxBlocks(box, slide, context)) : ownBlocks(slide, mine, isFirst, context);
    const summary = content.find(({ given }) => given?.kind === 'summary');
    if (topic !== null && summary) summaries.set(topic, summary.text);
    const mark = slide.boxes.find(({ name }) => name === 'mark')?.content;
    const notes =
      mine === null
        ? slide.notes
        : ownNotes(slide.notes, { mark: mark?.kind === 'text' ? (mark.lines[0]?.text ?? null) : null, sources }).filter(
            ({ text }) => isFirst || text !== summaries.get(topic ?? ''),
          );
    const speech = notes.map(({ text }) => block(text, { given: { kind: 'speech' } }));
    const all = [...content, ...speech];
    // A slide without a title goes on with the topic before it, as one does whose title is the same.
    return !isFirst || slide.title === null || all.length === 0 ? all : [block(slide.title, { shape: 'heading', level: 2 }), ...all];
  });
}

/** A slide that is no topic, as what is set aside in the source. */
function asideOf({ title, boxes, notes }: Slide): RawBlock[] {
  const lines = boxes.flatMap(({ content }) => (content.kind === 'text' ? content.lines : []));
  return [...(title === null ? [] : [title]), ...[...lines, ...notes].map(({ text }) => text)].map((text) =>
    block(text, { role: 'boilerplate' }),
  );
}

/** What stands on a slide of ours: a later slide of a topic is named after its chart or table. */
function ownBlocks(slide: Slide, { kind }: OwnSlide, isFirst: boolean, context: DeckContext): RawBlock[] {
  const { lines, boxes, unit, caption, credit } = ownParts(slide.boxes, kind, isFirst);
  const rest = boxes
    .flatMap((box) => boxBlocks(box, slide, context))
    .map((b): RawBlock => {
      const { given } = b;
      if (given?.kind === 'chart')
        return {
          ...b,
          given: {
            ...given,
            chart: { ...given.chart, unit: given.chart.unit ?? unit, title: given.chart.title ?? (isFirst ? null : slide.title) },
          },
        };
      if (given?.kind === 'picture') return { ...b, given: { ...given, picture: { ...given.picture, caption, credit } } };
      return b.shape === 'table' && !given && !isFirst && slide.title !== null ? { ...b, given: { kind: 'table', title: slide.title } } : b;
    });
  return [...lines, ...rest];
}

/** On so many slides a picture is an ornament and a line furniture, where that is a third of them. */
const MANY = 3;

function counted(lists: readonly ReadonlySet<string>[]): Set<string> {
  const counts = new Map<string, number>();
  for (const list of lists) for (const each of list) counts.set(each, (counts.get(each) ?? 0) + 1);
  return new Set([...counts].filter(([, count]) => count >= MANY && count * 3 >= lists.length).map(([each]) => each));
}

function repeatedPictures(slides: readonly Slide[], opened: Package): ReadonlySet<string> {
  return counted(
    slides.map(({ part, boxes }) => {
      const related = opened.related(part);
      const ids = boxes.flatMap(({ content }) => (content.kind === 'picture' ? content.ids : []));
      return new Set(ids.flatMap((id) => related.find((r) => r.id === id)?.part ?? []));
    }),
  );
}

/** Lines that stand alone in a box, or in the notes, of many slides: a company's name, "confidential". */
function repeatedLines(slides: readonly Slide[]): ReadonlySet<string> {
  const alone = ({ boxes }: Slide): string[] =>
    boxes.flatMap(({ content }) => (content.kind === 'text' && content.lines.length === 1 ? content.lines.map(({ text }) => text) : []));
  return new Set([
    ...counted(slides.map((slide) => new Set(alone(slide)))),
    ...counted(slides.map(({ notes }) => new Set(notes.map(({ text }) => text)))),
  ]);
}

/** A slide whose lines are other slides' titles: it says what is told, and tells none of it. */
function isAgenda({ boxes, title }: Slide, titles: ReadonlySet<string>): boolean {
  const lines = boxes.flatMap(({ content }) => (content.kind === 'text' ? content.lines.map(({ text }) => text) : []));
  const named = lines.filter((text) => titles.has(text) && text !== title).length;
  return named >= MANY && named > lines.length / 2;
}

function problemsOf(name: string, slides: readonly Slide[], blocks: readonly RawBlock[], { unkept, merged }: DeckContext): Problem[] {
  const place = { file: name };
  const found: Problem[] = [];
  const numbersOf = (is: (slide: Slide) => boolean): string => slides.flatMap((slide, index) => (is(slide) ? [index + 1] : [])).join(', ');
  const hidden = numbersOf((slide) => slide.hidden);
  const empty = numbersOf((slide) => !slide.hidden && !slide.isTitleSlide && slide.boxes.length === 0);
  if (hidden !== '' || empty !== '') {
    const received = [...(hidden === '' ? [] : [`hidden: ${hidden}`]), ...(empty === '' ? [] : [`with a title alone: ${empty}`])].join(
      '; ',
    );
    const message = 'Slides were left out that are hidden or hold no more than a title.';
    found.push(
      problem('intake/slides-left-out', { message, place, received, hint: 'Show them in the deck if they belong to what is told.' }),
    );
  }
  const comments = slides.reduce((sum, slide) => sum + slide.comments, 0);
  if (comments > 0) {
    const message = 'Comments in the deck were left out.';
    found.push(
      problem('intake/comments-left-out', { message, place, received: `${comments}`, hint: 'Nothing, unless they belong to the text.' }),
    );
  }
  if (merged > 0) found.push(mergedCells(name, merged));
  return [...found, ...pictureProblems(name, blocks, unkept)];
}
