/**
 * What an organisation's file may bring into a deck: an allow-list, as data.
 *
 * Threat model. The file comes by mail or from an intranet, and whatever stands on its masters and layouts goes into every deck
 * that is made with it: to ministers, to journalists, to other houses. Whoever opens such a deck trusts whoever sent it. So the
 * file, or a pack that holds it, may be made by somebody who wants to
 * - learn who opens a deck, where and when: pictures, sounds, films, objects and templates fetched by address as the deck opens
 *   (LibreOffice fetches a linked picture unasked; PowerPoint opens `\\server\share` and gives away a password's hash);
 * - run something: actions that start programs or macros, macros, ActiveX, embedded files that open with a double click, commands in
 *   animations, add-ins' panes;
 * - hide something: a part that is not what its name, type or relationship says; the same part reached in an unusual place, by
 *   another spelling, in another encoding, under another XML prefix, or in the other branch of an `mc:AlternateContent`;
 * - reach what reads it: entities, parts out of the package, sizes without end (`package.ts` and `archive.ts` bound those).
 * Nobody can list all that Office may ever run. So nothing is looked for by its badness alone: a part is kept where a relationship
 * of an allowed type leads to it, from inside, and its own first bytes or root element say that it is of that kind. All else goes,
 * with the elements that need it, and is named. Elements are different: a theme, layout or master is kept with its vocabulary
 * (PowerPoint adds to it every year), but without the elements below, which act by themselves or hold addresses.
 * Decoders of pictures and fonts are trusted, as for any picture in any document. What the file's sample slides hold reaches no
 * deck; it is taken out of what is kept too, but nobody is told of it.
 *
 * Not here yet: a loud opt-in for a link that leads out. It would keep a relationship for which `what` is `link`, at `whyOut`.
 */

/** A kind of part, told by what it holds. */
export type PartKind =
  | 'presentation'
  | 'master'
  | 'layout'
  | 'theme'
  | 'theme-override'
  | 'notes-master'
  | 'handout-master'
  | 'presentation-properties'
  | 'view-properties'
  | 'table-styles'
  | 'slide'
  | 'chart'
  | 'chart-shapes'
  | 'chart-style'
  | 'chart-colors'
  | 'diagram-data'
  | 'diagram-layout'
  | 'diagram-style'
  | 'diagram-colors'
  | 'diagram-drawing'
  | 'core-properties'
  | 'extended-properties'
  | 'custom-properties'
  | 'picture'
  | 'font';

const PML = 'application/vnd.openxmlformats-officedocument.presentationml';
const DML = 'application/vnd.openxmlformats-officedocument.drawingml';
const OFFICE = 'application/vnd.openxmlformats-officedocument';

/** XML parts: the root element's local name, and the content type. ECMA-376 part 1, chapters 13 to 15; [MS-ODRAWXML]. */
export const XML_KINDS: Readonly<Partial<Record<PartKind, { readonly root: string; readonly type: string }>>> = {
  presentation: { root: 'presentation', type: `${PML}.presentation.main+xml` },
  master: { root: 'sldMaster', type: `${PML}.slideMaster+xml` },
  layout: { root: 'sldLayout', type: `${PML}.slideLayout+xml` },
  theme: { root: 'theme', type: `${OFFICE}.theme+xml` },
  'theme-override': { root: 'themeOverride', type: `${OFFICE}.themeOverride+xml` },
  'notes-master': { root: 'notesMaster', type: `${PML}.notesMaster+xml` },
  'handout-master': { root: 'handoutMaster', type: `${PML}.handoutMaster+xml` },
  'presentation-properties': { root: 'presentationPr', type: `${PML}.presProps+xml` },
  'view-properties': { root: 'viewPr', type: `${PML}.viewProps+xml` },
  'table-styles': { root: 'tblStyleLst', type: `${PML}.tableStyles+xml` },
  slide: { root: 'sld', type: `${PML}.slide+xml` },
  chart: { root: 'chartSpace', type: `${DML}.chart+xml` },
  'chart-shapes': { root: 'userShapes', type: `${DML}.chartshapes+xml` },
  'chart-style': { root: 'chartStyle', type: 'application/vnd.ms-office.chartstyle+xml' },
  'chart-colors': { root: 'colorStyle', type: 'application/vnd.ms-office.chartcolorstyle+xml' },
  'diagram-data': { root: 'dataModel', type: `${DML}.diagramData+xml` },
  'diagram-layout': { root: 'layoutDef', type: `${DML}.diagramLayout+xml` },
  'diagram-style': { root: 'styleDef', type: `${DML}.diagramStyle+xml` },
  'diagram-colors': { root: 'colorsDef', type: `${DML}.diagramColors+xml` },
  'diagram-drawing': { root: 'drawing', type: 'application/vnd.ms-office.drawingml.diagramDrawing+xml' },
  'core-properties': { root: 'coreProperties', type: 'application/vnd.openxmlformats-package.core-properties+xml' },
  'extended-properties': { root: 'Properties', type: `${OFFICE}.extended-properties+xml` },
  'custom-properties': { root: 'Properties', type: `${OFFICE}.custom-properties+xml` },
};

