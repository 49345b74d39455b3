import { png } from './png.ts';
import { emu, HEADER, NS, placeholder, relationships, scheme, tree, zipped, type Box, type Files } from './xml.ts';

/** A placeholder of a layout: where it stands and how its text looks; `null` of `box`: where its master puts it. */
export interface HousePlace {
  /** Attributes of `p:ph`, as `type="title"`. */
  readonly ph: string;
  readonly name?: string;
  readonly box?: Box | null;
  /** `a:bodyPr`. */
  readonly body?: string;
  /** `a:lvl1pPr` … of its list style. */
  readonly levels?: string;
  /** The prompt. */
  readonly words?: string;
}

/** What sample slides put into the placeholders of a layout, by `idx`, 0 the title's. `picture`: a picture stands there. */
export type SampleFill = Readonly<Record<number, readonly string[] | 'picture'>>;

export interface HouseLayout {
  readonly name: string;
  /** `sldLayout@type`. */
  readonly type?: string;
  readonly places: readonly HousePlace[];
  /** Shapes below the placeholders; the picture `rId9` is at hand. */
  readonly art?: string;
  readonly background?: string;
  readonly masterArt?: boolean;
  readonly samples?: readonly SampleFill[];
  /** Where its samples come in the file, by size. */
  readonly shownAt?: number;
}

export interface HouseMaster {
  readonly name: string;
  readonly colors: Readonly<Record<string, string>>;
  readonly fonts?: readonly [heading: string, body: string];
  readonly dark?: boolean;
  readonly background?: string;
  /** Shapes; the picture `rId900` is at hand. */
  readonly art?: string;
  readonly places: readonly HousePlace[];
  /** `a:lvl1pPr` of titles, and the levels of text. */
  readonly titleStyle: string;
  readonly bodyStyle: string;
  readonly layouts: readonly HouseLayout[];
}

export interface HouseFile {
  readonly page?: { readonly width: number; readonly height: number };
  readonly language?: string;
  readonly masters: readonly HouseMaster[];
  /** The program that wrote it. */
  readonly program?: string;
  /** The picture at hand. */
  readonly picture?: Uint8Array;
  readonly kind?: 'potx' | 'pptx';
}

const MAIN = {
  potx: 'application/vnd.openxmlformats-officedocument.presentationml.template.main+xml',
  pptx: 'application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml',
} as const;

const MAPS = {
  light: 'bg1="lt1" tx1="dk1" bg2="lt2" tx2="dk2"',
  dark: 'bg1="dk1" tx1="lt1" bg2="dk2" tx2="lt2"',
} as const;

function theme({ name, colors, fonts: [heading, body] = ['Calibri', 'Calibri'] }: HouseMaster): string {
  const slots = Object.entries(colors).map(([slot, hex]) => `<a:${slot}><a:srgbClr val="${hex}"/></a:${slot}>`);
  const fill = scheme('phClr');
  const line = `<a:ln w="6350" cap="flat" cmpd="sng" algn="ctr">${fill}<a:prstDash val="solid"/></a:ln>`;
  const face = (family: string): string => `<a:latin typeface="${family}"/><a:ea typeface=""/><a:cs typeface=""/>`;
  return (
    `${HEADER}<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" name="${name}"><a:themeElements>` +
    `<a:clrScheme name="${name}">${slots.join('')}</a:clrScheme>` +
    `<a:fontScheme name="${name}"><a:majorFont>${face(heading)}</a:majorFont><a:minorFont>${face(body)}</a:minorFont></a:fontScheme>` +
    `<a:fmtScheme name="${name}"><a:fillStyleLst>${fill.repeat(3)}</a:fillStyleLst><a:lnStyleLst>${line.repeat(3)}</a:lnStyleLst>` +
    `<a:effectStyleLst>${'<a:effectStyle><a:effectLst/></a:effectStyle>'.repeat(3)}</a:effectStyleLst><a:bgFillStyleLst>${fill.repeat(3)}</a:bgFillStyleLst>` +
    '</a:fmtScheme></a:themeElements><a:objectDefaults/><a:extraClrSchemeLst/></a:theme>'
  );
}

