import { problem, type Outcome, type Problem } from '../../base/errors.ts';
import { writeZip } from '../../base/ooxml/zip.ts';
import type { Pack, PackOption } from '../types.ts';
import { bindLayouts } from './bind.ts';
import { readCompanyTemplate, type IsPicture } from './read.ts';
import { bindingsOf, companyTheme, themeYaml, yamlText, type AssetNames } from './theme-text.ts';
import type { CompanyTemplate, LayoutBinding } from './types.ts';
import type { BoundLayout } from './bound.ts';

/** An organisation's template taken in: what was read, what it was bound to, and the pack's files by path. */
export interface CompanyPack {
  readonly template: CompanyTemplate;
  readonly layouts: readonly BoundLayout[];
  readonly files: ReadonlyMap<string, Uint8Array>;
}

export interface CompanyPackRequest {
  /** What the pack is called. */
  readonly title: string;
  /** The file's own name. */
  readonly file: string;
  readonly bytes: Uint8Array;
  /** The pack whose slides are taken: their layouts are those of `PLANS`. */
  readonly slides: Pick<Pack, 'deck' | 'partials' | 'manifest'>;
  /** Whether HTML decks can show a picture; by its first bytes where it is not given. */
  readonly isPicture?: IsPicture;
}

function encode(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

/** File names of the pictures, in the order in which the template shows them. */
function assetNames(template: CompanyTemplate): AssetNames {
  return new Map([...template.media].map(([part, bytes], i) => [part, `assets/art-${i + 1}.${bytes[0] === 0x89 ? 'png' : 'jpg'}`]));
}

const VERSION = '1.0.0';

/** An organisation's cover has a design of its own: what our packs put on it is offered there, and not done unasked. */
function onTheirPages(name: string, option: PackOption): PackOption {
  return name === 'coverFigures' && option.type === 'boolean' ? { ...option, default: false } : option;
}

function manifestYaml(
  request: CompanyPackRequest,
  template: CompanyTemplate,
  base: string,
  bindings: Readonly<Record<string, LayoutBinding>>,
): string {
  const names = new Map(template.layouts.map((layout) => [layout.part.slice(layout.part.lastIndexOf('/') + 1), layout.name]));
  const manifest = {
    name: request.title,
    description: `The organisation’s own PowerPoint template, ${request.file}: decks are written into it.`,
    version: VERSION,
    options: Object.fromEntries(
      Object.entries(request.slides.manifest.options).map(([name, option]) => [name, onTheirPages(name, option)]),
    ),
    powerpoint: { file: base, layouts: bindings },
  };
  const list = [...names].map(([file, name]) => `#   ${file}  ${name.replace(/\s+/g, ' ')}`).join('\n');
  return (
    `${yamlText(manifest)}\n# What stands where may be changed above by hand; “lectern template map PACK” then writes theme.yaml anew.\n` +
    `# A region not named is a text box beside the placeholders. Their layouts:\n${list}\n`
  );
}

/** Everything of the pack that the mapping decides: theme and manifest. */
function mapped(
  request: CompanyPackRequest,
  template: CompanyTemplate,
  layouts: readonly BoundLayout[],
  base: string,
): Map<string, Uint8Array> {
  const { theme, bindings } = companyTheme(request.title, template, layouts, assetNames(template));
  return new Map([
    ['theme.yaml', encode(themeYaml(theme, request.file))],
    ['template.yaml', encode(manifestYaml(request, template, base, bindings))],
  ]);
}

/**
 * A pack out of an organisation's PowerPoint file, the file kept in it without what no deck may get.
 * Problems: those of `readCompanyTemplate`.
 */
export function importCompanyTemplate(request: CompanyPackRequest): Outcome<CompanyPack> {
  const { isPicture } = request;
  const read = readCompanyTemplate(request.bytes, { name: request.file, ...(isPicture ? { isPicture } : {}) });
  if (read.value === null) return { value: null, problems: read.problems };
  const template = read.value;
  const layouts = bindLayouts(template);
  const base = `assets/company.${/\.(?:potx|potm)$/i.test(request.file) ? 'potx' : 'pptx'}`;
  const names = assetNames(template);
  const files = new Map<string, Uint8Array>([
    ...mapped(request, template, layouts, base),
    ['deck.hbs', encode(request.slides.deck)],
    ...[...request.slides.partials].map(([name, text]): [string, Uint8Array] => [`partials/${name}.hbs`, encode(text)]),
    ...[...template.media].flatMap(([part, bytes]): [string, Uint8Array][] => {
      const name = names.get(part);
      return name === undefined ? [] : [[name, bytes]];
    }),
    [base, template.allowed.isChanged ? writeZip(new Map(template.allowed.parts)) : request.bytes],
  ]);
  return { value: { template, layouts, files }, problems: read.problems };
}

/** A pack with its layouts put elsewhere, as `remapCompanyPack` does it, of which nothing is written. */
export function rebound(
  pack: Pack,
  template: CompanyTemplate,
  bindings: Readonly<Record<string, LayoutBinding>>,
): { readonly layouts: readonly BoundLayout[]; readonly pack: Pack } {
  const file = pack.manifest.powerpoint?.file ?? '';
  const layouts = bindLayouts(template, bindings);
  const request: CompanyPackRequest = { title: pack.manifest.name, file: template.file, bytes: new Uint8Array(), slides: pack };
  const texts = mapped(request, template, layouts, file);
  const text = (name: string): string => new TextDecoder().decode(texts.get(name));
  const powerpoint = { file, layouts: bindingsOf(layouts) };
  return {
    layouts,
    pack: { ...pack, theme: text('theme.yaml'), manifestText: text('template.yaml'), manifest: { ...pack.manifest, powerpoint } },
  };
}

function mapFault(message: string, place: Problem['place'], received: string, allowed: string): Problem {
  return problem('company/map', {
    message,
    ...(place ? { place } : {}),
    received,
    allowed,
    hint: 'Name one of those allowed; “lectern template doctor” shows what is where.',
  });
}

/** What a mapping names and the file has not. */
function mappingFaults(
  template: CompanyTemplate,
  bindings: Readonly<Record<string, LayoutBinding>>,
  known: readonly string[],
  file: string,
): Problem[] {
  const parts = new Map(template.layouts.map((layout) => [layout.part.slice(layout.part.lastIndexOf('/') + 1), layout]));
  return Object.entries(bindings).flatMap(([name, { layout, regions }]) => {
    const place = { file, field: `powerpoint.layouts.${name}` };
    if (!known.includes(name)) return [mapFault('Lectern has no layout of this name', place, name, known.join(', '))];
    const theirs = parts.get(layout);
    if (!theirs) return [mapFault('the organisation’s file has no such layout', place, layout, [...parts.keys()].join(', '))];
    const indexes = theirs.placeholders.map((p) => p.index);
    return Object.entries(regions).flatMap(([region, index]) =>
      index === 'title' || indexes.includes(index)
        ? []
        : [
            mapFault(
              'the layout has no placeholder of this idx',
              { ...place, field: `${place.field}.regions.${region}` },
              String(index),
              indexes.join(', '),
            ),
          ],
    );
  });
}

/** The organisation's file inside a pack, read again. Problems: `pack/missing`, those of `readCompanyTemplate`. */
export function companyTemplateOf(pack: Pack): Outcome<CompanyTemplate> {
  const { powerpoint } = pack.manifest;
  const bytes = powerpoint && pack.assets.get(powerpoint.file);
  if (powerpoint && bytes) return readCompanyTemplate(bytes, { name: powerpoint.file });
  return {
    value: null,
    problems: [
      problem('pack/missing', {
        message: 'this template is not made from an organisation’s PowerPoint file',
        place: { file: pack.folder },
        hint: 'Add the organisation’s .potx or .pptx with “lectern template import”.',
      }),
    ],
  };
}

/** The pack's layouts where its mapping puts them now. */
export function layoutsOf(pack: Pack, template: CompanyTemplate): BoundLayout[] {
  return bindLayouts(template, pack.manifest.powerpoint?.layouts);
}

/**
 * A pack's theme and manifest after its mapping was changed: by hand in `template.yaml`, or by `changes`. A layout that `changes`
 * puts elsewhere has its regions found anew unless they are given. Problems: `company/map`, those of `companyTemplateOf`.
 */
export function remapCompanyPack(pack: Pack, changes: Readonly<Record<string, Partial<LayoutBinding>>> = {}): Outcome<CompanyPack> {
  const read = companyTemplateOf(pack);
  const base = pack.manifest.powerpoint;
  if (read.value === null || base === null) return { value: null, problems: read.problems };
  const template = read.value;
  const bindings: Record<string, LayoutBinding> = { ...base.layouts };
  for (const [name, change] of Object.entries(changes)) {
    const before = base.layouts[name];
    const layout = change.layout ?? before?.layout ?? '';
    bindings[name] = { layout, regions: change.regions ?? (layout === before?.layout ? before.regions : {}) };
  }
  const file = pack.folder === '' ? 'template.yaml' : `${pack.folder}/template.yaml`;
  const faults = mappingFaults(template, bindings, Object.keys(base.layouts), file);
  if (faults.length > 0) return { value: null, problems: faults };
  const layouts = bindLayouts(template, bindings);
  const request: CompanyPackRequest = { title: pack.manifest.name, file: base.file, bytes: new Uint8Array(), slides: pack };
  return { value: { template, layouts, files: mapped(request, template, layouts, base.file) }, problems: [] };
}