/** The presentation's other content types that hold no macros. */
export const PLAIN_MAIN: ReadonlySet<string> = new Set([
  `${PML}.presentation.main+xml`,
  `${PML}.template.main+xml`,
  `${PML}.slideshow.main+xml`,
]);
export const TEMPLATE_MAIN = `${PML}.template.main+xml`;

/** What relationships may lead to, by the end of their type; the beginning is one of `VOCABULARIES`. */
export const RELATIONS: Readonly<Record<string, PartKind>> = {
  officeDocument: 'presentation',
  'metadata/core-properties': 'core-properties',
  'extended-properties': 'extended-properties',
  extendedProperties: 'extended-properties',
  'metadata/extended-properties': 'extended-properties',
  'custom-properties': 'custom-properties',
  'metadata/thumbnail': 'picture',
  slideMaster: 'master',
  slideLayout: 'layout',
  theme: 'theme',
  themeOverride: 'theme-override',
  notesMaster: 'notes-master',
  handoutMaster: 'handout-master',
  presProps: 'presentation-properties',
  viewProps: 'view-properties',
  tableStyles: 'table-styles',
  slide: 'slide',
  image: 'picture',
  hdphoto: 'picture',
  font: 'font',
  chart: 'chart',
  chartUserShapes: 'chart-shapes',
  chartStyle: 'chart-style',
  chartColorStyle: 'chart-colors',
  diagramData: 'diagram-data',
  diagramLayout: 'diagram-layout',
  diagramQuickStyle: 'diagram-style',
  diagramColors: 'diagram-colors',
  diagramDrawing: 'diagram-drawing',
};

/** Beginnings of relationship types: ECMA-376 transitional and strict, OPC, and Microsoft's own. */
export const VOCABULARIES =
  /^http:\/\/(?:schemas\.openxmlformats\.org\/(?:officeDocument|officedocument|package)\/2006\/relationships|purl\.oclc\.org\/ooxml\/officeDocument\/relationships|schemas\.microsoft\.com\/office\/20\d\d(?:\/\d\d)?\/relationships)\/([\w/-]+)$/;

/** What is taken out, as a person would call it. */
export const WORDS = {
  'linked-picture': 'a linked picture',
  'linked-media': 'a linked sound or film',
  'linked-object': 'a linked object',
  link: 'a link that leads out of the file',
  outside: 'a reference that leads out of the file',
  program: 'an action that starts a program',
  'macro-action': 'an action that runs a macro',
  'file-action': 'an action that opens a file',
  'object-action': 'an action on an embedded object',
  'other-action': 'an action that is not of those between slides',
  object: 'an embedded object',
  workbook: 'a file embedded in a chart',
  control: 'an ActiveX control',
  sound: 'a sound',
  film: 'a film',
  command: 'an animation that gives commands',
  macros: 'macros or buttons of its own',
  'add-in': 'an add-in’s pane',
  'false-picture': 'a file that is not the picture it is called',
  'live-drawing': 'an SVG drawing with a script or an address in it',
  'false-part': 'a part that is not what it is called',
  unknown: 'a part of a kind that decks do not take over',
  // What does nothing, but is no design.
  data: 'data of add-ins and other programs',
  ink: 'ink',
  printer: 'printer settings',
  comments: 'comments',
  signature: 'a digital signature',
  missing: 'a reference to a part that is not in the file',
} as const satisfies Record<string, string>;

export type What = keyof typeof WORDS;

/** What does nothing by itself and reaches nowhere: left out of decks, but no reason to refuse a pack. */
export const INERT: ReadonlySet<What> = new Set(['data', 'ink', 'printer', 'comments', 'signature', 'missing']);

