import { readFileSync } from 'node:fs';
import { ingest, draftToArticle } from '../src/core/intake/index.ts';
import { writeArticle, parseArticle } from '../src/core/article/index.ts';
const quiet = process.argv.includes('-q');
for (const f of process.argv.slice(2).filter((a) => a !== '-q')) {
  const t = performance.now();
  const bytes = new Uint8Array(readFileSync(f));
  const { value, problems } = await ingest(bytes, { name: f.split('/').at(-1)!, latest: '2027-01-01' });
  const ms = Math.round(performance.now() - t);
  console.log(`=== ${f} ${value?.file.format} ${ms} ms`);
  for (const p of problems) console.log('  !', p.code, p.message.slice(0, 60), '|', (p.received ?? '').slice(0, 80));
  if (!value) continue;
  const saved = draftToArticle(value);
  const text = writeArticle(saved.article);
  const again = parseArticle(text, { file: 'a.md', source: saved.source });
  for (const p of again.problems.filter((x) => x.severity === 'error')) console.log('  !! ERROR', p.code, p.message, p.received);
  if (again.value === null) console.log('  !! unreadable');
  if (quiet) console.log(`  ${saved.article.title} | ${saved.article.authors} | ${saved.article.published} | ${saved.article.topics.length} topics, ${value.blocks.length} blocks, ${saved.pictures.length} pictures`);
  else console.log(text);
}
