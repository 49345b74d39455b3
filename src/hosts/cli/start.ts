import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { deserialize, serialize, setFlagsFromString } from 'node:v8';
import { Script } from 'node:vm';

/*
 * A third of a short build is V8 compiling what it compiled the last time. So the modules of `dist/cli` are loaded here with what V8
 * made of them when Lectern was built. It takes that only in the version and with the flags that it was made with, and
 * compiles as ever where it does not.
 */

/** What V8 compiled of modules, by the names of their files. */
type Compiled = ReadonlyMap<string, Uint8Array>;

interface Module {
  exports: unknown;
}

type Body = (exports: unknown, require: (id: string) => unknown, module: Module, file: string, folder: string) => void;

/** Of a folder of bundled modules that name each other as `./NAME.cjs`; all else is Node's. */
export interface BundledModules {
  /** Runs a module, once, and answers its exports. */
  readonly load: (name: string) => unknown;
  /** What V8 has compiled by now of all that were loaded, as bytes that `bundledModules` reads. */
  readonly compiled: () => Uint8Array;
  /** Names of the modules that were loaded with what V8 had compiled before. */
  readonly precompiled: () => readonly string[];
}

/**
 * V8 compiles what is hot in four threads beside the main one. Where there are no five cores these take the main thread's time: of a deck
 * of 108 slides, built on two cores, a sixth. Here V8 11 compiles later, V8 12 in one thread; V8 13 gains as often as it loses by it.
 */
const COMPILE_LESS: Readonly<Record<string, string>> = { 11: '--interrupt-budget=270336', 12: '--concurrent-turbofan-max-threads=1' };

/** The flag for V8 on a machine with so many cores; empty: none. */
export function flagFor(cores: number): string {
  return cores < 5 ? (COMPILE_LESS[process.versions.v8.split('.')[0] ?? ''] ?? '') : '';
}

/** The file with what this Node compiled with that flag. */
export function compiledFile(folder: string, flag: string): string {
  return join(folder, `compiled-${process.version}-${process.platform}-${process.arch}${flag}.bin`);
}

function readCompiled(folder: string, flag: string): Compiled {
  try {
    const read: unknown = deserialize(readFileSync(compiledFile(folder, flag)));
    return read instanceof Map ? (read as Compiled) : new Map();
  } catch {
    // another Node, or damaged: it is only for speed
    return new Map();
  }
}

/** Sets V8's flag for this machine, or the one that is given. */
export function bundledModules(folder: string, flag: string = flagFor(availableParallelism())): BundledModules {
  if (flag !== '') setFlagsFromString(flag);
  const compiled = readCompiled(folder, flag);
  const modules = new Map<string, Module>();
  const scripts = new Map<string, Script>();

  const others = createRequire(join(folder, 'start.cjs'));
  const require = (id: string): unknown => (id.startsWith('./') ? load(id.slice(2)) : (others(id) as unknown));
  const load = (name: string): unknown => {
    const known = modules.get(name);
    if (known) return known.exports;
    const module: Module = { exports: {} };
    modules.set(name, module);
    const filename = join(folder, name);
    const source = `(function (exports, require, module, __filename, __dirname) {${readFileSync(filename, 'utf8')}\n})`;
    const cachedData = compiled.get(name);
    const script = new Script(source, { filename, ...(cachedData && { cachedData: Buffer.from(cachedData) }) });
    scripts.set(name, script);
    (script.runInThisContext() as Body)(module.exports, require, module, filename, folder);
    return module.exports;
  };

  return {
    load,
    compiled: () => serialize(new Map([...scripts].map(([name, script]) => [name, script.createCachedData()]))),
    precompiled: () => [...scripts].filter(([, script]) => script.cachedDataRejected === false).map(([name]) => name),
  };
}
