import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, posix, relative, sep } from 'node:path';
import { describe, expect, it } from 'vitest';
import { moduleState } from './support/module-state.ts';

/** Which room may import which, by folder; the longest matching prefix counts. Downwards only. */
const ROOMS: readonly { readonly room: string; readonly may: readonly string[] }[] = [
  { room: 'src/core', may: ['src/core'] },
  { room: 'src/player', may: ['src/player'] },
  { room: 'src/workspace', may: ['src/workspace', 'src/api', 'src/core'] },
  { room: 'src/api', may: ['src/api', 'src/core'] },
  { room: 'src/ui', may: ['src/ui', 'src/api'] },
  { room: 'src/library', may: ['src/library', 'src/workspace', 'src/core'] },
  { room: 'src/hosts', may: ['src/hosts', 'src/workspace', 'src/api', 'src/core'] },
];

/** The stages in order: each may import the types of those before it. */
const STAGES = ['article', 'intake', 'briefing', 'claims', 'template', 'deck', 'layout', 'brief', 'write'] as const;

/** What core may take from outside itself. */
const CORE_NODE = new Set(['node:crypto', 'node:zlib']);

const root = process.cwd();

/** What stage a file of a kind of block belongs to: `block/table/layout/rows.ts` to layout, `block/markup.ts` to the deck. */
const PIECES: Readonly<Record<string, (typeof STAGES)[number]>> = {
  article: 'article',
  view: 'briefing',
  outline: 'briefing',
  markup: 'deck',
  'list-markup': 'deck',
  layout: 'layout',
  html: 'write',
  pptx: 'write',
};

function stageOf(path: string): number {
  const piece = /^src\/core\/block\/(?:(?:\w+\/)?([\w-]+)\.ts$|\w+\/([\w-]+)\/)/.exec(path);
  const stage = piece ? PIECES[piece[1] ?? piece[2] ?? ''] : undefined;
  return STAGES.findIndex((name) => name === stage || path.startsWith(`src/core/${name}/`));
}

function sources(folder: string): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .sort();
}

interface Import {
  readonly from: string;
  readonly target: string;
  readonly typeOnly: boolean;
}

/** Static, re-exporting and dynamic imports of one file. */
function importsOf(file: string): Import[] {
  const text = readFileSync(join(root, file), 'utf8');
  const found: Import[] = [];
  const pattern =
    /^\s*(?:import|export)\s+(type\s)?[^;'"]*?from\s+['"]([^'"]+)['"]|^\s*import\s+['"]([^'"]+)['"]|import\(\s*['"]([^'"]+)['"]\s*\)/gm;
  for (const match of text.matchAll(pattern)) {
    const target = match[2] ?? match[3] ?? match[4] ?? '';
    const path = target.startsWith('.') ? posix.normalize(posix.join(dirname(file), target)) : target;
    found.push({ from: file, target: path, typeOnly: match[1] !== undefined });
  }
  return found;
}

const all = sources('src').flatMap(importsOf);
const inner = all.filter((i) => i.target.startsWith('src/'));

