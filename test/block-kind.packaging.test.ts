import { cp, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import ts from 'typescript';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type * as Library from '../src/library/index.ts';
import { opened, slideText } from './support/package.ts';

const root = process.cwd();
const BLOCK = 'src/core/block';
const PACK = 'templates/policy-brief/partials';

/** What CONTRIBUTING says of a new kind of block, done to a copy: files of its own, and lines that name it where the others are named. */
const FILES = ['types', 'article', 'view', 'markup', 'layout'];

interface Line {
  readonly file: string;
  /** The line goes behind the first that has these words. */
  readonly behind: string;
  readonly line: string;
}

const TYPES: readonly Line[] = [
  {
    file: 'types.ts',
    behind: 'import type { ArticleChart,',
    line: "import type { QuestionsBlock, QuestionsElement, QuestionsFields, QuestionsLists, QuestionsSlideBlock } from './questions/types.ts';",
  },
  { file: 'types.ts', behind: 'readonly notes: NotesBlock;', line: 'readonly questions: QuestionsBlock;' },
];
const VIEW_KIND: Line = {
  file: 'types.ts',
  behind: 'readonly image: { readonly fields:',
  line: 'readonly questions: { readonly fields: QuestionsFields; readonly lists: QuestionsLists };',
};
const SLIDE_KIND: Line = {
  file: 'types.ts',
  behind: 'readonly callout: { readonly block:',
  line: 'readonly questions: { readonly block: QuestionsSlideBlock; readonly element: QuestionsElement };',
};
const IMPORTS: readonly Line[] = [
  { file: 'article.ts', behind: 'import type { ArticlePiece }', line: "import { questionsPiece } from './questions/article.ts';" },
  { file: 'view.ts', behind: 'import type { SchemaNode }', line: "import { questionsView } from './questions/view.ts';" },
  { file: 'markup.ts', behind: 'import type { MarkupPiece }', line: "import { questionsMarkup } from './questions/markup.ts';" },
  {
    file: 'layout.ts',
    behind: 'import { textItem }',
    line: "import { questionsItem, questionsLayout, type QuestionsItem } from './questions/layout.ts';",
  },
  { file: 'layout.ts', behind: 'readonly image: ImageItem;', line: 'readonly questions: QuestionsItem;' },
];
const PIECES: readonly Line[] = [
  { file: 'article.ts', behind: 'notes: notesPiece,', line: 'questions: questionsPiece,' },
  { file: 'view.ts', behind: 'image: imageView,', line: 'questions: questionsView,' },
  { file: 'markup.ts', behind: 'callout: calloutMarkup,', line: 'questions: questionsMarkup,' },
  { file: 'layout.ts', behind: 'callout: calloutLayout,', line: 'questions: questionsLayout,' },
  { file: 'layout.ts', behind: 'image: imageItem,', line: 'questions: questionsItem,' },
];
const LINES = [...TYPES, VIEW_KIND, SLIDE_KIND, ...IMPORTS, ...PIECES];

/** Members that its pieces must have: each left out is an error too. */
const MEMBERS: readonly (readonly [string, string])[] = [
  ['article', 'gist'],
  ['article', 'lines'],
  ['article', 'refs'],
  ['article', 'toNode'],
  ['view', 'said'],
  ['view', 'schema'],
  ['view', 'lists'],
  ['view', 'outline'],
  ['view', 'make'],
  ['view', 'partAt'],
  ['markup', 'specimen'],
  ['markup', 'rules'],
  ['layout', 'need'],
  ['layout', 'split'],
  ['layout', 'partDivided'],
  ['layout', 'place'],
];

const ARTICLE = `---
title: A winter ferry
language: en
published: 2025-02-03
---

## What is asked {#asked}

The board has three things to settle.

:::questions
| Question | Answered by |
|---|---|
| Who pays for the second boat? | The ferry office |
| When does the pier at Arn close? | The harbour master |
:::
`;

const BRIEFING = 'title: Ferry\ntemplate: policy-brief\nitems:\n  - topic: winter/asked\n    depth: full\n';

/** A module without the outermost members of this name. */
function withoutMember(text: string, name: string): string {
  const source = ts.createSourceFile('piece.ts', text, ts.ScriptTarget.ESNext, true);
  const found: ts.Node[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isPropertyAssignment(node) && node.name.getText() === name) found.push(node);
    else ts.forEachChild(node, visit);
  };
  visit(source);
  return found.reduceRight((rest, node) => rest.slice(0, node.pos) + rest.slice(node.end + 1), text);
}

