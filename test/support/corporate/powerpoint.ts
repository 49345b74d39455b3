import { png } from './png.ts';
import {
  emu,
  HEADER,
  NS,
  picture,
  placeholder,
  rectangle,
  relationships,
  scheme,
  tree,
  xfrm,
  zipped,
  type Box,
  type Files,
} from './xml.ts';

/** What a template made for the tests is like; left out, it is a plain German one in 16:9. */
export interface PowerPointOptions {
  readonly page?: { readonly width: number; readonly height: number };
  /** Layouts by their type, with the names their maker gave them. */
  readonly names?: Readonly<Record<string, string>>;
  /** Types that the file has layouts for, by default all of `names`. */
  readonly layouts?: readonly string[];
  /** Whether layouts say what type they are. */
  readonly typed?: boolean;
  readonly fonts?: { readonly heading: string; readonly body: string };
  /** What the theme says of its fonts, as `panose="…" pitchFamily="…"`. */
  readonly fontFacts?: string;
  /** A font that the master's text styles name past the theme. */
  readonly statedFont?: string;
  /** `p:embeddedFontLst` of the presentation. */
  readonly embedded?: string;
  readonly colors?: Readonly<Record<string, string>>;
  /** Text is light on dark: the master maps its colours the other way round. */
  readonly dark?: boolean;
  /** Of the master, as `p:bg` holds it. */
  readonly background?: string;
  /** Shapes of the master, with the picture `rId90` at hand. */
  readonly art?: (page: { readonly width: number; readonly height: number }) => string;
  readonly titleBox?: Box;
  /** Colour of the body's text. */
  readonly bodyColor?: string;
  /** A second master, of another colour, with the same layouts. */
  readonly twoMasters?: boolean;
  readonly kind?: 'potx' | 'pptx' | 'potm';
  /** Relationships of the first layout that lead outside. */
  readonly external?: string;
  /** Leaves the master's title out, and every layout's. */
  readonly untitled?: boolean;
  /** Leaves out where content placeholders stand. */
  readonly unplaced?: boolean;
  /** Whether the master has an SVG (`rId991`) and an EMF (`rId992`) at hand. */
  readonly vectors?: boolean;
  /** Which of `ftr`, `sldNum` and `dt` the sample slides of each layout show, by its type; those not named show footer and number. */
  readonly sampleFeet?: Readonly<Record<string, readonly string[]>>;
  /** Whether text runs leftwards in master, layouts and presentation. */
  readonly rightToLeft?: boolean;
  /** How many layouts in all, the last repeated. */
  readonly count?: number;
}

export const GERMAN: Readonly<Record<string, string>> = {
  title: 'Titelfolie',
  obj: 'Titel und Inhalt',
  secHead: 'Abschnittsüberschrift',
  twoObj: 'Zwei Inhalte',
  titleOnly: 'Nur Titel',
  blank: 'Leer',
  picTx: 'Bild mit Überschrift',
};

export const BRAND: Readonly<Record<string, string>> = {
  dk1: '1C2B33',
  lt1: 'FFFFFF',
  dk2: '00505A',
  lt2: 'EEF3F4',
  accent1: '00707F',
  accent2: 'C8501E',
  accent3: '5B6F7A',
  accent4: '8FB8BF',
  accent5: '37474F',
  accent6: 'B58B2B',
  hlink: '005F9E',
  folHlink: '6A4C93',
};

const MAPS = {
  light: 'bg1="lt1" tx1="dk1" bg2="lt2" tx2="dk2"',
  dark: 'bg1="dk1" tx1="lt1" bg2="dk2" tx2="lt2"',
} as const;

const WIDESCREEN = { width: 960, height: 540 } as const;