describe('the house', () => {
  it('has imports to check', () => {
    expect(inner.length).toBeGreaterThan(50);
  });

  it.each(ROOMS)('$room imports only rooms below it', ({ room, may }) => {
    const wrong = inner.filter((i) => i.from.startsWith(`${room}/`) && !may.some((m) => i.target.startsWith(`${m}/`)));
    expect(wrong).toEqual([]);
  });

  it.each(ROOMS)('$room is given by its tsconfig what it may import, and no platform that it may not know', ({ room, may }) => {
    const config = JSON.parse(readFileSync(join(root, room, 'tsconfig.json'), 'utf8')) as {
      references: { path: string }[];
      compilerOptions: { lib: string[]; types: string[] };
    };
    const rooms = config.references.map(({ path }) => posix.join(room, path));
    // Types of core come to the UI through the contract, and the compiler follows them.
    const allowed = room === 'src/ui' ? [...may, 'src/core'] : room === 'src/library' ? [...may, 'src/api'] : may;
    expect(rooms.filter((path) => !allowed.includes(path))).toEqual([]);
    const { lib, types } = config.compilerOptions;
    expect(lib.includes('DOM')).toBe(['src/player', 'src/ui', 'src/api', 'src/hosts'].includes(room));
    expect(types.includes('node')).toBe(['src/workspace', 'src/library', 'src/hosts'].includes(room));
  });

  it('lets the api take nothing but types from core', () => {
    const wrong = inner.filter(
      (i) => i.from.startsWith('src/api/') && i.target.startsWith('src/core/') && !i.typeOnly && !/(types|errors)\.ts$/.test(i.target),
    );
    expect(wrong).toEqual([]);
  });

  it('keeps Electron, the DOM’s libraries and the disk out of core', () => {
    const outside = all.filter(
      (i) => i.from.startsWith('src/core/') && (i.target.startsWith('node:') || /^(electron|react)/.test(i.target)),
    );
    expect(outside.filter((i) => !CORE_NODE.has(i.target))).toEqual([]);
  });

  it('lets a stage import only earlier stages, and of those only types or their index', () => {
    const wrong = inner.filter(({ from, target }) => {
      const [here, there] = [stageOf(from), stageOf(target)];
      if (here === -1 || there === -1 || here === there) return false;
      return there > here || !/(types|index)\.ts$|words\.ts$/.test(target);
    });
    expect(wrong).toEqual([]);
  });

  it('has a stage for every file of a kind of block', () => {
    const blocks = sources('src/core/block');
    expect(blocks.length).toBeGreaterThan(50);
    expect(blocks.filter((file) => stageOf(file) === -1 && !/^src\/core\/block\/(?:\w+\/)?types\.ts$/.test(file))).toEqual([]);
  });

  it('lets one kind of block know another by what they share alone', () => {
    const kindOf = (path: string): string | null => /^src\/core\/block\/(\w+)\//.exec(path)?.[1] ?? null;
    const pairs = new Set(
      inner.flatMap((i) => {
        const [from, to] = [kindOf(i.from), kindOf(i.target)];
        return from !== null && to !== null && from !== to && !i.typeOnly ? [`${from} → ${to}`] : [];
      }),
    );
    // A chart is read from a table's rows and columns.
    expect([...pairs]).toEqual(['chart → table']);
  });
});

/** Groups of names that import each other in a circle, each sorted. [Tarjan 1972.] */
function circles(pairs: readonly (readonly [string, string])[]): string[][] {
  const next = new Map<string, string[]>();
  for (const [from, to] of pairs) next.set(from, [...(next.get(from) ?? []), to]);
  const index = new Map<string, number>();
  const low = new Map<string, number>();
  const open: string[] = [];
  const found: string[][] = [];
  const visit = (name: string): number => {
    const own = index.size;
    index.set(name, own);
    let least = own;
    open.push(name);
    for (const other of next.get(name) ?? []) {
      if (!index.has(other)) least = Math.min(least, visit(other));
      else if (open.includes(other)) least = Math.min(least, index.get(other) ?? own);
    }
    low.set(name, least);
    if (least === own) {
      const group = open.splice(open.indexOf(name));
      if (group.length > 1) found.push(group.sort());
    }
    return least;
  };
  for (const name of next.keys()) if (!index.has(name)) visit(name);
  return found;
}

