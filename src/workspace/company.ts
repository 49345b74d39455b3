import { basename } from 'node:path';
import { hasErrors, problem, unwrap, type Outcome, type Problem } from '../core/base/errors.ts';
import { readImage } from '../core/deck/index.ts';
import { measuredBy } from '../core/layout/index.ts';
import type { FontLibrary } from '../core/layout/types.ts';
import { mended, type Proof } from '../core/pipeline/proof/index.ts';
import { checkPack, readPack } from '../core/template/index.ts';
import {
  companyTemplateOf,
  diagnose,
  importCompanyTemplate,
  layoutsOf,
  remapCompanyPack,
  type DoctorReport,
} from '../core/template/company/index.ts';
import type { LayoutBinding } from '../core/template/company/types.ts';
import { loadTheme } from '../core/template/theme/index.ts';
import type { Pack } from '../core/template/types.ts';
import { findPack, loadPack } from './packs.ts';
import type { Resources } from './resources.ts';

/** The built-in template whose slides a pack made from an organisation's file takes over. */
const SLIDES = 'policy-brief';

/** An organisation's file may be as large as a template may; it lies in the pack whole. */
export const LARGEST_COMPANY_FILE = 32 * 1024 * 1024;

export interface Diagnosis {
  readonly report: DoctorReport;
  /** Findings, all of them warnings, and what is wrong with the pack as with any other. */
  readonly problems: readonly Problem[];
}

/** A file's name without its ending, as a title: `ACME_Corporate 2024.potx` → `ACME Corporate 2024`. */
export function titleOfFile(file: string): string {
  return (
    basename(file)
      .replace(/\.(?:pot|ppt)[xm]?$/i, '')
      .replace(/[_\s]+/g, ' ')
      .trim() || 'Organisation'
  );
}

/** What is to be said of a pack made from an organisation's file. No value where the pack is none or its file cannot be read. */
export function diagnosePack(pack: Pack, fonts: FontLibrary): Outcome<Diagnosis> {
  const read = companyTemplateOf(pack);
  if (read.value === null) return { value: null, problems: read.problems };
  const template = read.value;
  const layouts = layoutsOf(pack, template);
  const theme = loadTheme(pack, { format: '16:9', variant: 'light', direction: 'ltr' }).value;
  const file = pack.folder === '' ? 'template.yaml' : `${pack.folder}/template.yaml`;
  const { report, problems } = diagnose({ template, layouts, theme, file, measure: (family, kind) => measuredBy(fonts, family, kind) });
  const all = [...read.problems, ...problems, ...checkPack(pack)];
  return { value: { report, problems: all }, problems: all };
}

export interface ProvedPack extends Diagnosis {
  readonly files: ReadonlyMap<string, Uint8Array>;
  /** What came of trying it with specimens of every kind of slide. */
  readonly proof: Proof;
}

/**
 * The pack's files for an organisation's .potx or .pptx, tried with specimens of every kind of slide and mended by what they showed, with
 * what the doctor says of them. Nothing is written. No value, and `company/not-proved`, where a briefing could not be built in it.
 */
export async function makeCompanyPack(
  request: { readonly bytes: Uint8Array; readonly file: string; readonly title: string; readonly folder: string },
  resources: Pick<Resources, 'templates'>,
  fonts: FontLibrary,
): Promise<Outcome<ProvedPack>> {
  const slides = unwrap(await loadPack(await findPack(SLIDES, [resources.templates], '.'), SLIDES));
  const { bytes, title } = request;
  const isPicture = (picture: Uint8Array): boolean => readImage(picture, { file: '', src: '' }).value !== null;
  const made = importCompanyTemplate({ title, file: basename(request.file), bytes, slides, isPicture });
  if (made.value === null) return { value: null, problems: made.problems };
  const { template, layouts } = made.value;
  const read = readPack(made.value.files, request.folder);
  if (read.value === null) return { value: null, problems: read.problems };
  const { tried, proof } = mended({ template, layouts, pack: read.value }, fonts);
  const texts = [
    ['theme.yaml', tried.pack.theme],
    ['template.yaml', tried.pack.manifestText],
  ] as const;
  const files = new Map([...made.value.files, ...texts.map(([name, text]) => [name, new TextEncoder().encode(text)] as const)]);
  const found = diagnosePack(tried.pack, fonts);
  const problems = [...made.problems, ...proofProblems(proof, request.file), ...found.problems];
  // Nothing that could not be built with is written.
  return { value: hasErrors(problems) ? null : found.value && { ...found.value, problems, files, proof }, problems };
}

/** Why a briefing of specimens cannot be built in a template. Errors `company/not-proved`. */
function proofProblems({ errors }: Proof, file: string): Problem[] {
  return errors.map(({ code, message, place, received }) =>
    problem('company/not-proved', {
      message: `a briefing of specimens cannot be built in it: ${message}`,
      place: { file: basename(file), ...(place?.slide && { slide: place.slide }) },
      received: received === undefined ? code : `${code}: ${received}`,
      hint: 'Give its layouts for content a title and a box for text that is at least a quarter of the page, then add it anew.',
    }),
  );
}

/** The files of a pack that change with its mapping: `theme.yaml` and `template.yaml`. */
export function remapped(pack: Pack, changes: Readonly<Record<string, Partial<LayoutBinding>>>): Outcome<ReadonlyMap<string, Uint8Array>> {
  const made = remapCompanyPack(pack, changes);
  return { value: made.value?.files ?? null, problems: made.problems };
}
