/** Bundles the command line and the thread that works for both app hosts, with everything they need inside or beside them. */
import { readFile, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { basename, join } from 'node:path';
import { build, type Plugin } from 'rolldown';
import type { ShippedModules } from './notices/shipped.ts';

/**
 * Libraries that read a WebAssembly file ask `require.resolve` for it, which finds nothing where there are no node_modules. The file
 * is put beside the bundle, and asked for there.
 */
function wasmBeside(): Plugin {
  return {
    name: 'wasm-beside',
    transform: {
      filter: { id: /node_modules.*\.[cm]?js$/, code: /require\.resolve\(['"][^'"]+\.wasm['"]\)/ },
      async handler(code, id) {
        const files = new Map<string, string>();
        const moved = code.replace(/require\.resolve\(['"]([^'"]+\.wasm)['"]\)/g, (_, specifier: string) => {
          const file = createRequire(id).resolve(specifier);
          files.set(basename(file), file);
          return `require('node:url').fileURLToPath(new URL(${JSON.stringify(`./${basename(file)}`)}, import.meta.url))`;
        });
        for (const [fileName, file] of files)
          this.emitFile({ type: 'asset', fileName, originalFileName: file, source: await readFile(file) });
        return moved;
      },
    },
  };
}

/** pdf.js looks for a native drawing library when it is loaded and complains where there is none. Only text is read with it. */
function withoutCanvas(): Plugin {
  return {
    name: 'without-canvas',
    transform: {
      filter: { id: /pdfjs-dist.*pdf\.mjs$/, code: /require\("@napi-rs\/canvas"\)/ },
      handler: (code) => code.replace('require("@napi-rs/canvas")', 'null'),
    },
  };
}

/** Commander can run a command as a program of its own; none of ours is. */
function withoutPrograms(): Plugin {
  return {
    name: 'without-programs',
    transform: {
      filter: { id: /commander.*command\.js$/, code: "require('node:child_process')" },
      handler: (code) => code.replace("require('node:child_process')", '{}'),
    },
  };
}

/** Handlebars writes compiled templates without source maps where their library is not there, as in its own build for browsers. */
function withoutSourceMaps(): Plugin {
  return {
    name: 'without-source-maps',
    transform: {
      filter: { id: /handlebars.*code-gen\.js$/, code: "require('source-map')" },
      handler: (code) => code.replace("require('source-map')", '{}'),
    },
  };
}

/** vfile imports Node's `process` as a module, and with it all that it can export: Node sets up every stream for that. There is a global. */
function processItself(): Plugin {
  const id = '\0process-itself';
  return {
    name: 'process-itself',
    resolveId: { filter: { id: /^node:process$/ }, handler: (_, importer) => (importer?.includes('vfile') ? id : null) },
    load: { filter: { id: /process-itself$/ }, handler: (loaded) => (loaded === id ? 'export default globalThis.process;' : null) },
  };
}

/**
 * pptxgenjs loads Node's network for pictures from the web, of which it is given none; and its file system by `import()`, which a script
 * with compiled data cannot answer.
 */
function withoutImports(): Plugin {
  const NETWORK = "({ default: https } = yield import('node:https'));";
  return {
    name: 'without-imports',
    transform: {
      filter: { id: /pptxgen\.es\.js$/, code: NETWORK },
      handler: (code) => `import * as nodeFiles from 'node:fs';\n${code.replace(NETWORK, '').replaceAll("import('node:fs')", 'nodeFiles')}`,
    },
  };
}

/** pptxgenjs zips its parts only to have them opened at once: in its bundle a small class stands for JSZip. */
function storedZip(root: string): Plugin {
  return {
    name: 'stored-zip',
    resolveId: {
      filter: { id: /^jszip$/ },
      handler: (_, importer) => (importer?.includes('pptxgenjs') ? join(root, 'src/core/write/pptx/stored-zip.ts') : null),
    },
  };
}

/** What stays in the bundle of comments are legal ones, and by their form only those of `/*!`: notices in other comments are given it. */
function keptNotices(): Plugin {
  return {
    name: 'kept-notices',
    transform: {
      filter: { id: /node_modules.*\.[cm]?js$/, code: /copyright|licen[cs]e|@licstart/i },
      handler: (code) =>
        code.replace(/^(\s*)\/\*\*?(?![!/*])(?=(?:[^*]|\*(?!\/))*?(?:copyright|licen[cs]ed? under|@licstart))/gim, '$1/*!'),
    },
  };
}

/** Bundles modules of ours for Node, with everything they need inside or beside them. Notes in `shipped` what it bundles. */
export async function buildForNode(
  root: string,
  {
    input,
    out,
    shipped,
    format = 'esm',
  }: {
    readonly input: Readonly<Record<string, string>>;
    readonly out: string;
    readonly shipped?: ShippedModules | undefined;
    readonly format?: 'esm' | 'cjs';
  },
): Promise<void> {
  await rm(out, { recursive: true, force: true });
  const extension = format === 'esm' ? 'mjs' : 'cjs';
  await build({
    input: Object.fromEntries(Object.entries(input).map(([name, file]) => [name, join(root, file)])),
    platform: 'node',
    logLevel: 'warn',
    // CommonJS libraries ask for their folder by a name that modules do not have.
    transform: { define: format === 'esm' ? { __dirname: 'import.meta.dirname' } : {} },
    // The same library as modules, as the app's pages have it, instead of seventy wrapped ones.
    resolve: { alias: { yaml: join(root, 'node_modules/yaml/browser/index.js') } },
    plugins: [
      processItself(),
      wasmBeside(),
      withoutCanvas(),
      withoutSourceMaps(),
      withoutPrograms(),
      withoutImports(),
      storedZip(root),
      keptNotices(),
      shipped?.plugin(),
    ],
    // The stages are pure: a thread that needs one function of a stage's index need not load what the others need.
    treeshake: { moduleSideEffects: [{ test: /[\\/]src[\\/]core[\\/]/, sideEffects: false }] },
    output: {
      dir: out,
      format,
      entryFileNames: `[name].${extension}`,
      chunkFileNames: `[name]-[hash].${extension}`,
      // Names stay, so that a fault's stack can be read; a twelfth of a short build goes into reading the code.
      minify: { compress: false, mangle: { toplevel: true, keepNames: true }, codegen: { removeWhitespace: true } },
      comments: { legal: true, annotation: false, jsdoc: false },
    },
  });
}

/**
 * Writes `dist/cli` below the project's top folder, or another folder: `start.cjs`, which loads the others, `main.cjs`, `worker.cjs` and
 * what they share.
 */
export async function buildCli(root: string, out: string = join(root, 'dist', 'cli'), shipped?: ShippedModules): Promise<void> {
  const input = { start: 'src/hosts/cli/start.ts', main: 'src/hosts/cli/main.ts', worker: 'src/workspace/worker.ts' };
  await buildForNode(root, { input, out, shipped, format: 'cjs' });
}
