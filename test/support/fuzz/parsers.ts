import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { stringify } from 'yaml';
import { parseArticle, writeArticle } from '../../../src/core/article/index.ts';
import { parseBriefing, writeBriefing } from '../../../src/core/briefing/index.ts';
import { COMMANDS } from '../../../src/api/contract.ts';
import { dispatch } from '../../../src/api/dispatch.ts';
import { CODES, LecternError, unwrap, type Problem } from '../../../src/core/base/errors.ts';
import { readImage } from '../../../src/core/deck/index.ts';
import { draftToArticle, ingest, pictureBytes } from '../../../src/core/intake/index.ts';
import { writePptx, inspectPptx } from '../../../src/core/write/pptx/index.ts';
import { checkPack, readPack, renderTemplate } from '../../../src/core/template/index.ts';
import { loadTheme } from '../../../src/core/template/theme/index.ts';
import { importCompanyTemplate } from '../../../src/core/template/company/index.ts';
import { readFontFile } from '../../../src/workspace/font-file.ts';
import { openPictures } from '../../../src/workspace/pictures/index.ts';
import { unpack } from '../../../src/workspace/service/zip.ts';
import { articleMade } from '../article-scene.ts';
import { contentText } from '../content.ts';
import { powerPointTemplate } from '../corporate/powerpoint.ts';
import { loadFixtures } from '../intake/fixtures.ts';
import { decks, documents, messages, pages } from './intake-seeds.ts';
import { builtInPack, packFiles } from '../pack.ts';
import { mutateBytes, mutateText, mutateZip, type Dice } from './mutate.ts';

/** Something that strangers' bytes are read by. */
export interface Parser {
  /** Sound inputs, which are changed. */
  readonly seeds: () => Promise<readonly Uint8Array[]> | readonly Uint8Array[];
  readonly mutate: (seed: Uint8Array, random: Dice, seeds: readonly Uint8Array[]) => Uint8Array;
  /** Reads; throws where something happens that no input may bring about. A `LecternError` and problems are as it should be. */
  readonly feed: (input: Uint8Array) => Promise<void> | void;
}

const ROOT = join(import.meta.dirname, '..', '..', '..');
const encode = (text: string): Uint8Array => new TextEncoder().encode(text);
const decode = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);

const asText: Parser['mutate'] = (seed, random, seeds) => encode(mutateText(decode(seed), random, seeds.map(decode)));

function texts(folder: string, ending: RegExp): Uint8Array[] {
  const names = readdirSync(join(ROOT, folder)).filter((name) => ending.test(name));
  return names.map((name) => readFileSync(join(ROOT, folder, name)));
}

/** Problems have a known code, words, and where they are errors of the input something to do. */
function sound(problems: readonly Problem[]): void {
  for (const { code, message } of problems) {
    if (!Object.hasOwn(CODES, code) || code === 'app/fault' || message.trim() === '')
      throw new Error(`a problem that says nothing: ${code} ${message}`);
  }
}

/** What `read` refuses is as good as what it returns. */
async function refusing(read: () => Promise<readonly Problem[]> | readonly Problem[]): Promise<void> {
  try {
    sound(await read());
  } catch (error) {
    if (!(error instanceof LecternError)) throw error;
    sound(error.problems);
  }
}

/** The first path at which two values differ, without its numbers, but for lines of a file; null where they do not. */
function difference(a: unknown, b: unknown, path = ''): string | null {
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return a === b ? null : path;
  const keys = [...new Set([...Object.keys(a), ...Object.keys(b)])];
  if (Array.isArray(a) && Array.isArray(b) && a.length !== b.length) return `${path}[]`;
  for (const key of keys.filter((name) => name !== 'line')) {
    const at = Array.isArray(a) ? path : `${path}.${key}`;
    const found = difference((a as Record<string, unknown>)[key], (b as Record<string, unknown>)[key], at);
    if (found !== null) return found;
  }
  return null;
}

