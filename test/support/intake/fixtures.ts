import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { makeDocx, type DocxSpec } from './docx.ts';
import { encode, type Encoding } from './encode.ts';
import { makePdf, type PdfSpec } from './pdf.ts';

/** What a person reads out of a fixture. A field that is absent is one the article does not have. */
export interface Expected {
  readonly encode?: Encoding;
  readonly title?: string;
  readonly standfirst?: string;
  readonly authors?: readonly string[];
  readonly date?: string;
  readonly publisher?: string;
  readonly url?: string;
  readonly language?: string;
  readonly bio?: string;
  readonly disclaimer?: string;
  /** How many are numbered. */
  readonly paragraphs: number;
  /** Some of them, whole. */
  readonly paragraph?: readonly string[];
  readonly exact?: number;
  readonly near?: number;
  readonly headings?: readonly string[];
  readonly quotations?: readonly ExpectedQuotation[];
  readonly events?: readonly ExpectedEvent[];
  readonly figures?: readonly ExpectedFigure[];
  readonly actors?: readonly string[];
}

export interface ExpectedQuotation {
  readonly text: string;
  /** Null: nobody must be named. */
  readonly speaker?: string | null;
  readonly role?: string | null;
  /** Right to name and right to leave. */
  readonly optionalSpeaker?: boolean;
  /** Right to find and right to leave. */
  readonly optional?: boolean;
}

export interface ExpectedEvent {
  readonly date: string;
  /** Words of its sentence. */
  readonly at: string;
  /** The text gives no date of the calendar: the sentence alone counts. */
  readonly vague?: boolean;
  /** `date` is the words that the date is shown by, and no day of the calendar. */
  readonly words?: boolean;
  readonly optional?: boolean;
}

export interface ExpectedFigure {
  readonly value: string;
  readonly unit?: string;
  readonly optional?: boolean;
}

export interface Fixture {
  readonly name: string;
  readonly file: string;
  readonly bytes: Uint8Array;
  readonly expected: Expected;
}

export const FIXTURE_SETS = ['tuned', 'held-out'] as const;
export type FixtureSet = (typeof FIXTURE_SETS)[number];

const ROOT = join('test', 'fixtures', 'intake');

/** All fixtures of a set, by name. `NAME.docx.yaml` and `NAME.pdf.yaml` describe files that are made here. */
export function loadFixtures(set: FixtureSet): Fixture[] {
  const folder = join(ROOT, set);
  const names = readdirSync(folder).sort();
  return names
    .filter((file) => file.endsWith('.expected.yaml'))
    .map((file) => {
      const name = file.replace('.expected.yaml', '');
      const source = names.find((other) => other.startsWith(`${name}.`) && other !== file);
      if (source === undefined) throw new Error(`no source for ${file}`);
      const expected = parse(readFileSync(join(folder, file), 'utf8')) as Expected;
      return {
        name,
        file: source.replace(/\.yaml$/, ''),
        bytes: bytesOf(readFileSync(join(folder, source), 'utf8'), source, expected.encode ?? 'utf-8'),
        expected,
      };
    });
}

function bytesOf(text: string, source: string, encoding: Encoding): Uint8Array {
  if (source.endsWith('.docx.yaml')) return makeDocx(parse(text) as DocxSpec);
  if (source.endsWith('.pdf.yaml')) return makePdf(parse(text) as PdfSpec);
  return encode(text, encoding, { html: source.endsWith('.html') });
}