function themePart(
  name: string,
  fonts: { heading: string; body: string },
  facts: string,
  colors: Readonly<Record<string, string>>,
): string {
  const slots = Object.entries(colors).map(([slot, hex]) => `<a:${slot}><a:srgbClr val="${hex}"/></a:${slot}>`);
  const fill = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>';
  const line =
    '<a:ln w="6350" cap="flat" cmpd="sng" algn="ctr"><a:solidFill><a:schemeClr val="phClr"/></a:solidFill><a:prstDash val="solid"/></a:ln>';
  const face = (family: string): string => `<a:latin typeface="${family}" ${facts}/><a:ea typeface=""/><a:cs typeface=""/>`;
  return (
    `${HEADER}<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" name="${name}"><a:themeElements>` +
    `<a:clrScheme name="${name}">${slots.join('')}</a:clrScheme>` +
    `<a:fontScheme name="${name}"><a:majorFont>${face(fonts.heading)}</a:majorFont><a:minorFont>${face(fonts.body)}</a:minorFont></a:fontScheme>` +
    `<a:fmtScheme name="${name}"><a:fillStyleLst>${fill.repeat(3)}</a:fillStyleLst><a:lnStyleLst>${line.repeat(3)}</a:lnStyleLst>` +
    `<a:effectStyleLst>${'<a:effectStyle><a:effectLst/></a:effectStyle>'.repeat(3)}</a:effectStyleLst><a:bgFillStyleLst>${fill.repeat(3)}</a:bgFillStyleLst>` +
    '</a:fmtScheme></a:themeElements><a:objectDefaults/><a:extraClrSchemeLst/></a:theme>'
  );
}

function level(n: number, size: number, color: string): string {
  const left = 228_600 + (n - 1) * 457_200;
  return (
    `<a:lvl${n}pPr marL="${left}" indent="-228600" algn="l" defTabSz="914400" rtl="0" eaLnBrk="1" latinLnBrk="0" hangingPunct="1">` +
    `<a:lnSpc><a:spcPct val="90000"/></a:lnSpc><a:spcBef><a:spcPts val="${n === 1 ? 1000 : 500}"/></a:spcBef>` +
    `<a:buFont typeface="Arial" panose="020B0604020202020204" pitchFamily="34" charset="0"/><a:buChar char="•"/>` +
    `<a:defRPr sz="${size * 100}" kern="1200">${color}<a:latin typeface="+mn-lt"/><a:ea typeface="+mn-ea"/><a:cs typeface="+mn-cs"/></a:defRPr></a:lvl${n}pPr>`
  );
}

function textStyles(bodyColor: string): string {
  const sizes = [24, 20, 18, 16, 16, 16, 16, 16, 16];
  const title =
    '<a:lvl1pPr algn="l" defTabSz="914400" rtl="0" eaLnBrk="1" latinLnBrk="0" hangingPunct="1"><a:lnSpc><a:spcPct val="90000"/></a:lnSpc>' +
    `<a:spcBef><a:spcPct val="0"/></a:spcBef><a:buNone/><a:defRPr sz="3200" b="1" kern="1200">${scheme('tx2')}<a:latin typeface="+mj-lt"/><a:ea typeface="+mj-ea"/><a:cs typeface="+mj-cs"/></a:defRPr></a:lvl1pPr>`;
  const other = Array.from(
    { length: 9 },
    (_, i) =>
      `<a:lvl${i + 1}pPr marL="${i * 457_200}"><a:defRPr sz="1800" kern="1200">${scheme('tx1')}<a:latin typeface="+mn-lt"/></a:defRPr></a:lvl${i + 1}pPr>`,
  );
  return (
    `<p:txStyles><p:titleStyle>${title}</p:titleStyle><p:bodyStyle>${sizes.map((size, i) => level(i + 1, size, bodyColor)).join('')}</p:bodyStyle>` +
    `<p:otherStyle>${other.join('')}</p:otherStyle></p:txStyles>`
  );
}

function stated(styles: string, font: string | undefined): string {
  return font === undefined ? styles : styles.replace(/typeface="\+m[jn]-lt"/g, `typeface="${font}" panose="02040503050406030204"`);
}

