import { relationshipsOf } from '../../../base/ooxml/relationships.ts';
import type { Parts } from '../../../base/ooxml/zip.ts';
import type { PackageWorkaround } from './types.ts';

function numberIn(name: string): number {
  return Number(/(\d+)\.\w+$/.exec(name)?.[1] ?? 0);
}

function renamed(parts: Parts, pattern: RegExp, name: (n: number) => string): Map<string, string> {
  const old = [...parts.keys()].filter((part) => pattern.test(part)).sort((a, b) => numberIn(a) - numberIn(b));
  return new Map(old.map((part, i) => [part, name(i + 1)]));
}

/** Charts are renamed in the order of their numbers, which is the order they were added in. */
export const chartNumbers: PackageWorkaround = {
  name: 'chart-numbers',
  defect: 'Charts are counted over all decks of the process, so that the second deck begins at chart2.xml.',
  issue: null,
  apply: (parts) => {
    const charts = renamed(parts, /^ppt\/charts\/chart\d+\.xml$/, (n) => `ppt/charts/chart${n}.xml`);
    const workbooks = renamed(parts, /^ppt\/embeddings\/[^/]+\.xlsx$/, (n) => `ppt/embeddings/Microsoft_Excel_Worksheet${n}.xlsx`);
    const names = new Map([...charts, ...workbooks, ...[...charts].map(([a, b]) => [relationshipsOf(a), relationshipsOf(b)] as const)]);
    const moved = [...names].flatMap(([from, to]) => {
      const content = parts.get(from);
      parts.delete(from);
      return content === undefined ? [] : [[to, content] as const];
    });
    for (const [name, content] of moved) parts.set(name, content);
    for (const [name, content] of parts) {
      if (!name.endsWith('.rels') || typeof content !== 'string') continue;
      parts.set(
        name,
        content
          .replace(
            /Target="\/ppt\/charts\/(chart\d+\.xml)"/g,
            (_, file: string) => `Target="../charts/${baseName(charts.get(`ppt/charts/${file}`) ?? file)}"`,
          )
          .replace(
            /Target="\.\.\/embeddings\/([^"]+)"/g,
            (_, file: string) => `Target="../embeddings/${baseName(workbooks.get(`ppt/embeddings/${file}`) ?? file)}"`,
          ),
      );
    }
  },
};

function baseName(part: string): string {
  return part.slice(part.lastIndexOf('/') + 1);
}