function same(what: string, a: unknown, b: unknown): void {
  const path = difference(a, b);
  if (path !== null) throw new Error(`${what}${path} is another when it was written and read again`);
}

const article: Parser = {
  seeds: () => [...texts('content', /(?<!briefing)\.md$/), ...texts('test/fixtures/claims', /\.md$/)],
  mutate: asText,
  feed: (input) => {
    const { value, problems } = parseArticle(decode(input), { file: 'a.md' });
    sound(problems);
    if (value === null || problems.some(({ severity }) => severity === 'error')) return;
    const again = parseArticle(writeArticle(value), { file: 'a.md' });
    same('the article', value, again.value);
  },
};

const briefing: Parser = {
  seeds: () => texts('content', /\.briefing\.yaml$/),
  mutate: asText,
  feed: (input) => {
    const { value, problems } = parseBriefing(decode(input), { file: 'b.yaml' });
    sound(problems);
    if (value === null || problems.some(({ severity }) => severity === 'error')) return;
    same('the briefing', value, parseBriefing(writeBriefing(value), { file: 'b.yaml' }).value);
  },
};

/** A small pack with one file of another's making, checked, and filled with the sample. */
async function usePack(change: Readonly<Record<string, Uint8Array>>): Promise<readonly Problem[]> {
  const own = builtInPack();
  const files = packFiles({
    'deck.hbs': own.deck,
    ...Object.fromEntries([...own.partials].map(([name, text]) => [`partials/${name}.hbs`, text])),
    ...change,
  });
  const read = readPack(files, 'tiny');
  if (read.value === null) return read.problems;
  const checked = [...read.problems, ...checkPack(read.value)];
  const theme = loadTheme(read.value, { format: '16:9', variant: 'light', direction: 'ltr' });
  const { view } = await sampleView();
  return [...checked, ...theme.problems, ...renderTemplate(read.value, view).problems];
}

let view: ReturnType<typeof articleMade> | null = null;
const sampleView = (): ReturnType<typeof articleMade> => (view ??= articleMade({ articles: [contentText('south-caucasus.md')] }));

const template: Parser = {
  seeds: () => [builtInPack().deck, ...builtInPack().partials.values(), ...builtInPack('situation-report').partials.values()].map(encode),
  mutate: asText,
  feed: (input) => refusing(() => usePack({ 'deck.hbs': input })),
};

const theme: Parser = {
  seeds: () =>
    ['policy-brief', 'situation-report', 'talking-points'].map((name) => readFileSync(join(ROOT, 'templates', name, 'theme.yaml'))),
  mutate: asText,
  feed: (input) => refusing(() => usePack({ 'theme.yaml': input })),
};

const pack: Parser = {
  seeds: async () => {
    const { zipSync } = await import('fflate');
    return [zipSync(Object.fromEntries([...packFiles()].map(([name, bytes]) => [`tiny/${name}`, bytes])))];
  },
  mutate: mutateZip,
  feed: (input) =>
    refusing(() => {
      const { files, name } = unpack('tiny.zip', input);
      const { value, problems } = readPack(files, name);
      return value === null ? problems : [...problems, ...checkPack(value)];
    }),
};

const company: Parser = {
  seeds: () => [powerPointTemplate(), powerPointTemplate({ dark: true, vectors: true, twoMasters: true })],
  mutate: mutateZip,
  feed: (input) =>
    refusing(() => {
      const made = importCompanyTemplate({ title: 'House', file: 'house.potx', bytes: input, slides: builtInPack() });
      if (made.value === null) return made.problems;
      const read = readPack(made.value.files, 'house');
      if (read.value === null) return [...made.problems, ...read.problems];
      const { problems } = loadTheme(read.value, { format: '16:9', variant: 'light', direction: 'ltr' });
      return [...made.problems, ...read.problems, ...checkPack(read.value), ...problems];
    }),
};

