import type { ChartBox, Scene, SceneSlide } from '../../layout/types.ts';
import { chartDrawing } from '../../block/chart/pptx/drawing.ts';
import { chartLook } from '../../block/chart/pptx/look.ts';
import { chartWorkbook } from '../../block/chart/pptx/workbook.ts';
import type { DeckContext, PartContext } from './context.ts';
import { shapeIds } from './context.ts';
import { putDigest } from '../package-digest.ts';
import { relatedObjects } from './emit.ts';
import { putMedia } from '../../block/image/pptx.ts';
import { layoutXml } from './layout.ts';
import { Languages } from './languages.ts';
import { masterXml } from './master.ts';
import { workAroundChart, workAroundWorkbook, PACKAGE_WORKAROUNDS } from './workarounds/index.ts';
import { notesMasterXml, notesXml } from './notes.ts';
import { contentTypes, CONTENT_TYPES } from '../../base/ooxml/content-types.ts';
import { readRelationships, Relationships, relationshipsOf, targetFrom } from '../../base/ooxml/relationships.ts';
import type { Parts } from '../../base/ooxml/zip.ts';
import { PRESENTATION_PROPERTIES, presentationXml, VIEW_PROPERTIES } from './presentation.ts';
import { appProperties, coreProperties, customProperties } from './properties.ts';
import { putRecipe, relateRecipe } from './recipe/part.ts';
import { slideXml } from './slide.ts';
import { tableStyles } from '../../block/table/pptx/style.ts';
import { themeXml } from './theme.ts';
import { RELATIONSHIPS as R } from '../../base/ooxml/xml/namespaces.ts';
import { parseXml, put as putElement, serialise } from '../../base/ooxml/xml/tree.ts';
import { decorationImages } from '../../template/theme/index.ts';
import type { Base } from './base/types.ts';

/** What of pptxgenjs' package stays; the rest is written anew. */
const KEPT = /^ppt\/(?:charts|embeddings|media|slides)\//;

function decode(files: ReadonlyMap<string, Uint8Array>): Parts {
  const decoder = new TextDecoder();
  const kept = [...files].filter(([name]) => KEPT.test(name));
  return new Map(kept.map(([name, bytes]) => [name, /\.(?:xml|rels)$/.test(name) ? decoder.decode(bytes) : bytes]));
}

function textOf(parts: Parts, name: string): string {
  const content = parts.get(name);
  return typeof content === 'string' ? content : '';
}

/** A part with its relationships, if it has any. */
function put(parts: Parts, name: string, xml: string, relationships: Relationships | null = null): void {
  parts.set(name, xml);
  if (relationships !== null && relationships.size > 0) parts.set(relationshipsOf(name), relationships.toXml());
  else parts.delete(relationshipsOf(name));
}

function partContext(deck: DeckContext, relationships = new Relationships()): PartContext {
  return { relationships, slideFolder: '../slides/', nextId: shapeIds(), ...deck };
}

/** A chart's own shapes as a part of its own; the chart's root names its relationship. */
function putChartDrawing(parts: Parts, number: number, box: ChartBox, scene: Scene): void {
  const drawing = chartDrawing(box, scene);
  if (drawing === null) return;
  const chart = `ppt/charts/chart${number}.xml`;
  const name = `ppt/drawings/drawing${number}.xml`;
  parts.set(name, drawing);
  const relationships = new Relationships(readRelationships(textOf(parts, relationshipsOf(chart))));
  const id = relationships.add(R.chartUserShapes, targetFrom(chart, name));
  const root = parseXml(textOf(parts, chart));
  putElement(root, `<c:userShapes r:id="${id}"/>`);
  put(parts, chart, serialise(root), relationships);
}

function putCharts(parts: Parts, scene: Scene): void {
  const boxes = scene.slides.flatMap((slide) => slide.boxes.filter((box) => box.kind === 'chart'));
  boxes.forEach((box, i) => {
    const chart = `ppt/charts/chart${i + 1}.xml`;
    const workbook = `ppt/embeddings/Microsoft_Excel_Worksheet${i + 1}.xlsx`;
    parts.set(chart, workAroundChart(textOf(parts, chart), box, scene, undefined, chartLook));
    const bytes = parts.get(workbook);
    if (bytes instanceof Uint8Array) parts.set(workbook, workAroundWorkbook(bytes, box, scene, undefined, chartWorkbook));
    putChartDrawing(parts, i + 1, box, scene);
  });
}

/** A slide's relationships: those that pptxgenjs gave its charts and pictures, then its layout and its notes. */
function slideRelationships(parts: Parts, name: string, layout: string, notes: string | null): Relationships {
  const drawn = readRelationships(textOf(parts, relationshipsOf(name))).filter(({ type }) => type === R.chart || type === R.image);
  const relationships = new Relationships(drawn);
  relationships.add(R.slideLayout, targetFrom(name, layout));
  if (notes !== null) relationships.add(R.notesSlide, targetFrom(name, notes));
  return relationships;
}

function putNotes(parts: Parts, deck: DeckContext, slide: SceneSlide, name: string, of: string): void {
  const relationships = new Relationships();
  relationships.add(R.notesMaster, '../notesMasters/notesMaster1.xml');
  relationships.add(R.slide, targetFrom(name, of));
  const page = partContext(deck, relationships);
  put(parts, name, notesXml(slide.notes, page), relationships);
}