describe('a new kind of block', () => {
  let folder = '';
  const blockFile = (name: string): string => join(folder, BLOCK, name);

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'lectern-kind-'));
    for (const part of ['src', 'templates', 'tsconfig.base.json', 'package.json'])
      await cp(join(root, part), join(folder, part), { recursive: true });
    for (const part of ['node_modules', 'dist']) await symlink(join(root, part), join(folder, part), 'dir');
    await mkdir(blockFile('questions'));
    for (const name of FILES) await cp(join(root, 'test', 'fixtures', 'example-kind', `${name}.ts.txt`), blockFile(`questions/${name}.ts`));
    for (const { file, behind, line } of LINES) {
      const lines = (await readFile(blockFile(file), 'utf8')).split('\n');
      const at = lines.findIndex((text) => text.includes(behind));
      expect(at, behind).toBeGreaterThan(-1);
      lines.splice(at + 1, 0, line);
      await writeFile(blockFile(file), lines.join('\n'));
    }
    const partial = '<dl class="questions">{{#each questions}}<dt>{{rich this}}</dt><dd>{{by}}</dd>{{/each}}</dl>\n';
    await writeFile(join(folder, PACK, 'block', 'questions.hbs'), partial);
    const evidence = await readFile(join(folder, PACK, 'evidence.hbs'), 'utf8');
    const called = evidence.replace('{{#if figures}}', '{{#if questions}}{{> block/questions}}{{/if}}\n    {{#if figures}}');
    await writeFile(join(folder, PACK, 'evidence.hbs'), called);
  });
  afterAll(async () => {
    await rm(folder, { recursive: true, force: true });
  });

  it('touches at most twelve files', () => {
    const touched = new Set([
      ...FILES.map((name) => `questions/${name}.ts`),
      ...LINES.map(({ file }) => file),
      'questions.hbs',
      'evidence.hbs',
    ]);
    expect(touched.size).toBeLessThanOrEqual(12);
  });

  describe('is asked for by the compiler', () => {
    let previous: ts.Program | undefined;
    /** The errors in the files of the kinds of block, with some files as given. */
    const errors = (changed: ReadonlyMap<string, string> = new Map()): string[] => {
      const config = join(folder, 'src/core/tsconfig.json');
      const { options, fileNames } = ts.parseJsonConfigFileContent(
        ts.readConfigFile(config, (path) => ts.sys.readFile(path)).config,
        ts.sys,
        join(folder, 'src/core'),
      );
      const host = ts.createCompilerHost(options);
      const read = host.getSourceFile.bind(host);
      const kept = new Map(previous?.getSourceFiles().map((file) => [file.fileName, file]));
      host.getSourceFile = (path, version) => {
        const text = changed.get(path);
        if (text !== undefined) return ts.createSourceFile(path, text, version);
        return kept.get(path) ?? read(path, version);
      };
      const program = ts.createProgram(fileNames, { ...options, noEmit: true, composite: false, emitDeclarationOnly: false }, host);
      if (changed.size === 0) previous = program;
      const files = program.getSourceFiles().filter(({ fileName }) => fileName.includes(BLOCK));
      return files
        .flatMap((file) => [...program.getSyntacticDiagnostics(file), ...program.getSemanticDiagnostics(file)])
        .filter(({ code }) => code !== UNUSED)
        .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, ' '));
    };
    /** A name that is imported in vain says nothing of a forgotten piece. */
    const UNUSED = 6133;

    it('which is content with all pieces', () => {
      expect(errors()).toEqual([]);
    });

    it.each(PIECES)('where $line is left out of $file', async ({ file, line }) => {
      const text = await readFile(blockFile(file), 'utf8');
      expect(errors(new Map([[blockFile(file), text.replace(`${line}\n`, '')]]))).not.toEqual([]);
    });

    it.each([VIEW_KIND, SLIDE_KIND])('where $file lacks $line', async ({ file, line }) => {
      const text = await readFile(blockFile(file), 'utf8');
      expect(errors(new Map([[blockFile(file), text.replace(`${line}\n`, '')]]))).not.toEqual([]);
    });

    it.each(MEMBERS)('where its %s piece lacks “%s”', async (name, member) => {
      const path = blockFile(`questions/${name}.ts`);
      const text = await readFile(path, 'utf8');
      const without = withoutMember(text, member);
      expect(without.length).toBeLessThan(text.length);
      expect(errors(new Map([[path, without]]))).not.toEqual([]);
    });
  });

  it('is drawn in both formats', async () => {
    const { buildDeck } = (await import(/* @vite-ignore */ pathToFileURL(join(folder, 'src/library/index.ts')).href)) as typeof Library;
    const { scene, files } = await buildDeck({
      articles: [{ file: 'winter.md', text: ARTICLE }],
      briefing: BRIEFING,
      pack: 'policy-brief',
    });
    const groups = scene.slides
      .filter(({ topic }) => topic === 'winter/asked')
      .flatMap(({ boxes }) => boxes.filter((box) => box.kind === 'group'));
    expect(groups.map(({ role, alt }) => [role, alt])).toEqual([
      ['questions', 'Who pays for the second boat? The ferry office; When does the pier at Arn close? The harbour master'],
    ]);
    const html = new TextDecoder().decode(files.html);
    const slide = slideText(opened(files.pptx ?? new Uint8Array()), 2);
    for (const words of ['Who pays for the second boat?', 'The harbour master']) {
      expect(html).toContain(words);
      expect(slide).toContain(words);
    }
  });
});
