import PptxGenJS from 'pptxgenjs';
import { convertAll } from '../libreoffice.ts';
import { gradient, textBox, vectorPicture } from './xml.ts';
import { BRAND, GERMAN, logo, powerPointTemplate, rectangle, scheme } from './powerpoint.ts';

/** Layout names of other makers: nothing may be read out of them. */
const ARABIC: Readonly<Record<string, string>> = {
  title: 'شريحة عنوان',
  obj: 'عنوان ومحتوى',
  secHead: 'رأس المقطع',
  twoObj: 'محتويان',
  titleOnly: 'عنوان فقط',
  picTx: 'صورة',
};
const CHINESE: Readonly<Record<string, string>> = { title: '标题幻灯片', obj: '标题和内容', twoObj: '两栏内容', titleOnly: '仅标题' };

/** A deck that pptxgenjs wrote, with layouts of its own: none has a type. */
async function generated(): Promise<Uint8Array> {
  const deck = new PptxGenJS();
  deck.defineLayout({ name: 'WIDE', width: 13.333, height: 7.5 });
  deck.layout = 'WIDE';
  const title = { placeholder: { options: { name: 'title', type: 'title' as const, x: 0.6, y: 0.5, w: 10.5, h: 1 }, text: 'Title' } };
  const body = (name: string, x: number, w: number): object => ({
    placeholder: { options: { name, type: 'body' as const, x, y: 1.8, w, h: 4.8 }, text: 'Text' },
  });
  const band = { rect: { x: 0, y: 7.1, w: 13.333, h: 0.4, fill: { color: '00707F' } } };
  deck.defineSlideMaster({ title: 'Inhalt', objects: [band, title, body('body', 0.6, 12) as never] });
  deck.defineSlideMaster({
    title: 'Zweispaltig',
    objects: [band, title, body('left', 0.6, 5.8) as never, body('right', 6.8, 5.8) as never],
  });
  deck.defineSlideMaster({ title: 'Nur Titel', objects: [band, title] });
  deck.addSlide({ masterName: 'Inhalt' }).addText('Sample', { placeholder: 'title' });
  const bytes = await deck.write({ outputType: 'uint8array' });
  if (!(bytes instanceof Uint8Array)) throw new Error('pptxgenjs wrote no bytes');
  return bytes;
}

export interface CorporateSample {
  readonly name: string;
  readonly file: string;
  /** Whether LibreOffice is needed to make it. */
  readonly needsOffice?: boolean;
  readonly make: () => Promise<Uint8Array>;
}

const german = (): Uint8Array =>
  powerPointTemplate({
    art: (page) =>
      logo({ x: page.width - 130, y: 20, width: 96, height: 40 }) +
      rectangle(31, 'Balken', { x: 0, y: page.height - 8, width: page.width, height: 8 }, scheme('accent1')),
  });

/** What the master of one says on every slide. */
export const MINISTRY = 'Ministerium für Häfen &amp; Wasserwege';
export const NOTICE = 'Nur für den Dienstgebrauch';

/** Templates as organisations have them, made by different means. */
export const CORPORATE_SAMPLES: readonly CorporateSample[] = [
  { name: 'German names, a logo beside the title', file: 'behoerde.potx', make: () => Promise.resolve(german()) },
  {
    name: '4:3, no types, a logo in the title',
    file: 'alt.pptx',
    make: () =>
      Promise.resolve(
        powerPointTemplate({
          page: { width: 720, height: 540 },
          typed: false,
          kind: 'pptx',
          layouts: ['title', 'obj', 'twoObj', 'titleOnly'],
          art: (page) => logo({ x: page.width - 150, y: 52, width: 100, height: 42 }),
        }),
      ),
  },
  {
    name: 'A4, dark, a side panel and Chinese names',
    file: 'dunkel.potx',
    make: () =>
      Promise.resolve(
        powerPointTemplate({
          page: { width: 841.89, height: 595.28 },
          dark: true,
          names: CHINESE,
          colors: { ...BRAND, dk1: '10202A', dk2: '1D3440', lt2: 'BFD7DD', accent1: '5CC3D0', hlink: '8FD3FF', folHlink: 'C7B4E8' },
          art: (page) => rectangle(31, 'Leiste', { x: 0, y: 0, width: 24, height: page.height }, scheme('accent1')),
        }),
      ),
  },
  {
    name: 'two masters, Arabic names, a missing font',
    file: 'doppelt.potx',
    make: () =>
      Promise.resolve(powerPointTemplate({ names: ARABIC, twoMasters: true, fonts: { heading: 'Ministry Sans', body: 'Ministry Sans' } })),
  },
  {
    name: 'a picture behind everything, logos in two corners',
    file: 'bild.potx',
    make: () =>
      Promise.resolve(
        powerPointTemplate({
          background:
            '<p:bgPr><a:blipFill dpi="0" rotWithShape="1"><a:blip r:embed="rId990"/><a:stretch><a:fillRect/></a:stretch></a:blipFill><a:effectLst/></p:bgPr>',
          art: (page) =>
            rectangle(31, 'Fläche', { x: 24, y: 30, width: page.width - 48, height: page.height - 40 }, scheme('bg1')) +
            logo({ x: page.width - 110, y: 2, width: 60, height: 25 }) +
            logo({ x: 30, y: page.height - 45, width: 20, height: 25 }, 32),
        }),
      ),
  },
  {
    name: 'gradients, words on the master, a logo as SVG',
    file: 'verlauf.potx',
    make: () =>
      Promise.resolve(
        powerPointTemplate({
          vectors: true,
          background: `<p:bgPr>${gradient(90, [
            [0, '<a:srgbClr val="FFFFFF"/>'],
            [100_000, '<a:srgbClr val="E3EEF0"/>'],
          ])}<a:effectLst/></p:bgPr>`,
          art: (page) =>
            rectangle(
              31,
              'Band',
              { x: 0, y: 0, width: page.width, height: 34 },
              gradient(0, [
                [0, '<a:schemeClr val="tx2"/>'],
                [60_000, '<a:schemeClr val="accent1"/>'],
                [100_000, '<a:schemeClr val="accent1"><a:alpha val="0"/></a:schemeClr>'],
              ]),
            ) +
            textBox(32, 'Haus', { x: 58, y: 9, width: 420, height: 16 }, [MINISTRY], 'sz="1200" b="1"', scheme('bg1'), 'anchor="ctr"') +
            textBox(
              33,
              'Hinweis',
              { x: 640, y: 518, width: 262, height: 14 },
              [NOTICE],
              'sz="900" i="1"',
              scheme('accent2'),
              'anchor="b"',
            ) +
            vectorPicture(34, 'Logo', { x: page.width - 120, y: 44, width: 72, height: 30 }, 'rId990', 'rId991'),
        }),
      ),
  },
  { name: 'written by pptxgenjs', file: 'generiert.pptx', make: generated },
  {
    name: 'saved by LibreOffice',
    file: 'libre.potx',
    needsOffice: true,
    make: async () => {
      const [bytes] = await convertAll([german()], { format: 'potx' });
      if (!bytes) throw new Error('LibreOffice made nothing');
      return bytes;
    },
  },
];

/** Those that pictures are made of: light, dark, and painted. */
export const SHOWN_SAMPLES = CORPORATE_SAMPLES.filter(({ file }) => ['behoerde.potx', 'dunkel.potx', 'verlauf.potx'].includes(file));

export { GERMAN };