function putSlides(parts: Parts, deck: DeckContext, base: Base | null): void {
  const { scene, theme } = deck;
  const layouts = Object.keys(theme.layouts);
  const layoutPart = (name: string): string =>
    base?.targets.get(name)?.layout.part ?? `ppt/slideLayouts/slideLayout${layouts.indexOf(name) + 1}.xml`;
  scene.slides.forEach((slide, i) => {
    const name = `ppt/slides/slide${i + 1}.xml`;
    const notes = slide.notes.length > 0 ? `ppt/notesSlides/notesSlide${i + 1}.xml` : null;
    const layout = theme.layouts[slide.layout];
    if (!layout) throw new Error(`the theme has no layout ${slide.layout}`);
    const target = base?.targets.get(slide.layout) ?? null;
    const context = {
      ...partContext(deck, slideRelationships(parts, name, layoutPart(slide.layout), notes)),
      slideFolder: '' as const,
      slide,
      layout,
      related: relatedObjects(textOf(parts, name)),
      bound: base === null ? null : (target?.placeholders ?? new Map()),
      colorMapping: target?.layout.colorMapOverride ?? '<a:masterClrMapping/>',
      filled: new Set<string>(),
    };
    put(parts, name, slideXml(context), context.relationships);
    if (notes !== null) putNotes(parts, deck, slide, notes, name);
  });
}

function putMaster(parts: Parts, deck: DeckContext): void {
  const layouts = Object.values(deck.theme.layouts);
  const master = partContext(deck);
  const ids = layouts.map((layout, i) => {
    const name = `ppt/slideLayouts/slideLayout${i + 1}.xml`;
    const context = partContext(deck);
    context.relationships.add(R.slideMaster, '../slideMasters/slideMaster1.xml');
    put(parts, name, layoutXml(layout, context), context.relationships);
    return master.relationships.add(R.slideLayout, `../slideLayouts/slideLayout${i + 1}.xml`);
  });
  master.relationships.add(R.theme, '../theme/theme1.xml');
  put(parts, 'ppt/slideMasters/slideMaster1.xml', masterXml(master, ids), master.relationships);
  put(parts, 'ppt/theme/theme1.xml', themeXml(deck.theme, 'slides'));
}

/** Images of decoration that the slides themselves do not show. */
function putDecorationMedia(parts: Parts, { scene, theme }: DeckContext): void {
  for (const { src } of decorationImages(theme)) {
    const asset = scene.media.get(src);
    if (asset) putMedia(parts, asset);
  }
}

function putPresentation(parts: Parts, deck: DeckContext): void {
  const { scene, theme } = deck;
  const hasNotes = scene.slides.some((slide) => slide.notes.length > 0);
  const own = new Relationships();
  const master = own.add(R.slideMaster, 'slideMasters/slideMaster1.xml');
  const slides = scene.slides.map(({ id }, i) => ({ id, relationship: own.add(R.slide, `slides/slide${i + 1}.xml`) }));
  const notesMaster = hasNotes ? own.add(R.notesMaster, 'notesMasters/notesMaster1.xml') : null;
  if (hasNotes) {
    const relationships = new Relationships();
    relationships.add(R.theme, '../theme/theme2.xml');
    put(parts, 'ppt/notesMasters/notesMaster1.xml', notesMasterXml(deck), relationships);
    put(parts, 'ppt/theme/theme2.xml', themeXml(theme, 'notes'));
  }
  own.add(R.presProps, 'presProps.xml');
  own.add(R.viewProps, 'viewProps.xml');
  own.add(R.theme, 'theme/theme1.xml');
  own.add(R.tableStyles, 'tableStyles.xml');
  relateRecipe(own, scene);
  put(parts, 'ppt/presentation.xml', presentationXml(theme, scene.sections, { master, notesMaster, slides }), own);
  put(parts, 'ppt/presProps.xml', PRESENTATION_PROPERTIES);
  put(parts, 'ppt/viewProps.xml', VIEW_PROPERTIES);
  put(parts, 'ppt/tableStyles.xml', tableStyles(theme));
}

function putProperties(parts: Parts, scene: Scene): void {
  put(parts, 'docProps/core.xml', coreProperties(scene));
  put(parts, 'docProps/app.xml', appProperties(scene));
  put(parts, 'docProps/custom.xml', customProperties(scene));
  const root = new Relationships();
  root.add(R.officeDocument, 'ppt/presentation.xml');
  root.add(R.coreProperties, 'docProps/core.xml');
  root.add(R.extendedProperties, 'docProps/app.xml');
  root.add(R.customProperties, 'docProps/custom.xml');
  parts.set('_rels/.rels', root.toXml());
}

/** Content types first, as Office does, then parts by name: an order that no part of the build can change. With a digest over all. */
function complete(parts: Parts): Parts {
  const sorted = [...parts].filter(([name]) => name !== CONTENT_TYPES).sort(([a], [b]) => (a < b ? -1 : 1));
  const all: Parts = new Map([[CONTENT_TYPES, parts.get(CONTENT_TYPES) ?? contentTypes(new Map(sorted))], ...sorted]);
  putDigest(all);
  return all;
}

/** pptxgenjs' package, mended, with everything that the Scene says written over it; on the organisation's file where there is one. */
export function assemblePackage(files: ReadonlyMap<string, Uint8Array>, scene: Scene, base: Base | null = null): Parts {
  const parts = decode(files);
  const deck: DeckContext = {
    scene,
    theme: scene.theme,
    languages: new Languages(scene.meta.language),
    slideParts: new Map(scene.slides.map((slide, i) => [slide.id, `slide${i + 1}.xml`])),
  };
  for (const workaround of PACKAGE_WORKAROUNDS) workaround.apply(parts, scene);
  putCharts(parts, scene);
  putSlides(parts, deck, base);
  if (base !== null) return complete(base.merge(parts, deck));
  putMaster(parts, deck);
  putDecorationMedia(parts, deck);
  putPresentation(parts, deck);
  putProperties(parts, scene);
  putRecipe(parts, scene);
  return complete(parts);
}
