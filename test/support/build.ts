import { readFile } from 'node:fs/promises';
import { unzipSync } from 'fflate';
import { lectern } from './cli.ts';

export interface Built {
  readonly pptx: Uint8Array;
  readonly html: string;
  readonly htmlFile: string;
  readonly slides: number;
  readonly warnings: readonly { readonly code: string }[];
}

/** Builds a briefing through the command line, as a user does, and reads what it wrote. */
export async function buildBoth(folder: string, out: string, ...args: string[]): Promise<Built> {
  const { status, out: printed, err } = await lectern(folder, 'build', ...args, '--out', out, '--json');
  if (status !== 0) throw new Error(`build answered ${status}: ${printed}${err}`);
  const report = JSON.parse(printed) as {
    files: { path: string; format: string; bytes: number }[];
    slides: number;
    warnings: { code: string }[];
  };
  const file = (format: string): string => report.files.find((f) => f.format === format)?.path ?? '';
  return {
    pptx: await readFile(file('pptx')),
    html: await readFile(file('html'), 'utf8'),
    htmlFile: file('html'),
    slides: report.slides,
    warnings: report.warnings,
  };
}

/** A package's text parts by name. */
export function parts(pptx: Uint8Array): Map<string, string> {
  const texts = new Map<string, string>();
  for (const [name, bytes] of Object.entries(unzipSync(pptx))) texts.set(name, new TextDecoder().decode(bytes));
  return texts;
}

/** Slide parts in the order of the presentation. */
export function slideParts(pptx: Uint8Array): string[] {
  const all = parts(pptx);
  const relations = new Map(
    [...(all.get('ppt/_rels/presentation.xml.rels') ?? '').matchAll(/<Relationship\b[^>]*>/g)].map(([tag]) => [
      attribute(tag, 'Id'),
      attribute(tag, 'Target'),
    ]),
  );
  return [...(all.get('ppt/presentation.xml') ?? '').matchAll(/<p:sldId\b[^>]*>/g)].map(
    ([tag]) => all.get(`ppt/${relations.get(attribute(tag, 'r:id')) ?? ''}`) ?? '',
  );
}

function attribute(tag: string, name: string): string {
  return new RegExp(`\\b${name}="([^"]*)"`).exec(tag)?.[1] ?? '';
}

/** The words of an XML part, entities resolved. */
export function words(xml: string): string {
  return [...xml.matchAll(/<a:t>([^<]*)<\/a:t>/g)].map((m) => unescape(m[1] ?? '')).join('');
}

function unescape(text: string): string {
  return text
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&apos;/g, "'")
    .replace(/&amp;/g, '&');
}

/** The words of the shape that is a slide's title placeholder; null without one. */
export function titleOf(slide: string): string | null {
  const shape = [...slide.matchAll(/<p:sp>.*?<\/p:sp>/gs)].map(([sp]) => sp).find((sp) => /<p:ph\b[^>]*type="(title|ctrTitle)"/.test(sp));
  return shape === undefined ? null : words(shape);
}