/** Attributes and children of one level, as `levels` of a placeholder and the master's text styles hold it. */
export function textLevel(
  n: number,
  size: number,
  rest: { color?: string; bullet?: string | null; indent?: number; align?: string } = {},
): string {
  const { color = 'tx1', bullet = null, indent = 0, align = 'l' } = rest;
  const hanging = bullet === null ? 0 : -emu(18);
  const mark = bullet === null ? '<a:buNone/>' : `<a:buFont typeface="Arial"/><a:buChar char="${bullet}"/>`;
  return (
    `<a:lvl${n}pPr marL="${emu(indent) - hanging}" indent="${hanging}" algn="${align}"><a:lnSpc><a:spcPct val="95000"/></a:lnSpc><a:spcBef><a:spcPts val="600"/></a:spcBef>` +
    `${mark}<a:defRPr sz="${size * 100}">${scheme(color)}<a:latin typeface="+mn-lt"/></a:defRPr></a:lvl${n}pPr>`
  );
}

export function titleLevel(size: number, color = 'tx2', align = 'l'): string {
  return `<a:lvl1pPr algn="${align}"><a:lnSpc><a:spcPct val="90000"/></a:lnSpc><a:buNone/><a:defRPr sz="${size * 100}" b="1">${scheme(color)}<a:latin typeface="+mj-lt"/></a:defRPr></a:lvl1pPr>`;
}

/** Five levels with bullets, from this size down. */
export function bulleted(size: number, color = 'tx1'): string {
  return [0, 2, 4, 6, 6]
    .map((less, i) => textLevel(i + 1, Math.max(9, size - less), { color, bullet: i === 0 ? '•' : '–', indent: i * 18 }))
    .join('');
}

const shapesOf = (places: readonly HousePlace[], from: number): string =>
  places.map((p, i) => placeholder({ name: `Placeholder ${from + i}`, words: 'Click to edit', ...p, id: from + i })).join('');

const other = Array.from(
  { length: 9 },
  (_, i) => `<a:lvl${i + 1}pPr marL="0"><a:defRPr sz="1800">${scheme('tx1')}<a:latin typeface="+mn-lt"/></a:defRPr></a:lvl${i + 1}pPr>`,
).join('');

function masterXml(m: HouseMaster, layoutIds: readonly number[]): string {
  const background = m.background ?? '<p:bgRef idx="1001"><a:schemeClr val="bg1"/></p:bgRef>';
  const ids = layoutIds.map((id, i) => `<p:sldLayoutId id="${id}" r:id="rId${i + 1}"/>`).join('');
  return (
    `${HEADER}<p:sldMaster ${NS}><p:cSld><p:bg>${background}</p:bg>${tree((m.art ?? '') + shapesOf(m.places, 2))}</p:cSld>` +
    `<p:clrMap ${MAPS[m.dark === true ? 'dark' : 'light']} accent1="accent1" accent2="accent2" accent3="accent3" accent4="accent4" accent5="accent5" accent6="accent6" hlink="hlink" folHlink="folHlink"/>` +
    `<p:sldLayoutIdLst>${ids}</p:sldLayoutIdLst><p:txStyles><p:titleStyle>${m.titleStyle}</p:titleStyle><p:bodyStyle>${m.bodyStyle}</p:bodyStyle><p:otherStyle>${other}</p:otherStyle></p:txStyles></p:sldMaster>`
  );
}

function layoutXml(l: HouseLayout): string {
  const type = l.type === undefined ? '' : ` type="${l.type}"`;
  const art = l.masterArt === false ? ' showMasterSp="0"' : '';
  const background = l.background === undefined ? '' : `<p:bg>${l.background}</p:bg>`;
  return `${HEADER}<p:sldLayout ${NS}${type}${art} preserve="1"><p:cSld name="${l.name}">${background}${tree((l.art ?? '') + shapesOf(l.places, 2))}</p:cSld><p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sldLayout>`;
}

const indexOf = (ph: string): number => Number(/idx="(\d+)"/.exec(ph)?.[1] ?? 0);

function sampleXml(l: HouseLayout, fill: SampleFill): string {
  const filled = l.places.flatMap((place, i): string[] => {
    const index = indexOf(place.ph);
    const words = /type="(?:dt|ftr|sldNum)"/.test(place.ph) ? undefined : fill[index];
    if (words === undefined) return [];
    const { ph, name = `Placeholder ${i}` } = place;
    if (words === 'picture')
      return [
        `<p:pic><p:nvPicPr><p:cNvPr id="${i + 2}" name="${name}"/><p:cNvPicPr/><p:nvPr><p:ph ${ph}/></p:nvPr></p:nvPicPr><p:blipFill><a:blip r:embed="rId9"/><a:stretch><a:fillRect/></a:stretch></p:blipFill><p:spPr/></p:pic>`,
      ];
    const paragraphs = words.map((line) => `<a:p><a:r><a:rPr lang="en-GB"/><a:t>${line}</a:t></a:r></a:p>`).join('');
    return [placeholder({ id: i + 2, name, ph }).replace(/<a:p>[^]*<\/a:p>/, paragraphs)];
  });
  return `${HEADER}<p:sld ${NS}><p:cSld>${tree(filled.join(''))}</p:cSld><p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sld>`;
}

