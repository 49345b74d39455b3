import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { importCompanyTemplate } from '../../src/core/template/company/index.ts';
import { writePptx } from '../../src/core/write/pptx/index.ts';
import { sampleIn, ingest } from '../support/corporate/build.ts';
import { acting, linkedPicture, MASTER, oleFrame, relation, tampered, type Tampering } from '../support/corporate/live.ts';
import { png } from '../support/corporate/png.ts';
import { powerPointTemplate } from '../support/corporate/powerpoint.ts';
import { convert, hasLibreOffice } from '../support/libreoffice.ts';
import { builtInPack } from '../support/pack.ts';

const requests: string[] = [];
const server = createServer((request, response) => {
  requests.push(request.url ?? '');
  response.end(png(4, 4, [1, 2, 3]));
});
let at = '';

beforeAll(async () => {
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  at = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterAll(() => server.close());

/** Linked pictures where a deck shows them on each slide. */
const TRAPS: readonly (readonly [string, () => Tampering])[] = [
  [
    'a picture on the master',
    () => ({ into: MASTER, shapes: linkedPicture('Logo', 'r:link="rIdX"'), relations: { rIdX: relation('image', `${at}/master.png`) } }),
  ],
  [
    'a background',
    () => ({
      into: MASTER,
      edit: (xml) =>
        xml.replace(
          /<p:bg>.*?<\/p:bg>/,
          '<p:bg><p:bgPr><a:blipFill><a:blip r:link="rIdX"/><a:stretch/></a:blipFill><a:effectLst/></p:bgPr></p:bg>',
        ),
      relations: { rIdX: relation('image', `${at}/background.png`) },
    }),
  ],
  [
    'a picture, a link, a program and an object on a layout',
    () => ({
      shapes:
        linkedPicture('Marke', 'r:link="rIdX"') +
        acting('Knopf', '<a:hlinkClick r:id="rIdY" action="ppaction://program"/>') +
        oleFrame('Lage', 'rIdZ', null, '<p:link updateAutomatic="1"/>'),
      relations: {
        rIdX: relation('image', `${at}/layout.png`),
        rIdY: relation('hyperlink', `${at}/program`),
        rIdZ: relation('oleObject', `${at}/object.xlsx`),
      },
    }),
  ],
];

describe.runIf(hasLibreOffice('test/end-to-end/live.rendering.test.ts'))('a deck on an organisation’s file, opened by LibreOffice', () => {
  it.each(TRAPS)('asks nobody for %s, as the file itself does', { timeout: 240_000 }, async (_, trap) => {
    const bytes = tampered(powerPointTemplate({ kind: 'pptx' }), trap());
    requests.length = 0;
    // The listener hears what is asked for.
    await convert(bytes, { format: 'pdf' });
    expect(requests.length).toBeGreaterThan(0);
    requests.length = 0;
    const { value: deck } = await writePptx(await sampleIn(ingest(bytes).pack, 'river-port.briefing.yaml'));
    const made = importCompanyTemplate({ title: 'X', file: 'x.pptx', bytes, slides: builtInPack() }).value;
    await convert(deck, { format: 'pdf' });
    await convert(made?.files.get('assets/company.pptx') ?? new Uint8Array(), { format: 'pdf' });
    expect(requests).toEqual([]);
  });
});