const DEFAULT_LEVEL = `<a:lvl1pPr marL="0" algn="l"><a:defRPr sz="1800" kern="1200">${scheme('tx1')}<a:latin typeface="+mn-lt"/><a:ea typeface="+mn-ea"/><a:cs typeface="+mn-cs"/></a:defRPr></a:lvl1pPr>`;

interface Frames {
  readonly title: Box;
  readonly body: Box;
  readonly left: Box;
  readonly right: Box;
  readonly foot: (share: number, width: number) => Box;
}

function frames({ width, height }: { width: number; height: number }, titleBox: Box | undefined): Frames {
  const margin = width * 0.06;
  const inner = width - 2 * margin;
  const title = titleBox ?? { x: margin, y: height * 0.09, width: inner, height: height * 0.16 };
  const top = height * 0.3;
  const bodyHeight = height * 0.58;
  const half = inner / 2 - 9;
  return {
    title,
    body: { x: margin, y: top, width: inner, height: bodyHeight },
    left: { x: margin, y: top, width: half, height: bodyHeight },
    right: { x: margin + half + 18, y: top, width: half, height: bodyHeight },
    foot: (share, w) => ({ x: margin + inner * share, y: height * 0.92, width: inner * w, height: height * 0.05 }),
  };
}

const FOOT_STYLE = `<a:lvl1pPr algn="l"><a:defRPr sz="1000">${scheme('tx1')}</a:defRPr></a:lvl1pPr>`;

function foot(from: number): string {
  return (
    placeholder({ id: from, name: 'Datumsplatzhalter 3', ph: 'type="dt" sz="half" idx="10"', words: '' }) +
    placeholder({ id: from + 1, name: 'Fußzeilenplatzhalter 4', ph: 'type="ftr" sz="quarter" idx="11"', words: '' }) +
    placeholder({ id: from + 2, name: 'Foliennummernplatzhalter 5', ph: 'type="sldNum" sz="quarter" idx="12"', words: '‹Nr.›' })
  );
}

/** Shapes of each layout, by its type, as PowerPoint's own layouts have them. */
function layoutShapes(type: string, f: Frames, { untitled = false, unplaced = false }: PowerPointOptions): string {
  const title = untitled ? '' : placeholder({ id: 2, name: 'Titel 1', ph: 'type="title"' });
  const place = (box: Box): Box | null => (unplaced ? { x: 0, y: 0, width: 0, height: 0 } : box);
  const content = (id: number, ph: string, box: Box | null = null): string =>
    placeholder({ id, name: `Inhaltsplatzhalter ${id - 1}`, ph, box });
  switch (type) {
    case 'title':
      return (
        (untitled
          ? ''
          : placeholder({
              id: 2,
              name: 'Titel 1',
              ph: 'type="ctrTitle"',
              box: { ...f.title, y: f.title.y * 2.2, height: f.title.height * 1.4 },
              body: '<a:bodyPr anchor="b"/>',
              levels: '<a:lvl1pPr algn="l"><a:defRPr sz="4400"/></a:lvl1pPr>',
            })) +
        placeholder({
          id: 3,
          name: 'Untertitel 2',
          ph: 'type="subTitle" idx="1"',
          box: { ...f.body, y: f.body.y * 1.65, height: f.body.height * 0.45 },
          levels: `<a:lvl1pPr marL="0" indent="0" algn="l"><a:buNone/><a:defRPr sz="2000"/></a:lvl1pPr>`,
        }) +
        foot(4)
      );
    case 'obj':
      return `${title}${content(3, 'idx="1"', unplaced ? place(f.body) : null)}${foot(4)}`;
    case 'secHead':
      return (
        title +
        placeholder({
          id: 3,
          name: 'Textplatzhalter 2',
          ph: 'type="body" idx="1"',
          box: { ...f.body, height: f.body.height * 0.5 },
          levels: '<a:lvl1pPr marL="0" indent="0"><a:buNone/><a:defRPr sz="2000"/></a:lvl1pPr>',
        }) +
        foot(4)
      );
    case 'twoObj':
      return `${title}${content(3, 'sz="half" idx="1"', place(f.left))}${content(4, 'sz="half" idx="2"', place(f.right))}${foot(5)}`;
    case 'picTx':
      return (
        title +
        placeholder({ id: 3, name: 'Bildplatzhalter 2', ph: 'type="pic" idx="1"', box: f.right }) +
        placeholder({
          id: 4,
          name: 'Textplatzhalter 3',
          ph: 'type="body" sz="half" idx="2"',
          box: f.left,
          levels: '<a:lvl1pPr marL="0" indent="0"><a:buNone/><a:defRPr sz="1800"/></a:lvl1pPr>',
        }) +
        foot(5)
      );
    case 'titleOnly':
      return `${title}${foot(3)}`;
    default:
      return foot(2);
  }
}

