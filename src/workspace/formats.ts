import type { FileFormat } from '../api/formats.ts';
import { LecternError, problem, type Problem, type Result } from '../core/base/errors.ts';
import { sceneJson } from '../core/layout/index.ts';
import type { Brief } from '../core/brief/types.ts';
import type { FontLibrary, Scene } from '../core/layout/types.ts';
import { digestState, withDigest, type DigestState } from '../core/write/digest.ts';
import { withPdfProperties } from '../core/write/pdf-properties.ts';
import type { Printer } from './print.ts';

/** What a writer may use. It takes the scene as it is: place, size and wording are decided. */
export interface WriteInput {
  readonly scene: Scene;
  readonly fonts: FontLibrary;
  /** The deck as HTML, made once however many formats need it. */
  readonly html: () => Promise<Result<Uint8Array>>;
  /** The deck's brief, made once; null: what is written has none. */
  readonly brief: (() => Promise<Brief>) | null;
  /** Null where this machine has nothing to print with. */
  readonly print: Printer | null;
}

export interface Format {
  /** What people call it. */
  readonly label: string;
  /** Of its files' names. */
  readonly ending: string;
  readonly write: (input: WriteInput) => Promise<Result<Uint8Array>>;
  /** Whether a file of this format is exactly what was written. */
  readonly digestState: (bytes: Uint8Array) => Promise<DigestState> | DigestState;
  /** What was done to such a file since, by name; none where that cannot be told. Throws `inspect/unreadable`. */
  readonly edits: ((bytes: Uint8Array, hint: string) => Promise<Problem[]>) | null;
}

/** PowerPoint's writer and reader are loaded when they are first needed: a command that writes none need not load its library. */
const pptx = () => import('../core/write/pptx/index.ts');

/** The same of Word's. */
const docx = () => import('../core/write/docx/index.ts');

async function briefIn({ brief }: WriteInput): Promise<Brief> {
  if (brief === null) throw new Error('what is written has no brief');
  return brief();
}

/** What closes a scene's JSON; its digest goes before it. */
const SCENE_CLOSE = '\n}\n';

/** Each format in one place. A further one is an entry here and its name in `DECK_FORMATS`, `BRIEF_FORMATS` or `FILE_FORMATS`. */
export const FORMATS: Readonly<Record<FileFormat, Format>> = {
  pptx: {
    label: 'PowerPoint',
    ending: 'pptx',
    write: async ({ scene }) => (await pptx()).writePptx(scene),
    digestState: async (bytes) => (await pptx()).pptxDigestState(bytes),
    edits: async (bytes, hint) => {
      const { editProblems, inspectPptx } = await pptx();
      return editProblems(inspectPptx(bytes).value, 'export/edited', hint);
    },
  },
  html: {
    label: 'HTML',
    ending: 'html',
    write: ({ html }) => html(),
    digestState: (bytes) => digestState(bytes, 'html'),
    edits: null,
  },
  pdf: {
    label: 'PDF',
    ending: 'pdf',
    write: async ({ scene, html, print }) => {
      if (print === null) throw noPrinter();
      const printed = await print((await html()).value, scene.theme.page);
      return { value: withDigest(withPdfProperties(printed, { mark: scene.meta.mark }), 'pdf'), problems: [] };
    },
    digestState: (bytes) => digestState(bytes, 'pdf'),
    edits: null,
  },
  'brief-docx': {
    label: 'the brief for Word',
    ending: 'brief.docx',
    write: async (input) => (await docx()).writeDocx(await briefIn(input)),
    digestState: async (bytes) => (await docx()).docxDigestState(bytes),
    edits: null,
  },
  'brief-html': {
    label: 'the brief as HTML',
    ending: 'brief.html',
    write: async (input) => (await import('../core/write/html/index.ts')).writeBriefHtml(await briefIn(input), input.fonts),
    digestState: (bytes) => digestState(bytes, 'html'),
    edits: null,
  },
  scene: {
    label: 'the scene as JSON',
    ending: 'scene.json',
    write: ({ scene }) =>
      Promise.resolve({ value: withDigest(Buffer.from(sceneJson(scene).slice(0, -SCENE_CLOSE.length)), 'scene'), problems: [] }),
    digestState: (bytes) => digestState(bytes, 'scene'),
    edits: null,
  },
};

/** For the writer of `html`, which others are made from. */
export async function writeHtmlDeck(scene: Scene, fonts: FontLibrary): Promise<Result<Uint8Array>> {
  return (await import('../core/write/html/index.ts')).writeHtml(scene, fonts);
}

export function noPrinter(): LecternError {
  return new LecternError(
    problem('export/no-printer', {
      message: 'there is no Chromium on this machine to print a PDF with',
      allowed: 'Chromium, Chrome or Edge where they are usually installed, or the program that LECTERN_CHROMIUM names',
      hint: 'Install one of them, or write HTML and print that from your browser.',
    }),
  );
}