/** The file that a specification says, as a program writes it. */
export function houseFile(house: HouseFile): Uint8Array {
  const page = house.page ?? { width: 960, height: 540 };
  const files: Files = { 'ppt/media/image1.png': house.picture ?? png(96, 40, [0, 112, 127], [255, 255, 255]) };
  let id = 2_147_483_648;
  let number = 0;
  const masterIds: number[] = [];
  const shown: { readonly at: number; readonly id: string }[] = [];
  const slides: [string, string, string][] = [];
  house.masters.forEach((master, m) => {
    masterIds.push(id);
    const layoutIds = master.layouts.map((_, i) => id + 1 + i);
    id += master.layouts.length + 1;
    files[`ppt/theme/theme${m + 1}.xml`] = theme(master);
    files[`ppt/slideMasters/slideMaster${m + 1}.xml`] = masterXml(master, layoutIds);
    const first = number;
    for (const layout of master.layouts) {
      number += 1;
      files[`ppt/slideLayouts/slideLayout${number}.xml`] = layoutXml(layout);
      files[`ppt/slideLayouts/_rels/slideLayout${number}.xml.rels`] = relationships([
        ['rId1', 'slideMaster', `../slideMasters/slideMaster${m + 1}.xml`],
        ['rId9', 'image', '../media/image1.png'],
      ]);
      for (const fill of layout.samples ?? []) {
        const at = slides.length + 1;
        files[`ppt/slides/slide${at}.xml`] = sampleXml(layout, fill);
        files[`ppt/slides/_rels/slide${at}.xml.rels`] = relationships([
          ['rId1', 'slideLayout', `../slideLayouts/slideLayout${number}.xml`],
          ['rId9', 'image', '../media/image1.png'],
        ]);
        shown.push({ at: layout.shownAt ?? 0, id: `rId${500 + at}` });
        slides.push([`rId${500 + at}`, 'slide', `slides/slide${at}.xml`]);
      }
    }
    files[`ppt/slideMasters/_rels/slideMaster${m + 1}.xml.rels`] = relationships([
      ...master.layouts.map((_, i): [string, string, string] => [
        `rId${i + 1}`,
        'slideLayout',
        `../slideLayouts/slideLayout${first + i + 1}.xml`,
      ]),
      [`rId${master.layouts.length + 1}`, 'theme', `../theme/theme${m + 1}.xml`],
      ['rId900', 'image', '../media/image1.png'],
    ]);
  });
  const slideIds = shown
    .toSorted((a, b) => a.at - b.at)
    .map(({ id: rel }, i) => `<p:sldId id="${256 + i}" r:id="${rel}"/>`)
    .join('');
  files['ppt/presentation.xml'] =
    `${HEADER}<p:presentation ${NS}><p:sldMasterIdLst>${masterIds.map((m, i) => `<p:sldMasterId id="${m}" r:id="rId${i + 1}"/>`).join('')}</p:sldMasterIdLst>` +
    `${slideIds === '' ? '' : `<p:sldIdLst>${slideIds}</p:sldIdLst>`}<p:sldSz cx="${emu(page.width)}" cy="${emu(page.height)}"/><p:notesSz cx="6858000" cy="9144000"/>` +
    `<p:defaultTextStyle><a:defPPr><a:defRPr lang="${house.language ?? 'en-GB'}"/></a:defPPr></p:defaultTextStyle></p:presentation>`;
  files['ppt/_rels/presentation.xml.rels'] = relationships([
    ...masterIds.map((_, i): [string, string, string] => [`rId${i + 1}`, 'slideMaster', `slideMasters/slideMaster${i + 1}.xml`]),
    ...slides,
    ['rId600', 'theme', 'theme/theme1.xml'],
  ]);
  files['docProps/app.xml'] =
    `${HEADER}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"><Application>${house.program ?? 'Microsoft Office PowerPoint'}</Application></Properties>`;
  files['_rels/.rels'] = relationships([
    ['rId1', 'officeDocument', 'ppt/presentation.xml'],
    ['rId3', 'extended-properties', 'docProps/app.xml'],
  ]);
  return zipped(files, MAIN[house.kind ?? 'potx']);
}