const MAIN: Readonly<Record<string, string>> = {
  potx: 'application/vnd.openxmlformats-officedocument.presentationml.template.main+xml',
  pptx: 'application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml',
  potm: 'application/vnd.ms-powerpoint.template.macroEnabled.main+xml',
};

function masterPart(o: PowerPointOptions, f: Frames, count: number, firstId: number): string {
  const page = o.page ?? WIDESCREEN;
  const body = `<a:bodyPr vert="horz" lIns="91440" tIns="45720" rIns="91440" bIns="45720" rtlCol="0" anchor="ctr"><a:normAutofit/></a:bodyPr>`;
  const shapes = [
    o.art?.(page) ?? '',
    o.untitled === true ? '' : placeholder({ id: 2, name: 'Titelplatzhalter 1', ph: 'type="title"', box: f.title, body }),
    placeholder({
      id: 3,
      name: 'Textplatzhalter 2',
      ph: 'type="body" idx="1"',
      box: o.unplaced === true ? { x: 0, y: 0, width: 0, height: 0 } : f.body,
      body: body.replace(' anchor="ctr"', ''),
    }),
    placeholder({
      id: 4,
      name: 'Datumsplatzhalter 3',
      ph: 'type="dt" sz="half" idx="2"',
      box: f.foot(0.6, 0.2),
      body,
      levels: FOOT_STYLE,
      words: '',
    }),
    placeholder({
      id: 5,
      name: 'Fußzeilenplatzhalter 4',
      ph: 'type="ftr" sz="quarter" idx="3"',
      box: f.foot(0, 0.55),
      body,
      levels: FOOT_STYLE,
      words: '',
    }),
    placeholder({
      id: 6,
      name: 'Foliennummernplatzhalter 5',
      ph: 'type="sldNum" sz="quarter" idx="4"',
      box: f.foot(0.85, 0.15),
      body,
      levels: FOOT_STYLE.replace('algn="l"', 'algn="r"'),
      words: '‹Nr.›',
    }),
  ];
  const map = MAPS[o.dark === true ? 'dark' : 'light'];
  const ids = Array.from({ length: count }, (_, i) => `<p:sldLayoutId id="${firstId + 1 + i}" r:id="rId${i + 1}"/>`).join('');
  const background = o.background ?? '<p:bgRef idx="1001"><a:schemeClr val="bg1"/></p:bgRef>';
  return (
    `${HEADER}<p:sldMaster ${NS}><p:cSld><p:bg>${background}</p:bg>${tree(shapes.join(''))}</p:cSld>` +
    `<p:clrMap ${map} accent1="accent1" accent2="accent2" accent3="accent3" accent4="accent4" accent5="accent5" accent6="accent6" hlink="hlink" folHlink="folHlink"/>` +
    `<p:sldLayoutIdLst>${ids}</p:sldLayoutIdLst>${stated(textStyles(scheme(o.bodyColor ?? 'tx1')), o.statedFont)}</p:sldMaster>`
  );
}

