import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import manifest from '../package.json' with { type: 'json' };

const read = (file: string): string => readFileSync(file, 'utf8');

/** Markdown files that are documents of the project: those at its top, and all under docs. */
const DOCUMENTS = [
  ...readdirSync('.').filter((name) => name.endsWith('.md')),
  ...readdirSync('docs', { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .map((name) => join('docs', name)),
];

/** Where a document's links lead in this repository. */
function targets(file: string): string[] {
  const prose = read(file)
    .replace(/^```[\s\S]*?^```/gm, '')
    .replace(/`[^`\n]*`/g, '');
  return [...prose.matchAll(/\]\(([^)\s#]+)[^)]*\)/g)]
    .map(([, target = '']) => target)
    .filter((target) => !/^[a-z]+:/.test(target))
    .map((target) => join(dirname(file), target));
}

/** Paths of files that a document names in code marks. */
function namedPaths(file: string): string[] {
  return [...read(file).matchAll(/`((?:src|test|scripts|templates|build|docs)\/[^`\s]+)`/g)].map(([, path = '']) => path);
}

const isThere = (path: string): boolean => (path.includes('*') ? readdirSync(globbed(path)).length > 0 : existsSync(path));

/** The first folder that a pattern of one `*` for a folder's name means. */
function globbed(pattern: string): string {
  const [before = '', after = ''] = pattern.split('*');
  const [name = ''] = readdirSync(before);
  return join(before, name, after);
}

describe('the documents', () => {
  it('are those that others expect', () => {
    expect(DOCUMENTS).toEqual(expect.arrayContaining(['README.md', 'CHANGELOG.md', 'CONTRIBUTING.md', 'SECURITY.md']));
    expect(existsSync('LICENSE')).toBe(true);
  });

  it.each(DOCUMENTS)('%s has links that lead to files', (file) => {
    expect(targets(file).filter((target) => !existsSync(target))).toEqual([]);
  });

  it.each(['CONTRIBUTING.md', 'SECURITY.md', 'docs/decisions'])('%s names files that there are', (place) => {
    const files = place.endsWith('.md') ? [place] : readdirSync(place).map((name) => join(place, name));
    const paths = files.flatMap(namedPaths);
    expect(paths.length).toBeGreaterThan(0);
    expect(paths.filter((path) => !isThere(path))).toEqual([]);
  });

  it('list every decision', () => {
    const listed = new Set(targets('docs/decisions/README.md'));
    const there = readdirSync('docs/decisions').filter((name) => name !== 'README.md');
    expect(there.filter((name) => !listed.has(join('docs', 'decisions', name)))).toEqual([]);
  });

  it('are reached from the README, directly or by one that it names', () => {
    const reached = new Set(['README.md']);
    for (const file of reached) {
      if (file.endsWith('.md')) for (const target of targets(file)) reached.add(target);
    }
    const inFolder = (file: string): boolean => reached.has(dirname(file));
    expect(DOCUMENTS.filter((file) => !reached.has(file) && !inFolder(file))).toEqual([]);
  });

  it('say what changed in this version', () => {
    const changes = read('CHANGELOG.md');
    expect(changes).toMatch(new RegExp(`^## \\[${manifest.version}\\] - \\d{4}-\\d\\d-\\d\\d$`, 'm'));
    expect(changes).toMatch(/^## \[Unreleased\]$/m);
  });

  it('name commands of package.json', () => {
    const named = DOCUMENTS.flatMap((file) => [...read(file).matchAll(/\bnpm run ([a-z:]+)/g)].map(([, name = '']) => name));
    expect(named.length).toBeGreaterThan(0);
    expect([...new Set(named)].filter((name) => !(name in manifest.scripts))).toEqual([]);
  });
});
