import { sha256 } from '../base/hash.ts';
import { problem, type Outcome, type Problem } from '../base/errors.ts';
import { assemble, findDetails, findStretches, findStretchPoints } from './build-draft.ts';
import { kindOf } from './decode/kind.ts';
import { decodeText } from './decode/text.ts';
import { DEFAULT_LIMITS } from './limits.ts';
import { isTextFormat, readFormat, type Input } from './read/index.ts';
import type { Reading } from './read/types.ts';
import { settleDraft } from './settle/index.ts';
import { foldAndNumber, judge } from './understand.ts';
import { INTAKE_STEPS, type IntakeLimits, type IntakeOptions, type IntakeStep } from './stage-types.ts';
import type { Metadata, SourceFormat, Taken } from './types.ts';

/**
 * A raw file (.txt, .md, .html, .docx, .odt, .pptx, .eml, .mhtml, text .pdf, or what was pasted as HTML) as a draft to review. The same bytes give the same
 * draft. Never throws for a file's sake: what stands in the way is a problem of severity `error`, without a draft.
 *
 * It works in steps and gives way between them, so that `signal` can end it; one step of a file within the limits takes
 * at most a few seconds. Errors: every `intake/…` code of severity error.
 */
export async function ingest(bytes: Uint8Array, options: IntakeOptions): Promise<Taken> {
  try {
    return await run(bytes, options);
  } catch (error) {
    if (options.signal?.aborted) return { value: null, problems: [stopped(options)] };
    throw error;
  }
}

/** Footnotes are no part of the numbered text; a reader should know that there are some. */
function notesLeftOut({ blocks }: Reading, name: string): Problem[] {
  const notes = blocks.filter(({ shape, role }) => shape === 'note' || role === 'note');
  if (notes.length === 0) return [];
  const message = 'Footnotes were left out of the article.';
  const hint = 'They stand in the review; what a slide needs of them can be written into the article as [^1].';
  return [problem('intake/notes-left-out', { message, place: { file: name }, received: `${notes.length}`, hint })];
}

async function run(bytes: Uint8Array, options: IntakeOptions): Promise<Taken> {
  const limits: IntakeLimits = { ...DEFAULT_LIMITS, ...options.limits };
  const name = options.name.split(/[\\/]/).at(-1) ?? options.name;
  const step = (name: IntakeStep): Promise<void> => beginStep(name, options);

  await step('decode');
  const refused = refuseSize(bytes, name, limits);
  if (refused) return { value: null, problems: [refused] };
  const kind = kindOf(bytes, { name, ...(options.declaredType === undefined ? {} : { declaredType: options.declaredType }) });
  if (kind.value === null) return { value: null, problems: kind.problems };
  const input = await decode(bytes, kind.value, { name, charset: options.charset, limits });
  if (input.value === null) return { value: null, problems: input.problems };

  await step('read');
  const reading = await readFormat(input.value.input, {
    name,
    limits,
    ...(options.pdf ? { pdf: options.pdf } : {}),
    ...(options.signal ? { signal: options.signal } : {}),
  });
  if (reading.value === null) return { value: null, problems: [...input.problems, ...reading.problems] };
  const problems = [...input.problems, ...reading.problems, ...reading.value.problems, ...notesLeftOut(reading.value, name)];

  await step('metadata');
  const judged = judge(reading.value, options);
  await step('repeats');
  const understood = { ...judged, blocks: foldAndNumber(judged.blocks) };
  if (!understood.blocks.some((block) => block.number !== null)) return { value: null, problems: [...problems, noText(name)] };
  await step('topics');
  const stretches = findStretches(understood);
  await step('points');
  const points = findStretchPoints(understood, stretches);
  await step('details');
  const details = findDetails(understood);
  const { kept } = reading.value;
  const original = kept ?? bytes;
  const file = { name, format: kind.value, bytes: original.length, hash: sha256(original), charset: input.value.charset };
  const draft = settleDraft(assemble(file, understood, { stretches, points, ...details }));
  options.onProgress?.({ step: 'details', fraction: 1 });
  return { value: draft, problems: [...problems, ...missing(draft.meta, name, reading.value)], ...(kept && { original: kept }) };
}

interface DecodeStep {
  readonly name: string;
  readonly charset: string | undefined;
  readonly limits: IntakeLimits;
}

async function decode(
  bytes: Uint8Array,
  format: SourceFormat,
  { name, charset, limits }: DecodeStep,
): Promise<Outcome<{ input: Input; charset: string | null }>> {
  if (!isTextFormat(format)) return { value: { input: { format, bytes }, charset: null }, problems: [] };
  const decoded = await decodeText(bytes, { name, ...(charset === undefined ? {} : { charset }) });
  if (decoded.value === null) return { value: null, problems: decoded.problems };
  const { text } = decoded.value;
  if (text.length > limits.characters) {
    return { value: null, problems: [tooLarge(name, `${limits.characters} characters`, `${text.length}`)] };
  }
  return { value: { input: { format, text }, charset: decoded.value.charset }, problems: decoded.problems };
}

/** Lets timers and messages in, looks at the signal, and tells how far it is. */
async function beginStep(step: IntakeStep, { signal, onProgress }: IntakeOptions): Promise<void> {
  await new Promise<void>((resolve) => setImmediate(resolve));
  signal?.throwIfAborted();
  onProgress?.({ step, fraction: INTAKE_STEPS.indexOf(step) / INTAKE_STEPS.length });
}

function stopped({ name, signal }: IntakeOptions): Problem {
  const reason: unknown = signal?.reason;
  const place = { file: name };
  if (reason instanceof Error && reason.name === 'TimeoutError') {
    return problem('intake/too-slow', {
      message: 'Reading the file took too long.',
      place,
      hint: 'Take in a part of it, or save it as plain text first.',
    });
  }
  return problem('intake/cancelled', {
    message: 'Taking in the file was cancelled.',
    place,
    hint: 'Nothing was changed; start again if you like.',
  });
}

function refuseSize(bytes: Uint8Array, name: string, limits: IntakeLimits): Problem | null {
  if (bytes.length === 0)
    return problem('intake/empty', { message: 'The file is empty.', place: { file: name }, hint: 'Choose a file that has text in it.' });
  return bytes.length > limits.bytes ? tooLarge(name, `${limits.bytes} bytes`, `${bytes.length}`) : null;
}

function tooLarge(name: string, allowed: string, received: string): Problem {
  return problem('intake/too-large', {
    message: 'The file is too large for an article.',
    place: { file: name },
    allowed,
    received,
    hint: 'Take in a part of it.',
  });
}

function noText(name: string): Problem {
  return problem('intake/no-text', {
    message: 'There is nothing in the file that reads as an article’s text.',
    place: { file: name },
    hint: 'Choose a file with at least one paragraph.',
  });
}

/** What a reader will miss on the slides. */
function missing({ title, authors, published }: Metadata, name: string, { hints }: Reading): Problem[] {
  const place = { file: name };
  const found: Problem[] = [];
  if (!title) found.push(problem('intake/no-title', { message: 'No title was found.', place, hint: 'Enter one in the review.' }));
  if (!authors)
    found.push(problem('intake/no-author', { message: 'No author was found.', place, hint: 'Enter one in the review, if it has one.' }));
  if (!published) {
    const message = 'No date of publication was found; dates without a year could not be placed.';
    const named = hints.find((hint) => hint.field === 'published')?.value;
    const received = named === undefined ? {} : { received: named.slice(0, 100) };
    found.push(problem('intake/no-date', { message, place, ...received, hint: 'Enter it in the review.' }));
  }
  return found;
}