const SAMPLE_LINES: readonly (readonly [number, string])[] = [
  [0, 'Erste Ebene: so sieht ein Punkt in dieser Vorlage aus, auch wenn er zwei Zeilen lang wird und darum umbricht'],
  [1, 'Zweite Ebene'],
  [2, 'Dritte Ebene'],
  [0, 'Noch ein Punkt der ersten Ebene'],
];

function listed(xml: string, lines: typeof SAMPLE_LINES): string {
  const paragraphs = lines.map(([lvl, words]) => `<a:p><a:pPr lvl="${lvl}"/><a:r><a:rPr lang="de-DE"/><a:t>${words}</a:t></a:r></a:p>`);
  return xml.replace(/<a:p>[^]*<\/a:p>/, paragraphs.join(''));
}

const FEET: Readonly<Record<string, readonly [string, string]>> = {
  ftr: ['type="ftr" sz="quarter" idx="11"', 'Stabsstelle | Mustervortrag'],
  sldNum: ['type="sldNum" sz="quarter" idx="12"', '‹Nr.›'],
  dt: ['type="dt" sz="half" idx="10"', '1. Mai'],
};

/** What a sample slide shows in the placeholders of its layout. */
function sampleShapes(type: string, n: number, feet: readonly string[]): string {
  const filled = (id: number, ph: string, words: string): string => placeholder({ id, name: `Platzhalter ${id}`, ph, words });
  const footer = feet.map((ph, i) => filled(20 + i, ...(FEET[ph] ?? ['', '']))).join('');
  const title = filled(2, type === 'title' ? 'type="ctrTitle"' : 'type="title"', `Musterfolie ${n}`);
  switch (type) {
    case 'title':
      return title + filled(3, 'type="subTitle" idx="1"', 'Untertitel des Vortrags') + footer;
    case 'twoObj':
      return (
        title +
        listed(filled(3, 'sz="half" idx="1"', ''), SAMPLE_LINES.slice(0, 2)) +
        listed(filled(4, 'sz="half" idx="2"', ''), SAMPLE_LINES.slice(1)) +
        footer
      );
    case 'obj':
      return title + listed(filled(3, 'idx="1"', ''), SAMPLE_LINES) + footer;
    default:
      return title;
  }
}

/** Sample slides as a template has them: words on several layouts, a picture of their own, a link between them. */
function samples(
  files: Files,
  layouts: readonly string[],
  feet: PowerPointOptions['sampleFeet'] = {},
): (readonly [string, string, string])[] {
  const wanted = ['title', 'obj', 'twoObj'].filter((type) => layouts.includes(type));
  const types = wanted.length > 0 ? wanted : layouts.slice(0, 1);
  types.forEach((type, i) => {
    const own = i === types.length - 1 ? picture(30, 'Muster', { x: 8, y: 8, width: 24, height: 24 }, 'rId2') : '';
    files[`ppt/slides/slide${i + 1}.xml`] =
      `${HEADER}<p:sld ${NS}><p:cSld>${tree(sampleShapes(type, i + 1, feet[type] ?? ['ftr', 'sldNum']) + own)}</p:cSld><p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sld>`;
    files[`ppt/slides/_rels/slide${i + 1}.xml.rels`] = relationships([
      ['rId1', 'slideLayout', `../slideLayouts/slideLayout${layouts.indexOf(type) + 1}.xml`],
      ['rId2', 'image', '../media/sample.png'],
    ]);
  });
  files['ppt/media/sample.png'] = png(24, 24, [200, 30, 30]);
  return types.map((_, i) => [`rId5${i + 1}`, 'slide', `slides/slide${i + 1}.xml`]);
}

const VECTORS: readonly (readonly [string, string, string])[] = [
  ['rId991', 'image', '../media/image2.svg'],
  ['rId992', 'image', '../media/image3.emf'],
];

const SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 96 40"><rect width="96" height="40" fill="#C8501E"/></svg>';