describe('circles', () => {
  it('are looked for among files that there are', () => {
    expect(inner.filter(({ target }) => /\.tsx?$/.test(target) && !existsSync(target))).toEqual([]);
    expect(inner.filter(({ target }) => !/\.[a-z]+$/.test(target))).toEqual([]);
  });

  it('are found', () => {
    expect(
      circles([
        ['a', 'b'],
        ['b', 'c'],
        ['c', 'a'],
        ['c', 'd'],
        ['d', 'e'],
      ]),
    ).toEqual([['a', 'b', 'c']]);
  });

  it('are none among files, not even of types', () => {
    expect(circles(inner.map(({ from, target }) => [from, target]))).toEqual([]);
  });

  it('are none among the folders of one folder', () => {
    const folders = new Set(inner.flatMap(({ from }) => from.split('/').map((_, i, parts) => parts.slice(0, i).join('/'))).filter(Boolean));
    const wrong = [...folders].flatMap((folder) => {
      const below = (path: string): string | null =>
        path.startsWith(`${folder}/`) ? (/^([^/]+)\//.exec(path.slice(folder.length + 1))?.[1] ?? null) : null;
      const pairs = inner.flatMap(({ from, target }): [string, string][] => {
        const [here, there] = [below(from), below(target)];
        return here !== null && there !== null && here !== there ? [[here, there]] : [];
      });
      return circles(pairs).map((group) => `${folder}: ${group.join(', ')}`);
    });
    // A kind of block has a file for each stage, and each stage a registry of them; which of them may know which is tested above.
    expect(wrong).toEqual(['src/core: article, block, brief, briefing, deck, layout, template, write']);
  });
});

describe('what is exported', () => {
  it('is used somewhere', () => {
    const everywhere = ['src', 'scripts', 'test', 'bin'].flatMap(sources);
    const seen = new Map<string, number>();
    for (const file of everywhere)
      for (const [word] of readFileSync(join(root, file), 'utf8').matchAll(/[\w$]+/g)) seen.set(word, (seen.get(word) ?? 0) + 1);
    const exported = sources('src').flatMap((file) =>
      [...readFileSync(join(root, file), 'utf8').matchAll(/^export (?:async )?(?:const|function|class|interface|type|enum) (\w+)/gm)].map(
        ([, name = '']) => ({ file, name }),
      ),
    );
    expect(exported.length).toBeGreaterThan(500);
    expect(exported.filter(({ name }) => seen.get(name) === 1)).toEqual([]);
  });
});

describe('core', () => {
  it('writes groups of East Asian scripts in one place', () => {
    // One script for each of these two is what they are for.
    const own = new Set(['src/core/base/unicode.ts', 'src/core/language/guess.ts', 'src/core/write/pptx/languages.ts']);
    const groups = /Script=(?:Han|Hiragana|Katakana)\}.{0,8}Script=|u3040-|u4E00-/;
    const wrong = sources('src/core').filter((file) => !own.has(file) && groups.test(readFileSync(join(root, file), 'utf8')));
    expect(wrong).toEqual([]);
  });

  it('keeps no state between calls', () => {
    const files = sources('src/core');
    expect(files.length).toBeGreaterThan(200);
    expect(files.flatMap((file) => moduleState(file, readFileSync(join(root, file), 'utf8')))).toEqual([]);
  });

  it.each([
    ['let count = 0;', 'count can be given another value'],
    ['export let last: string | null = null;', 'last can be given another value'],
    [
      'const seen = new Map<string, number>();\nexport const add = (word: string) => seen.set(word, 1);',
      'seen is written to after loading',
    ],
    ['const seen: string[] = [];\nfunction note(word: string) { seen.push(word); }', 'seen is written to after loading'],
    [
      'const counts: Record<string, number> = {};\nfunction note(word: string) { counts[word] ??= 1; }',
      'counts is written to after loading',
    ],
    ['const state = { turns: 0 };\nconst turn = () => { state.turns++; };', 'state is written to after loading'],
    ['const known = { a: 1 };\nfunction forget() { delete known.a; }', 'known is written to after loading'],
    ['const made = new WeakMap<object, string>();', 'made can only be filled later'],
    ['export const WORDS = new Set(["a"]);', 'WORDS may be written to by others'],
    ['export const WORD = /a/gu;', 'WORD is a global pattern that others may use'],
    ['export const WORD = new RegExp("a", "y");', 'WORD is a global pattern that others may use'],
    ['export const WORD = new RegExp("a", FLAGS);', 'WORD is a global pattern that others may use'],
    ['export const RULES = { en: [{ past: /a/g }] };', 'RULES is a global pattern that others may use'],
    ['const WORD = /a/g;\nconst has = (text: string) => WORD.test(text);', 'WORD leaves its position behind'],
    [
      'const WORD = /a/g;\nconst first = (text: string) => { WORD.lastIndex = 0; return text; };\nconst has = (text: string) => WORD.exec(text);',
      'WORD leaves its position behind',
    ],
  ])('would be found keeping some: %s', (text, what) => {
    expect(moduleState('a.ts', text).map((found) => found.replace(/^a\.ts:\d+ /, ''))).toEqual([what]);
  });

  it.each([
    'const WORDS = new Set("a b".split(" "));\nexport const has = (word: string) => WORDS.has(word);',
    'const table = new Map<string, number>();\nfor (const word of ["a"]) table.set(word, 1);',
    'export const WORDS: ReadonlySet<string> = new Set(["a"]);',
    'function count() { const seen = new Map<string, number>(); seen.set("a", 1); let n = 0; n++; return n; }',
    'const seen = new Set(["a"]);\nfunction note(seen: Set<string>) { seen.add("b"); }',
    'const WORD = /a/g;\nconst words = (text: string) => [...text.matchAll(WORD)];',
    'const WORD = /a/g;\nfunction first(text: string) { WORD.lastIndex = 3; return WORD.exec(text); }',
    'const WORD = /a/;\nconst has = (text: string) => WORD.test(text);',
    'export const WORD = ready(/a/g);',
  ])('may have what no call changes: %s', (text) => {
    expect(moduleState('a.ts', text)).toEqual([]);
  });
});
