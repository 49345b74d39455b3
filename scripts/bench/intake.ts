/**
 * How long intake takes in its thread, as the app and the command line run it (`dist/cli/worker.cjs`): the sample article as it was
 * received, and 100,000 words. Each run has a thread of its own, so that every one is cold.
 */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArticle, parseSourceText } from '../../src/core/article/index.ts';
import { unwrap } from '../../src/core/base/errors.ts';
import { intakeThreads } from '../../src/workspace/intake/run.ts';

interface IntakeFigures {
  readonly words: number;
  /** Milliseconds, medians: from starting the thread to its answer; of that from the first step to the answer; and the worst of the latter. */
  readonly whole: number;
  readonly stage: number;
  readonly worst: number;
  /** Processor time of the whole, all of the process's threads: what is left where a machine has other work. */
  readonly processor: number;
}

const WORKER = join(process.cwd(), 'dist', 'cli', 'worker.cjs');
const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

interface Run {
  readonly whole: number;
  readonly stage: number;
  readonly processor: number;
}

const ingest = intakeThreads({ worker: WORKER, fonts: join(process.cwd(), 'dist', 'fonts') });

async function runOnce(text: string): Promise<Run> {
  const bytes = new TextEncoder().encode(text);
  const start = performance.now();
  const before = process.cpuUsage();
  let first = 0;
  const running = ingest(
    { bytes, name: 'article.txt', declaredType: null, charset: null },
    { onProgress: () => (first ||= performance.now()) },
  );
  unwrap(await running.done);
  const end = performance.now();
  const { user, system } = process.cpuUsage(before);
  return { whole: end - start, stage: end - first, processor: (user + system) / 1000 };
}

async function measure(text: string, runs: number): Promise<IntakeFigures> {
  const all: Run[] = [];
  for (let i = 0; i < runs; i += 1) all.push(await runOnce(text));
  const of = (key: keyof Run): number[] => all.map((run) => run[key]);
  return {
    words: text.split(/\s+/).filter(Boolean).length,
    whole: median(of('whole')),
    stage: median(of('stage')),
    worst: Math.max(...of('stage')),
    processor: median(of('processor')),
  };
}

/** The sample's text with its first nine paragraphs twice, between the head and the tail it came with: 1,300 words. */
async function sample(): Promise<string> {
  const source = parseSourceText(await readFile('content/south-caucasus.source.txt', 'utf8'));
  const file = 'content/south-caucasus.md';
  const { title, standfirst, authors, bio, disclaimer } = unwrap(parseArticle(await readFile(file, 'utf8'), { file, source }));
  const head = [title, `Nov 21 2023\nBy ${authors.join(' and ')}`, standfirst];
  const { paragraphs } = source;
  return [...head, ...paragraphs.slice(0, 9), ...paragraphs, bio, disclaimer].filter(Boolean).join('\n\n');
}

const NOUNS =
  'harbour crane council ferry mayor quay valley farmer railway bridge dam minister budget school hospital river market treaty union strike'.split(
    ' ',
  );
const VERBS = 'bought sold closed opened promised refused announced delayed built lost'.split(' ');
const PEOPLE = ['Omar Haddad', 'Ines Bo', 'Ana Ruiz', 'Lena Falk', 'Peter Marsh', 'Vera Lind'];

/** Plain sentences, dated ones, figures and quotations, no two paragraphs alike; the same every time. */
function longArticle(words: number): string {
  let seed = 7;
  const pick = <T>(list: readonly T[]): T => {
    seed = (seed * 1_103_515_245 + 12_345) & 0x7fffffff;
    return list[Math.floor((seed / 0x80000000) * list.length)] as T;
  };
  const forms = [
    () =>
      `“The ${pick(NOUNS)} was never meant to be ${pick(VERBS)} by the ${pick(NOUNS)} alone,” said ${pick(PEOPLE)}, head of the ${pick(NOUNS)}.`,
    () =>
      `In ${pick(['May', 'June', 'October'])} ${pick([1998, 2007, 2015, 2021])} the ${pick(NOUNS)} of Aren ${pick(VERBS)} ${pick([14, 320, 4200])} ${pick(NOUNS)}s for ${pick(PEOPLE)}.`,
    () =>
      `The ${pick(NOUNS)} ${pick(VERBS)} the ${pick(NOUNS)} and the ${pick(NOUNS)}, which may have ${pick(VERBS)} a ${pick(NOUNS)} near the old ${pick(NOUNS)}.`,
    () => `${pick(PEOPLE)} ${pick(VERBS)} it before the ${pick(NOUNS)} had ${pick(VERBS)} the other ${pick(NOUNS)}.`,
  ];
  const paragraphs: string[] = [];
  for (let count = 0; count < words;) {
    const paragraph = Array.from({ length: 3 + pick([0, 1, 2, 3]) }, () => pick(forms)()).join(' ');
    paragraphs.push(paragraph);
    count += paragraph.split(' ').length;
  }
  return ['A Long Report on Many Things', 'By Ana Ruiz', '3 May 2024', ...paragraphs].join('\n\n');
}

function intakeTable(figures: readonly IntakeFigures[]): string {
  const ms = (value: number): string => `${value.toFixed(0)} ms`;
  const rows = figures.map(
    (f) => `| ${[f.words.toLocaleString('en'), ms(f.stage), ms(f.worst), ms(f.whole), ms(f.processor)].join(' | ')} |`,
  );
  return ['| words | taken in, cold | slowest | with the thread’s start | processor time |', '|---:|---:|---:|---:|---:|', ...rows].join(
    '\n',
  );
}

/** The sample as it was received, and 100,000 words. */
export async function intakeReport(): Promise<string> {
  return intakeTable([await measure(await sample(), 9), await measure(longArticle(100_000), 3)]);
}
