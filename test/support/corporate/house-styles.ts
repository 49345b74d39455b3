import { bulleted, houseFile, textLevel, titleLevel } from './house-file.ts';
import { BRAND } from './powerpoint.ts';
import { picture, rectangle, scheme, textBox, gradient } from './xml.ts';
import {
  at,
  TITLE,
  BODY,
  LEFT,
  RIGHT,
  title,
  centred,
  open,
  words,
  subtitle,
  photo,
  small,
  feet,
  COVER_SAMPLE,
  TEXT_SAMPLE,
  master,
  cover,
  text,
  two,
  section,
  only,
  typed,
  renamed,
  copied,
  parked,
  unsampled,
  NIGHT,
  ORANGE,
  vanilla,
  block,
  usual,
  NAMES,
  STRIPES,
  filled,
  plain,
  withPanel,
  type HouseStyle,
} from './house-parts.ts';

export const HOUSE_STYLES: readonly HouseStyle[] = [
  { name: 'usual', traits: [], file: { masters: [master({ layouts: usual })] }, ...NAMES },
  {
    name: 'cover-title-everywhere',
    traits: ['every layout copied from the title slide'],
    file: { masters: [master({ layouts: [cover, ...[text, two, section, only].map(copied)].map((l) => typed(l)) })] },
    ...NAMES,
  },
  {
    name: 'blank-typed',
    traits: ['type="blank" on full layouts'],
    file: {
      language: 'fr-FR',
      masters: [
        master({
          layouts: [renamed(cover, 'Couverture'), renamed(text, 'Texte'), renamed(two, 'Deux colonnes'), renamed(section, 'Partie')].map(
            (l) => typed(l, 'blank'),
          ),
        }),
      ],
    },
    cover: ['Couverture'],
    content: ['Texte', 'Deux colonnes'],
    divider: ['Partie'],
  },
  {
    name: 'stale-types',
    traits: ['type="tx" on the cover, type="title" on a content layout'],
    file: {
      masters: [
        master({
          layouts: [
            {
              ...typed(cover, 'tx'),
              places: [title(at(54, 170, 800, 110), { levels: titleLevel(44) }), words(1, at(54, 290, 800, 110), { levels: small(20) })],
            },
            copied(typed(text, 'title')),
            typed(two, 'tx'),
            typed(section, 'obj'),
          ],
        }),
      ],
    },
    ...NAMES,
  },
  {
    name: 'pasted-vanilla-first',
    traits: ['a pasted Office theme before the own one', 'several masters'],
    file: { masters: [vanilla(), master({ art: block(at(0, 0, 960, 18), 'accent1'), layouts: usual.map((l) => typed(l)) })] },
    ...NAMES,
  },
  {
    name: 'pasted-vanilla-last',
    traits: ['a pasted Office theme with more layouts after the own one', 'several masters'],
    file: { masters: [master({ art: block(at(0, 0, 18, 540), 'accent2'), layouts: [cover, typed(text)] }), vanilla()] },
    cover: ['Cover'],
    content: ['Text'],
    divider: ['Cover', 'Text'],
  },
  {
    name: 'master-for-each-role',
    traits: ['cover, section and content in separate masters', 'several masters'],
    file: {
      masters: [
        master({
          name: 'Cover master',
          background: plain('tx2'),
          titleStyle: titleLevel(44, 'bg1'),
          bodyStyle: bulleted(20, 'bg1'),
          layouts: [
            {
              ...cover,
              places: [
                centred(at(54, 170, 800, 110), { levels: titleLevel(44, 'bg1') }),
                subtitle(1, at(54, 290, 800, 60), { levels: small(20, 'bg1') }),
              ],
            },
          ],
        }),
        master({
          name: 'Section master',
          background: plain('accent1'),
          titleStyle: titleLevel(36, 'bg1'),
          bodyStyle: bulleted(20, 'bg1'),
          layouts: [{ ...section, places: [title(at(54, 200, 800, 90)), words(1, at(54, 300, 800, 60), { levels: small(20, 'bg1') })] }],
        }),
        master({ name: 'Content master', layouts: [text, two, only] }),
      ],
    },
    ...NAMES,
  },
  {
    name: 'title-at-the-foot',
    traits: ['a title low on the page'],
    file: {
      masters: [
        master({
          places: [title(at(54, 420, 852, 60)), words(1, at(54, 40, 852, 360)), ...feet()],
          layouts: [
            cover,
            { ...text, places: [title(), open(1, at(54, 40, 852, 360)), ...feet()] },
            { ...only, places: [title(), ...feet()] },
          ],
        }),
      ],
    },
    cover: ['Cover'],
    content: ['Text', 'Title only'],
    divider: ['Cover', 'Title only', 'Text'],
  },
  {
    name: 'one-line-body-on-cover',
    traits: ['a one-line body placeholder on the cover', 'a date placeholder of text'],
    file: {
      masters: [
        master({
          layouts: [
            {
              ...cover,
              places: [
                centred(at(54, 170, 800, 110), { levels: titleLevel(44) }),
                subtitle(1, at(54, 290, 800, 30), { levels: small(20) }),
                words(13, at(54, 330, 800, 22), { levels: small(14) }),
              ],
              samples: [{ ...COVER_SAMPLE, 13: ['May 2024'] }],
            },
            text,
            two,
            section,
          ],
        }),
      ],
    },
    ...NAMES,
  },
  {
    name: 'huge-titles',
    traits: ['titles of 96 pt'],
    file: { masters: [master({ titleStyle: titleLevel(96), layouts: [cover, text, two, only] })] },
    cover: ['Cover'],
    content: ['Text', 'Two columns', 'Title only'],
  },
  {
    name: 'bullets-from-level-two',
    traits: ['level 1 has no bullet'],
    file: {
      masters: [
        master({
          bodyStyle:
            textLevel(1, 20) +
            textLevel(2, 18, { bullet: '■' }) +
            textLevel(3, 16, { bullet: '–', indent: 18 }) +
            textLevel(4, 14, { bullet: '–', indent: 36 }) +
            textLevel(5, 14, { bullet: '–', indent: 54 }),
          layouts: usual,
        }),
      ],
    },
    ...NAMES,
  },
  {
    name: 'growing-bodies',
    traits: ['bodies that grow with their text'],
    file: {
      masters: [
        master({
          layouts: [
            cover,
            { ...text, places: [title(), open(1, at(54, 120, 852, 60), { body: '<a:bodyPr><a:spAutoFit/></a:bodyPr>' }), ...feet()] },
            {
              ...two,
              places: [
                title(),
                open(1, at(54, 120, 417, 60), { body: '<a:bodyPr><a:spAutoFit/></a:bodyPr>' }),
                open(2, at(489, 120, 417, 60), { body: '<a:bodyPr><a:spAutoFit/></a:bodyPr>' }),
                ...feet(),
              ],
            },
            section,
          ],
        }),
      ],
    },
    ...NAMES,
  },
  {
    name: 'photograph-behind',
    traits: ['a photograph behind everything, text in a panel'],
    file: {
      picture: STRIPES,
      masters: [
        master({
          background: filled('rId900'),
          layouts: usual.map((l) => withPanel(l, block(at(40, 24, 880, 492), 'bg1'))),
        }),
      ],
    },
    ...NAMES,
  },
  {
    name: 'photograph-cover',
    traits: ['a photograph behind the cover without a panel'],
    file: {
      picture: STRIPES,
      masters: [master({ layouts: [{ ...cover, background: filled('rId9') }, text, two, section] })],
    },
    ...NAMES,
  },
  {
    name: 'orange-on-orange',
    traits: ['links and accents in the colour of the page'],
    file: {
      masters: [
        master({
          colors: ORANGE,
          background: plain('accent1'),
          titleStyle: titleLevel(30, 'tx2'),
          bodyStyle: bulleted(20, 'tx2'),
          layouts: usual,
        }),
      ],
    },
    ...NAMES,
  },
  {
    name: 'white-on-white',
    traits: ['a layout whose text has the colour of the page'],
    file: {
      masters: [
        master({
          background: plain('tx2'),
          titleStyle: titleLevel(30, 'bg1'),
          bodyStyle: bulleted(20, 'bg1'),
          layouts: [cover, { ...text, background: plain('bg1') }, two, section],
        }),
      ],
    },
    ...NAMES,
  },
  {
    name: 'feet-off-the-page',
    traits: ['placeholders parked beside the slide'],
    file: { masters: [master({ layouts: usual.map(parked) })] },
    ...NAMES,
  },
  {
    name: 'index-beyond-signed',
    traits: ['idx="4294967295"'],
    file: {
      masters: [
        master({
          layouts: [
            cover,
            { ...text, places: [title(), open(4_294_967_295, BODY), ...feet()], samples: [{ 0: ['A title'], 4_294_967_295: ['A point'] }] },
            { ...two, places: [title(), open(4_294_967_295, LEFT), open(4_294_967_294, RIGHT), ...feet()], samples: [] },
            section,
          ],
        }),
      ],
    },
    ...NAMES,
  },
  {
    name: 'no-titles',
    traits: ['no title placeholder anywhere'],
    file: {
      masters: [
        master({
          places: [words(1, BODY), ...feet()],
          layouts: [
            {
              name: 'Cover',
              places: [
                words(13, at(54, 170, 800, 100), { levels: textLevel(1, 44) }),
                words(14, at(54, 290, 800, 60), { levels: textLevel(1, 20) }),
              ],
              samples: [{ 13: ['Annual report'], 14: ['May 2024'] }],
            },
            {
              name: 'Text',
              places: [words(13, TITLE, { levels: textLevel(1, 30) }), open(1, BODY), ...feet()],
              samples: [{ 13: ['What we found'], 1: ['A point', 'Another'] }],
            },
          ],
        }),
      ],
    },
    cover: ['Cover'],
    content: ['Text'],
    divider: ['Cover', 'Text'],
  },
  {
    name: 'one-blank-layout',
    traits: ['a file whose only slide is a picture'],
    file: {
      masters: [
        master({
          places: [],
          layouts: [{ name: 'Blank', type: 'blank', places: [], art: picture(40, 'Scan', at(0, 0, 960, 540), 'rId9') }],
        }),
      ],
      picture: STRIPES,
    },
    cover: ['Blank'],
    content: ['Blank'],
    divider: ['Blank'],
  },
  {
    name: 'thirty-masters',
    traits: ['30 masters', 'several masters'],
    file: {
      masters: Array.from({ length: 30 }, (_, i) =>
        master({
          name: `Master ${i}`,
          colors: { ...BRAND, accent1: `0070${(16 + i).toString(16)}` },
          layouts: i === 17 ? usual : [cover, text].map((l) => renamed(unsampled(l), `${l.name} ${i}`)),
        }),
      ),
    },
    ...NAMES,
  },
  {
    name: 'side-title',
    traits: ['the title in a panel at the left'],
    file: {
      masters: [
        master({
          art: block(at(0, 0, 288, 540), 'tx2'),
          places: [title(at(24, 60, 240, 300)), words(1, at(320, 60, 590, 420)), ...feet(504, 320, 590)],
          titleStyle: titleLevel(28, 'bg1'),
          layouts: [
            { ...cover, masterArt: false },
            { ...text, places: [title(), open(1, at(320, 60, 590, 420)), ...feet(504, 320, 590)] },
            { ...two, places: [title(), open(1, at(320, 60, 285, 420)), open(2, at(625, 60, 285, 420)), ...feet(504, 320, 590)] },
          ],
        }),
      ],
    },
    cover: ['Cover'],
    content: ['Text', 'Two columns'],
    divider: ['Cover', 'Text'],
  },
  {
    name: 'small-house-sizes',
    traits: ['bodies of 11 pt'],
    file: { masters: [master({ bodyStyle: bulleted(11), titleStyle: titleLevel(20), layouts: usual })] },
    ...NAMES,
  },
  {
    name: 'four-boxes',
    traits: ['no plain content layout: four boxes and a picture alone'],
    file: {
      masters: [
        master({
          layouts: [
            cover,
            {
              name: 'Four boxes',
              places: [
                title(),
                open(1, at(54, 120, 417, 170)),
                open(2, at(489, 120, 417, 170)),
                open(3, at(54, 305, 417, 170)),
                open(4, at(489, 305, 417, 170)),
                ...feet(),
              ],
              samples: [{ 0: ['Four'], 1: ['One'], 2: ['Two'], 3: ['Three'], 4: ['Four'] }],
            },
            {
              name: 'Picture',
              type: 'picTx',
              places: [title(), photo(1, RIGHT), words(2, LEFT, { levels: small(18) }), ...feet()],
              samples: [{ 0: ['A picture'], 1: 'picture', 2: ['What it shows'] }],
            },
          ],
        }),
      ],
    },
    cover: ['Cover'],
    content: ['Four boxes', 'Picture'],
    divider: ['Cover', 'Four boxes', 'Picture'],
  },
  {
    name: 'kicker-above-title',
    traits: ['a one-line body above the title on every layout', 'stale types'],
    file: {
      masters: [
        master({
          places: [title(at(54, 56, 852, 50)), words(1, BODY), ...feet()],
          layouts: [
            {
              ...cover,
              places: [
                centred(at(54, 170, 800, 110), { levels: titleLevel(44) }),
                words(20, at(54, 140, 800, 22), { levels: small(12) }),
                subtitle(1, at(54, 290, 800, 60), { levels: small(20) }),
              ],
            },
            typed(
              {
                ...text,
                places: [words(20, at(54, 34, 852, 20), { levels: small(12) }), title(), words(1, BODY), ...feet()],
                samples: [{ ...TEXT_SAMPLE, 20: ['CHAPTER'] }],
              },
              'title',
            ),
            typed(
              {
                ...two,
                places: [words(20, at(54, 34, 852, 20), { levels: small(12) }), title(), words(1, LEFT), words(2, RIGHT), ...feet()],
              },
              'tx',
            ),
          ],
        }),
      ],
    },
    cover: ['Cover'],
    content: ['Text', 'Two columns'],
    divider: ['Cover', 'Text'],
  },
  {
    name: 'old-4-3',
    traits: ['4:3', 'no types', 'German names'],
    file: {
      page: { width: 720, height: 540 },
      language: 'de-DE',
      masters: [
        master({
          places: [title(at(36, 24, 648, 80)), words(1, at(36, 120, 648, 360)), ...feet(504, 36, 648)],
          art: picture(40, 'Logo', at(600, 8, 90, 38), 'rId900'),
          layouts: [
            { name: 'Titel', places: [centred(at(54, 150, 612, 110)), subtitle(1, at(108, 280, 504, 110))], samples: [COVER_SAMPLE] },
            { name: 'Inhalt', places: [title(), open(1, at(36, 120, 648, 360)), ...feet(504, 36, 648)], samples: [TEXT_SAMPLE] },
            { name: 'Nur Titel', places: [title(), ...feet(504, 36, 648)] },
          ],
        }),
      ],
    },
    cover: ['Titel'],
    content: ['Inhalt', 'Nur Titel'],
    divider: ['Titel', 'Nur Titel', 'Inhalt'],
  },
  {
    name: 'tiny-page',
    traits: ['a page of 141 × 85 pt'],
    file: {
      page: { width: 141, height: 85 },
      masters: [
        master({
          titleStyle: titleLevel(9),
          bodyStyle: bulleted(9),
          places: [title(at(8, 6, 125, 14)), words(1, at(8, 22, 125, 55))],
          layouts: [
            { name: 'Cover', type: 'title', places: [centred(at(8, 24, 125, 20)), subtitle(1, at(8, 46, 125, 16))] },
            { name: 'Text', type: 'obj', places: [title(), open(1, at(8, 22, 125, 55))] },
          ],
        }),
      ],
    },
    refused: 'company/page-size',
    cover: ['Cover'],
    content: ['Text'],
    divider: ['Cover', 'Text'],
  },
  {
    name: 'portrait',
    traits: ['A4 upright', 'no samples'],
    file: {
      page: { width: 595, height: 842 },
      masters: [
        master({
          places: [title(at(40, 60, 515, 70)), words(1, at(40, 150, 515, 600)), ...feet(800, 40, 515)],
          layouts: [
            { name: 'Cover', type: 'title', places: [centred(at(40, 280, 515, 120)), subtitle(1, at(40, 420, 515, 80))] },
            { name: 'Text', type: 'obj', places: [title(), open(1, at(40, 150, 515, 600)), ...feet(800, 40, 515)] },
            {
              name: 'Two columns',
              type: 'twoObj',
              places: [title(), open(1, at(40, 150, 250, 600)), open(2, at(305, 150, 250, 600)), ...feet(800, 40, 515)],
            },
          ],
        }),
      ],
    },
    cover: ['Cover'],
    content: ['Text', 'Two columns'],
    divider: ['Cover', 'Text'],
  },
  {
    name: 'dark-with-footer-art',
    traits: ['dark', 'art over the lower third', 'Chinese names'],
    file: {
      language: 'zh-CN',
      masters: [
        master({
          dark: true,
          colors: NIGHT,
          art: `<p:grpSp><p:nvGrpSpPr><p:cNvPr id="60" name="Wave"/><p:cNvGrpSpPr/><p:nvPr userDrawn="1"/></p:nvGrpSpPr><p:grpSpPr/>${block(at(0, 430, 960, 110), 'accent1', 61)}</p:grpSp>`,
          titleStyle: titleLevel(30, 'tx1'),
          layouts: [
            renamed(cover, '封面'),
            renamed({ ...text, places: [title(), open(1, at(54, 120, 852, 400)), ...feet()] }, '正文'),
            renamed(two, '两栏'),
          ],
        }),
      ],
    },
    cover: ['封面'],
    content: ['正文', '两栏'],
    divider: ['封面', '正文'],
  },
  {
    name: 'prompts-as-art',
    traits: ['help for whoever fills it in, beside and on the page'],
    file: {
      masters: [
        master({
          art: textBox(
            41,
            'Help',
            at(970, 20, 200, 200),
            ['Click Insert to add a slide', 'Do not change the logo'],
            'sz="1200"',
            scheme('tx1'),
          ),
          layouts: [
            cover,
            { ...text, art: textBox(42, 'Help 2', at(-220, 20, 200, 100), ['Use the house colours'], 'sz="1200"', scheme('tx1')) },
            two,
            section,
          ],
        }),
      ],
    },
    ...NAMES,
  },
  {
    name: 'sample-covers-only',
    traits: ['content layouts never used by samples', 'cover layouts without subtitle'],
    file: {
      masters: [
        master({
          layouts: [
            {
              name: 'Front blue',
              places: [title(at(54, 200, 700, 120), { levels: titleLevel(48) })],
              art: block(at(780, 0, 180, 540), 'accent1'),
              samples: [{ 0: ['Welcome'] }, { 0: ['Thank you'] }],
            },
            { name: 'Front white', places: [title(at(54, 200, 700, 120), { levels: titleLevel(48) })], samples: [] },
            typed(unsampled(text)),
            typed(unsampled(two)),
          ],
        }),
      ],
    },
    cover: ['Front blue', 'Front white'],
    content: ['Text', 'Two columns'],
    divider: ['Front blue', 'Front white', 'Text'],
  },
  {
    name: 'online-export',
    traits: ['as an online office exports: no sizes, `tx` and `cust` types, names in capitals'],
    file: {
      kind: 'pptx',
      program: 'Online Slides',
      page: { width: 720, height: 405 },
      masters: [
        master({
          places: [
            title(at(24.5, 35, 671, 45)),
            words(1, at(24.5, 91, 671, 269)),
            { ph: 'type="sldNum" idx="12"', name: 'Number', box: at(667, 367, 43, 31), words: '‹Nr.›' },
          ],
          titleStyle: titleLevel(28, 'tx1'),
          bodyStyle: textLevel(1, 18) + textLevel(2, 14),
          layouts: [
            {
              name: 'TITLE',
              type: 'title',
              places: [
                centred(at(24.5, 58, 671, 161), { levels: titleLevel(52, 'tx1', 'ctr') }),
                subtitle(1, at(24.5, 223, 671, 62), { levels: small(28) }),
              ],
              samples: [COVER_SAMPLE],
            },
            { name: 'SECTION_HEADER', type: 'secHead', places: [title(at(24.5, 169, 671, 66), { levels: titleLevel(36, 'tx1', 'ctr') })] },
            { name: 'TITLE_AND_BODY', type: 'tx', places: [title(), words(1, at(24.5, 91, 671, 269))], samples: [TEXT_SAMPLE] },
            {
              name: 'TITLE_AND_TWO_COLUMNS',
              type: 'twoColTx',
              places: [title(), words(1, at(24.5, 91, 315, 269)), words(2, at(380, 91, 315, 269))],
            },
            { name: 'MAIN_POINT', type: 'cust', places: [title(at(38.6, 35, 501, 322), { levels: titleLevel(48, 'tx1') })] },
            {
              name: 'BIG_NUMBER',
              type: 'cust',
              places: [title(at(24.5, 87, 671, 155), { levels: titleLevel(120, 'tx1', 'ctr') }), words(1, at(24.5, 248, 671, 102))],
            },
          ],
        }),
      ],
    },
    cover: ['TITLE'],
    content: ['TITLE_AND_BODY', 'TITLE_AND_TWO_COLUMNS'],
    divider: ['SECTION_HEADER'],
  },
  {
    name: 'many-layouts-without-types',
    traits: ['no types', 'art on some layouts', 'samples tell the usual ones'],
    file: {
      masters: [
        master({
          layouts: [
            {
              name: 'Quote',
              places: [title(at(120, 160, 720, 200), { levels: titleLevel(40) }), words(1, at(120, 370, 720, 40), { levels: small(16) })],
              background: plain('accent1'),
            },
            {
              name: 'Closing',
              places: [
                title(at(54, 200, 500, 90), { levels: titleLevel(44, 'bg1') }),
                words(1, at(54, 300, 500, 110), { levels: small(16, 'bg1') }),
              ],
              background: plain('tx2'),
              samples: [{ 0: ['Thank you'], 1: ['contact@example.org'] }],
              shownAt: 9,
            },
            {
              name: 'Cover',
              places: [
                title(at(54, 170, 800, 110), { levels: titleLevel(44, 'bg1') }),
                words(1, at(54, 290, 800, 40), { levels: small(20, 'bg1') }),
              ],
              background: plain('tx2'),
              samples: [COVER_SAMPLE],
              shownAt: -2,
            },
            ...[text, two, only].map((l) => typed(l)),
          ],
        }),
      ],
    },
    cover: ['Cover'],
    content: ['Text', 'Two columns', 'Title only'],
    divider: ['Quote', 'Closing', 'Cover'],
  },
  {
    name: 'shaded-band',
    traits: ['a gradient below titles', 'white titles'],
    file: {
      masters: [
        master({
          art: rectangle(
            40,
            'Band',
            at(0, 24, 960, 86),
            gradient(0, [
              [0, '<a:schemeClr val="tx2"/>'],
              [100_000, '<a:schemeClr val="accent4"/>'],
            ]),
          ),
          titleStyle: titleLevel(30, 'bg1'),
          layouts: [{ ...cover, masterArt: false }, text, two, { ...section, masterArt: false }],
        }),
      ],
    },
    ...NAMES,
  },
];

/** The file of a house style. */
export function houseStyle({ file }: HouseStyle): Uint8Array {
  return houseFile(file);
}

/** One of them by its name. */
export function houseNamed(name: string): HouseStyle {
  const found = HOUSE_STYLES.find((style) => style.name === name);
  if (!found) throw new Error(`there is no house style ${name}`);
  return found;
}
