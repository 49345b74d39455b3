// What anybody would write with pptxgenjs alone: the same boxes, with no measuring, no mending and no HTML.
// Run as `node bare.mjs BOXES.json OUT.pptx`; with `--time` for OUT it prints the milliseconds of three compressed writes.
import { readFileSync, writeFileSync } from 'node:fs';
import pptxgen from 'pptxgenjs';

const [, , input, output] = process.argv;
const { width, height, slides } = JSON.parse(readFileSync(input, 'utf8'));
const at = ({ x, y, width: w, height: h }) => ({ x: x / 72, y: y / 72, w: w / 72, h: h / 72 });

function makeDeck() {
  const deck = new pptxgen();
  deck.defineLayout({ name: 'L', width: width / 72, height: height / 72 });
  deck.layout = 'L';
  for (const { boxes, notes } of slides) {
    const slide = deck.addSlide();
    for (const box of boxes) {
      if (box.kind === 'text') {
        const words = box.paragraphs.map((text) => ({ text, options: { breakLine: true, bullet: box.bullet } }));
        slide.addText(words, { ...at(box.frame), fontSize: box.size });
      }
      if (box.kind === 'table')
        slide.addTable(
          box.rows.map((row) => row.map((text) => ({ text }))),
          at(box.frame),
        );
      if (box.kind === 'chart')
        slide.addChart(
          'bar',
          box.series.map((s) => ({ name: s.name, labels: box.categories, values: s.values })),
          at(box.frame),
        );
    }
    if (notes) slide.addNotes(notes);
  }
  return deck;
}

// `stream` is the one output that pptxgenjs 4.0.1 really compresses.
if (output === '--time') {
  for (let i = 0; i < 3; i += 1) {
    const deck = makeDeck();
    const start = performance.now();
    await deck.stream({ compression: true });
    console.log(performance.now() - start);
  }
} else {
  writeFileSync(output, await makeDeck().stream({ compression: true }));
}
