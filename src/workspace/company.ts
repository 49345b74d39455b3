import { basename } from 'node:path';
import { hasErrors, unwrap, type Outcome, type Problem } from '../core/base/errors.ts';
import { readImage } from '../core/deck/index.ts';
import { measuredBy } from '../core/layout/index.ts';
import type { FontLibrary } from '../core/layout/types.ts';
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

/** The pack's files for an organisation's .potx or .pptx, with what the doctor says of them. Nothing is written. */
export async function makeCompanyPack(
  request: { readonly bytes: Uint8Array; readonly file: string; readonly title: string; readonly folder: string },
  resources: Pick<Resources, 'templates'>,
  fonts: FontLibrary,
): Promise<Outcome<Diagnosis & { readonly files: ReadonlyMap<string, Uint8Array> }>> {
  const slides = unwrap(await loadPack(await findPack(SLIDES, [resources.templates], '.'), SLIDES));
  const { bytes, title } = request;
  const isPicture = (picture: Uint8Array): boolean => readImage(picture, { file: '', src: '' }).value !== null;
  const made = importCompanyTemplate({ title, file: basename(request.file), bytes, slides, isPicture });
  if (made.value === null) return { value: null, problems: made.problems };
  const { files } = made.value;
  const pack = readPack(files, request.folder);
  if (pack.value === null) return { value: null, problems: pack.problems };
  const found = diagnosePack(pack.value, fonts);
  const problems = [...made.problems, ...found.problems];
  // Nothing that could not be built with is written.
  return { value: hasErrors(problems) ? null : found.value && { ...found.value, problems, files }, problems };
}

/** The files of a pack that change with its mapping: `theme.yaml` and `template.yaml`. */
export function remapped(pack: Pack, changes: Readonly<Record<string, Partial<LayoutBinding>>>): Outcome<ReadonlyMap<string, Uint8Array>> {
  const made = remapCompanyPack(pack, changes);
  return { value: made.value?.files ?? null, problems: made.problems };
}