/** No drawing, but the head of one: what a program tells an EMF by. */
function emf(): Uint8Array {
  const bytes = new Uint8Array(108);
  bytes[0] = 1;
  bytes.set(new TextEncoder().encode(' EMF'), 40);
  return bytes;
}

/** The same part with text that runs leftwards. */
function turned(xml: string): string {
  return xml
    .replaceAll(' rtl="0"', '')
    .replace(/algn="[lr]"/g, (align) => `algn="${align === 'algn="l"' ? 'r' : 'l'}" rtl="1"`)
    .replace('<p:presentation ', '<p:presentation rtl="1" ');
}

/** A template with everything that PowerPoint writes into one, by the options. */
export function powerPointTemplate(o: PowerPointOptions = {}): Uint8Array {
  const page = o.page ?? WIDESCREEN;
  const names = o.names ?? GERMAN;
  const types = [...(o.layouts ?? Object.keys(names))];
  while (types.length < (o.count ?? 0)) types.push('obj');
  const f = frames(page, o.titleBox);
  const fonts = o.fonts ?? { heading: 'Calibri', body: 'Calibri' };
  const files: Files = { 'ppt/media/image1.png': png(96, 40, [0, 112, 127], [255, 255, 255]) };
  if (o.vectors === true) Object.assign(files, { 'ppt/media/image2.svg': SVG, 'ppt/media/image3.emf': emf() });
  const masters = o.twoMasters === true ? 2 : 1;
  let id = 2_147_483_648;
  const ids: number[] = [];
  for (let m = 0; m < masters; m += 1) {
    ids.push(id);
    const colors = { ...(o.colors ?? BRAND), ...(m === 1 ? { accent1: 'A01B68', dk2: '6A0F45' } : {}) };
    files[`ppt/theme/theme${m + 1}.xml`] = themePart(
      m === 0 ? 'Behörde' : 'Behörde zwei',
      fonts,
      o.fontFacts ?? 'panose="020F0302020204030204"',
      colors,
    );
    files[`ppt/slideMasters/slideMaster${m + 1}.xml`] = masterPart(o, f, types.length, id);
    types.forEach((type, i) => {
      const number = m * types.length + i + 1;
      const list = o.typed === false ? '' : ` type="${type}"`;
      const shapes = layoutShapes(type, f, o);
      files[`ppt/slideLayouts/slideLayout${number}.xml`] =
        `${HEADER}<p:sldLayout ${NS}${list} preserve="1"><p:cSld name="${names[type] ?? type}">${tree(shapes)}</p:cSld><p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sldLayout>`;
      const outside = o.external !== undefined && number === 1 ? [['rId7', 'hyperlink', o.external] as const] : [];
      files[`ppt/slideLayouts/_rels/slideLayout${number}.xml.rels`] = relationships([
        ['rId1', 'slideMaster', `../slideMasters/slideMaster${m + 1}.xml`],
        ...outside,
      ]);
    });
    files[`ppt/slideMasters/_rels/slideMaster${m + 1}.xml.rels`] = relationships([
      ...types.map((_, i): readonly [string, string, string] => [
        `rId${i + 1}`,
        'slideLayout',
        `../slideLayouts/slideLayout${m * types.length + i + 1}.xml`,
      ]),
      [`rId${types.length + 1}`, 'theme', `../theme/theme${m + 1}.xml`],
      ['rId990', 'image', '../media/image1.png'],
      ...(o.vectors === true ? VECTORS : []),
    ]);
    id += types.length + 1;
  }
  const slides = types.length === 0 ? [] : samples(files, types, o.sampleFeet);
  const slideIds = slides.map(([rel], i) => `<p:sldId id="${256 + i}" r:id="${rel}"/>`).join('');
  const sections = `<p:extLst><p:ext uri="{521415D9-36F7-43E2-AB2F-B90AF26B5E84}"><p14:sectionLst xmlns:p14="http://schemas.microsoft.com/office/powerpoint/2010/main"><p14:section name="Muster" id="{0A1B2C3D-0000-4000-8000-00000000ABCD}"><p14:sldIdLst>${slides.map((_, i) => `<p14:sldId id="${256 + i}"/>`).join('')}</p14:sldIdLst></p14:section></p14:sectionLst></p:ext></p:extLst>`;
  files['ppt/presentation.xml'] =
    `${HEADER}<p:presentation ${NS} saveSubsetFonts="1"><p:sldMasterIdLst>${ids.map((master, i) => `<p:sldMasterId id="${master}" r:id="rId${i + 1}"/>`).join('')}</p:sldMasterIdLst>` +
    `${slides.length > 0 ? `<p:sldIdLst>${slideIds}</p:sldIdLst>` : ''}<p:sldSz cx="${emu(page.width)}" cy="${emu(page.height)}"/><p:notesSz cx="6858000" cy="9144000"/>${o.embedded ?? ''}` +
    `<p:defaultTextStyle><a:defPPr><a:defRPr lang="de-DE"/></a:defPPr>${DEFAULT_LEVEL}</p:defaultTextStyle>${slides.length > 0 ? sections : ''}</p:presentation>`;
  files['ppt/_rels/presentation.xml.rels'] = relationships([
    ...ids.map((_, i): readonly [string, string, string] => [`rId${i + 1}`, 'slideMaster', `slideMasters/slideMaster${i + 1}.xml`]),
    ...slides,
    ['rId60', 'presProps', 'presProps.xml'],
    ['rId61', 'viewProps', 'viewProps.xml'],
    ['rId62', 'theme', 'theme/theme1.xml'],
    ['rId63', 'tableStyles', 'tableStyles.xml'],
    ...(o.kind === 'potm' ? [['rId64', 'vbaProject', 'vbaProject.bin'] as const] : []),
  ]);
  if (o.kind === 'potm') files['ppt/vbaProject.bin'] = new Uint8Array([1, 2, 3]);
  files['ppt/presProps.xml'] = `${HEADER}<p:presentationPr ${NS}/>`;
  files['ppt/viewProps.xml'] = `${HEADER}<p:viewPr ${NS}><p:gridSpacing cx="76200" cy="76200"/></p:viewPr>`;
  files['ppt/tableStyles.xml'] =
    `${HEADER}<a:tblStyleLst xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" def="{5C22544A-7EE6-4342-B048-85BDC9FD1C3A}"/>`;
  files['docProps/app.xml'] =
    `${HEADER}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"><Application>Microsoft Office PowerPoint</Application></Properties>`;
  files['docProps/core.xml'] =
    `${HEADER}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>Vorlage</dc:title><dc:creator>Stabsstelle</dc:creator></cp:coreProperties>`;
  files['docProps/custom.xml'] =
    `${HEADER}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties" xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"><property fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="2" name="MSIP_Label_Enabled"><vt:lpwstr>true</vt:lpwstr></property></Properties>`;
  files['_rels/.rels'] = relationships([
    ['rId1', 'officeDocument', 'ppt/presentation.xml'],
    ['rId2', 'metadata/core-properties', 'docProps/core.xml'],
    ['rId3', 'extended-properties', 'docProps/app.xml'],
    ['rId4', 'custom-properties', 'docProps/custom.xml'],
  ]);
  if (o.rightToLeft === true) {
    for (const [name, part] of Object.entries(files)) {
      if (typeof part === 'string' && /^ppt\/(?:slideMasters|slideLayouts|presentation)[^_]*\.xml$/.test(name)) files[name] = turned(part);
    }
  }
  return zipped(files, MAIN[o.kind ?? 'potx'] ?? '');
}

/** The logo that every master has at hand, in a corner. */
export function logo(box: Box, id = 30): string {
  return picture(id, 'Logo', box, 'rId990');
}

export { rectangle, scheme, xfrm };
