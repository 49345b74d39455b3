import { readFileSync } from 'node:fs';
import { unzipSync, strFromU8 } from 'fflate';
import { ingest } from '../src/core/intake/index.ts';
const fold = (t: string) => t.normalize('NFKC').toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
let [all, miss, files] = [0, 0, 0];
for (const f of process.argv.slice(2)) {
  const bytes = new Uint8Array(readFileSync(f));
  let z: Record<string, Uint8Array>;
  try { z = unzipSync(bytes, { filter: (e) => /\.xml$/.test(e.name) }); } catch { continue; }
  const isP = f.endsWith('.pptx');
  const parts = Object.keys(z).filter((n) => isP ? /^ppt\/(slides\/slide|notesSlides\/notesSlide|charts\/chart|diagrams\/drawing)\d*\.xml$/.test(n) : /\.docx$/.test(f) ? /^word\/(document|footnotes|endnotes)\d*\.xml$/.test(n) : n === 'content.xml');
  const { value } = await ingest(bytes, { name: f });
  if (!value) continue;
  files++;
  const bag = new Map<string, number>();
  for (const w of fold(value.blocks.map((b) => b.text + ' ' + (b.rows?.flat().join(' ') ?? '')).join('\n'))) bag.set(w, (bag.get(w) ?? 0) + 1);
  const missing: string[] = [];
  for (const n of parts) {
    let x = strFromU8(z[n]!);
    if (isP && /<p:sld [^>]*show="0"/.test(x)) continue;
    if (isP) x = x.replace(/<a:fld [^]*?<\/a:fld>/g, '').replace(/<mc:Fallback[^]*?<\/mc:Fallback>/g,'');
    else if (f.endsWith('.docx')) x = x.replace(/<mc:Fallback[^]*?<\/mc:Fallback>/g,'');
    else x = x.replace(/<text:(tracked-changes|table-of-content|note-citation)[ >][^]*?<\/text:\1>/g, '').replace(/<office:annotation [^]*?<\/office:annotation>/g,'').replace(/<office:automatic-styles>[^]*?<\/office:automatic-styles>/g,'');
    const text = isP || f.endsWith('.docx') ? [...x.matchAll(/<\/?(?:\w+:)?(?:p|br|tab)\b[^>]*>|<(?:a|w|c):(?:t|v)(?: [^>]*)?>([^<]*)</g)].map((m) => (m[0].startsWith('<c:') ? ' ' : '') + (m[1] ?? ' ')).join('') : x.replace(/<(?:text:(?:span|a|bookmark|sequence|soft)|\/text:(?:span|a|seq))[^>]*>/g, '').replace(/<[^>]*>/g, ' ');
    for (const w of new Set(fold(text.replace(/&#(\d+);/g, (_, d) => String.fromCodePoint(+d)).replace(/&apos;/g, "'").replace(/&\w+;/g, ' ')))) { all++; if (!bag.has(w)) { miss++; missing.push(w); } }
  }
  if (missing.length > 2) console.log(f.split('/').at(-1), missing.length, missing.slice(0, 14).join(' '));
}
console.log({ files, all, miss, recall: 1 - miss / all });
