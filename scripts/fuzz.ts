/**
 * Feeds a reader with changed inputs: `npm run fuzz -- PARSER [--minutes N] [--seed S]`; `all` takes turns. What it must not do, it does
 * in a process of its own with 1 GB: throw something that is no problem, hang (20 s of processor time without an answer, which say the
 * same on a machine that has other work; where the system does not tell them, of the clock), run out of memory, save what cannot be
 * read again. Each kind of finding is kept once, in `out/fuzz/PARSER`; one that is mended goes to `test/fixtures/fuzz/PARSER`,
 * which every test run feeds again.
 */
import { fork } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PARSERS, type ParserName } from '../test/support/fuzz/parsers.ts';
import { fuzz } from '../test/support/fuzz/run.ts';

/** Milliseconds. */
const HANG = 20_000;
const LOOK = 1000;

const [wanted = '', ...rest] = process.argv.slice(2).filter((arg) => arg !== '--');
const option = (name: string, usual: number): number => {
  const at = rest.indexOf(`--${name}`);
  return at < 0 ? usual : Number(rest[at + 1]);
};
const minutes = option('minutes', 1);
const first = option('seed', Date.now() % 1_000_000_000);
const names = wanted === 'all' ? (Object.keys(PARSERS) as ParserName[]) : Object.hasOwn(PARSERS, wanted) ? [wanted as ParserName] : [];

/** Where a fault happened: findings of one place are one finding. */
function placeOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const line = /\n\s+at .*?((?:src|node_modules)\/[^\s:)]+:\d+)/.exec(error.stack ?? '')?.[1] ?? '';
  return `${error.message.slice(0, 80)} ${line}`;
}

/** The child: feeds until its time is over, and tells before each input what it is about to read. */
async function work(name: ParserName): Promise<void> {
  const folder = join('out', 'fuzz', name);
  const end = Date.now() + minutes * 60_000;
  const seen = new Set<string>();
  let count = 0;
  const before = (input: Uint8Array): void => {
    count += 1;
    writeFileSync(join(folder, 'current'), input);
    process.send?.({ count });
  };
  for await (const { input, seed, error } of fuzz(name, first, () => Date.now() > end, before)) {
    const place = placeOf(error);
    if (seen.has(place)) continue;
    seen.add(place);
    writeFileSync(join(folder, `found-${seed}`), input);
    process.send?.({ found: `${place}\n  ${join(folder, `found-${seed}`)}` });
  }
  process.disconnect();
}

/** Milliseconds that a process has worked, by the 14th and 15th field of proc(5)'s `stat`, in hundredths of a second; null: it is not told. */
function workedBy(pid: number | undefined): number | null {
  const file = `/proc/${pid ?? ''}/stat`;
  if (pid === undefined || !existsSync(file)) return null;
  const fields = readFileSync(file, 'utf8')
    .replace(/^.*\) /s, '')
    .split(' ');
  return (Number(fields[11]) + Number(fields[12])) * 10;
}

/** Has a child work, and ends it where it gives no sign. True: nothing was found. */
function watch(name: ParserName): Promise<boolean> {
  const folder = join('out', 'fuzz', name);
  mkdirSync(folder, { recursive: true });
  const args = ['scripts/fuzz.ts', name, '--child', '--minutes', String(minutes), '--seed', String(first)];
  const child = fork('scripts/run.mjs', args, { execArgv: ['--max-old-space-size=1024'], stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
  return new Promise((resolve) => {
    let [count, found] = [0, 0];
    const keep = (what: string): void => {
      found += 1;
      const [file, current] = [join(folder, `${what}-${first + count - 1}`), join(folder, 'current')];
      // None where it had not begun.
      if (existsSync(current)) writeFileSync(file, readFileSync(current));
      console.log(`${name}: ${what}\n  ${file}`);
    };
    const time = (): number => workedBy(child.pid) ?? Date.now();
    let since = time();
    const looking = setInterval(() => {
      if (time() - since < (count === 0 ? HANG * 3 : HANG)) return;
      clearInterval(looking);
      keep('hang');
      child.kill('SIGKILL');
    }, LOOK);
    child.on('message', (message: { readonly count?: number; readonly found?: string }) => {
      if (message.found !== undefined) {
        found += 1;
        console.log(`${name}: ${message.found}`);
      }
      if (message.count === undefined) return;
      count = message.count;
      since = time();
    });
    child.on('exit', (code, signal) => {
      clearInterval(looking);
      if (code !== 0 && signal !== 'SIGKILL') keep('crash');
      console.log(`${name}: ${count} inputs from seed ${first}, ${found} found`);
      resolve(found === 0);
    });
  });
}

if (names.length === 0) {
  console.log(`usage: npm run fuzz -- PARSER [--minutes N] [--seed S]\nPARSER: all, ${Object.keys(PARSERS).join(', ')}`);
  process.exitCode = 2;
} else if (rest.includes('--child')) {
  for (const name of names) await work(name);
} else {
  for (const name of names) if (!(await watch(name))) process.exitCode = 1;
}