/** A raw file of one kind, read, and saved as far as it is sure: the saved article can be read again. */
function raw(name: string, kind: RegExp | Parser['seeds'], mutate: Parser['mutate']): Parser {
  return {
    seeds: () =>
      typeof kind === 'function'
        ? kind()
        : loadFixtures('tuned')
            .filter((fixture) => kind.test(fixture.file))
            .map(({ bytes }) => bytes),
    mutate,
    feed: (input) =>
      refusing(async () => {
        const { value, problems } = await ingest(input, { name });
        if (value === null) return problems;
        const saved = draftToArticle(value, {});
        for (const { picture } of saved.pictures) await pictureBytes(input, value.file.format, picture);
        const again = parseArticle(writeArticle(saved.article), { file: 'a.md', source: saved.source });
        const errors = again.problems.filter(({ severity }) => severity === 'error');
        if (again.value === null || errors.length > 0) throw new Error(`what was saved cannot be read: ${errors[0]?.message ?? ''}`);
        return problems;
      }),
  };
}

const recipe: Parser = {
  seeds: async () => [unwrap(await writePptx((await sampleView()).scene))],
  mutate: mutateZip,
  feed: (input) =>
    refusing(() => {
      inspectPptx(input);
      return [];
    }),
};

/** Payloads of every command of the contract: a stranger's page that got hold of the host. */
const contract: Parser = {
  seeds: () =>
    Object.keys(COMMANDS).map((command) =>
      encode(stringify({ command, payload: { file: 'content/a.md', id: 'a', text: 'b', items: [], index: 0 } })),
    ),
  mutate: asText,
  feed: async (input) => {
    const [first = '', ...rest] = decode(input).split('\n');
    const payload: unknown = (() => {
      try {
        return JSON.parse(rest.join('\n')) as unknown;
      } catch {
        return rest;
      }
    })();
    const answer = await dispatch({}, first, payload);
    if (answer.ok) throw new Error('a command without a handler was done');
    sound(answer.problems);
  },
};

const font: Parser = {
  seeds: () => texts('dist/fonts', /^carlito-latin-400-normal\.woff2$/),
  mutate: (seed, random) => mutateBytes(seed, random),
  // fontkit throws as it likes, and whoever asks for a font's faces takes that for a refusal: what matters is that it ends.
  feed: (input) => {
    try {
      readFontFile(input);
    } catch (error) {
      if (error instanceof RangeError && /call stack/.test(error.message)) throw error;
    }
  },
};

const image: Parser = {
  seeds: () => [
    readFileSync(join(ROOT, 'content', 'river-port-map.png')),
    encode(
      '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10"><defs><path id="a" d="M0 0L5 5"/></defs><use href="#a"/><text x="1" y="2">Words</text></svg>',
    ),
  ],
  mutate: (seed, random, seeds) => (seed[0] === 0x3c ? asText(seed, random, seeds.slice(1)) : mutateBytes(seed, random)),
  feed: (input) =>
    refusing(async () => {
      const { value, problems } = readImage(input, { file: 'a.md', src: 'a.png' });
      if (value === null) return problems;
      const made = await openPictures().make({ image: value, width: 64, height: 64, quality: 'screen' }, { file: 'a.md', src: 'a.png' });
      return [...problems, ...made.problems];
    }),
};

export const PARSERS = {
  article,
  briefing,
  template,
  theme,
  pack,
  company,
  docx: raw('a.docx', /\.docx/, mutateZip),
  pptx: raw('a.pptx', decks, mutateZip),
  odt: raw('a.odt', documents, mutateZip),
  eml: raw('a.eml', messages, mutateBytes),
  mhtml: raw('a.mhtml', pages, mutateBytes),
  html: raw('a.html', /\.html$/, asText),
  pdf: raw('a.pdf', /\.pdf/, mutateBytes),
  txt: raw('a.txt', /\.(?:txt|md)$/, asText),
  recipe,
  contract,
  font,
  image,
} as const satisfies Readonly<Record<string, Parser>>;

export type ParserName = keyof typeof PARSERS;