/** Types of relationship that are out, by their end, where more can be said than `unknown`. Null: of the samples, or of who edited them. */
export const OUT: Readonly<Record<string, What | null>> = {
  hyperlink: 'link',
  oleObject: 'object',
  package: 'object',
  control: 'control',
  activeXControlBinary: 'control',
  audio: 'sound',
  video: 'film',
  media: 'film',
  vbaProject: 'macros',
  vbaProjectSignature: 'macros',
  vbaProjectSignatureAgile: 'macros',
  vbaProjectSignatureV3: 'macros',
  wordVbaData: 'macros',
  attachedToolbars: 'macros',
  'ui/extensibility': 'macros',
  'ui/userCustomization': 'macros',
  webextension: 'add-in',
  webextensiontaskpanes: 'add-in',
  customXml: 'data',
  customXmlProps: 'data',
  tags: 'data',
  smartTags: 'data',
  slideUpdateInfo: 'data',
  legacyDocTextInfo: 'data',
  printerSettings: 'printer',
  comments: 'comments',
  'digital-signature/origin': 'signature',
  // The picture of an embedded object or control, which is told of.
  vmlDrawing: null,
  legacyDiagramText: null,
  notesSlide: null,
  commentAuthors: null,
  authors: null,
  changesInfo: null,
  revisionInfo: null,
};

/** What a relationship that leads outside is, by the end of its type. */
export const OUTSIDE: Readonly<Record<string, What>> = {
  image: 'linked-picture',
  audio: 'linked-media',
  video: 'linked-media',
  media: 'linked-media',
  oleObject: 'linked-object',
  package: 'linked-object',
  hyperlink: 'link',
};

/** Actions that stay between slides, and what the others are. ECMA-376 part 1, 21.1.2.3.5; [MS-OE376] 2.1.1250. */
export const ACTIONS: readonly (readonly [RegExp, What | null])[] = [
  [/^$/, null],
  [/^ppaction:\/\/(?:noaction|hlinksldjump)$/i, null],
  [/^ppaction:\/\/hlinkshowjump\?jump=(?:firstslide|lastslide|nextslide|previousslide|lastslideviewed|endshow)$/i, null],
  [/^ppaction:\/\/program/i, 'program'],
  [/^ppaction:\/\/macro/i, 'macro-action'],
  [/^ppaction:\/\/(?:hlinkfile|hlinkpres)/i, 'file-action'],
  [/^ppaction:\/\/(?:ole|media)/i, 'object-action'],
];

/** Elements by local name that are never kept, whatever prefix they have, and how far up they take what holds them (`null`: only themselves). */
export const ELEMENTS: Readonly<Record<string, { readonly what: What | null; readonly unit: string | null }>> = {
  oleObj: { what: 'object', unit: 'graphicFrame' },
  control: { what: 'control', unit: 'controls' },
  contentPart: { what: 'ink', unit: null },
  videoFile: { what: 'film', unit: null },
  audioFile: { what: 'sound', unit: null },
  wavAudioFile: { what: 'sound', unit: null },
  quickTimeFile: { what: 'film', unit: null },
  audioCd: { what: 'sound', unit: null },
  snd: { what: 'sound', unit: 'sndAc' },
  media: { what: 'film', unit: 'ext' },
  webVideoPr: { what: 'film', unit: 'ext' },
  cmd: { what: 'command', unit: 'timing' },
  audio: { what: 'sound', unit: 'timing' },
  video: { what: 'film', unit: 'timing' },
  htmlPubPr: { what: 'outside', unit: null },
  custData: { what: 'data', unit: null },
  tags: { what: 'data', unit: null },
  externalData: { what: 'workbook', unit: null },
  // Of custom document properties: bytes of any kind.
  blob: { what: 'data', unit: 'property' },
  oblob: { what: 'data', unit: 'property' },
  stream: { what: 'data', unit: 'property' },
  ostream: { what: 'data', unit: 'property' },
  vstream: { what: 'data', unit: 'property' },
  storage: { what: 'data', unit: 'property' },
  ostorage: { what: 'data', unit: 'property' },
};

/** `a:hlinkClick` and its like, which have a table of their own. */
export const LINKS: ReadonlySet<string> = new Set(['hlinkClick', 'hlinkHover', 'hlinkMouseOver']);
