import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { COMMANDS } from '../../src/api/contract.ts';
import { loadArticle, loadImage } from '../../src/workspace/articles.ts';
import { codeOf } from '../../src/workspace/files.ts';
import { body, line, makePptx, PNG, title } from '../support/intake/package.ts';
import { startService, type TestService } from '../support/service.ts';

const PORT = 'The quay of Lindmouth is full on about 140 days a year.';
const picture = (id: string, alt: string) =>
  `<p:pic><p:nvPicPr><p:cNvPr id="9" name="" descr="${alt}"/><p:nvPr/></p:nvPicPr><p:blipFill><a:blip r:embed="${id}"/></p:blipFill></p:pic>`;
const DECK = makePptx(
  [
    {
      shapes:
        title('A port outgrown') +
        body(line(PORT) + line('It waits.', '<a:pPr lvl="1"/>')) +
        picture('a', 'A map') +
        picture('b', 'A crane'),
      related: [
        ['a', 'image', '../media/image1.png'],
        ['b', 'image', '../media/image2.png'],
      ],
    },
  ],
  // The second is no picture, whatever its name says.
  { 'ppt/media/image1.png': PNG, 'ppt/media/image2.png': 'no picture' },
);
const MAIL = `From: Ana Ruiz <ana@paper.example>\r\nTo: Hidden Person <secret@firm.example>\r\nSubject: A port outgrown\r\nDate: Mon, 10 Mar 2025 08:12:00 +0100\r\n\r\n${PORT} ${PORT}\r\n\r\n---- \r\nFrom: Lea Martin <l@b.example>\r\nTo: secret@firm.example\r\nSubject: Ports\r\n\r\n${PORT.repeat(6)}\r\n`;

async function workspace(): Promise<TestService & { readonly root: string }> {
  const service = await startService();
  const root = join(service.folder, 'w');
  await service.put('w/content/.keep', '');
  await service.client.call('workspace.open', { path: root });
  return { ...service, root };
}

async function taken(service: TestService, name: string, bytes: Uint8Array) {
  const from = { kind: 'data', data: Buffer.from(bytes).toString('base64') } as const;
  await service.client.call('intake.open', { name, from, declaredType: null, charset: null });
  const done = await service.next('intake.done');
  expect(done).toMatchObject({ outcome: 'ready' });
  const whole = await service.client.call('intake.get', { review: done.review ?? '' });
  expect(COMMANDS['intake.get'].answer.parse(whole)).toEqual(whole);
  return whole;
}

it('saves the pictures of a deck beside the article, and says which of them is none', async () => {
  const service = await workspace();
  const review = await taken(service, 'port.pptx', DECK);
  expect(review.parts.topics[0]?.items.map((item) => (item.kind === 'kept' ? `${item.block} ${item.text}` : item.kind))).toEqual([
    'point',
    'image A map',
    'image A crane',
  ]);
  const deck = await service.client.call('intake.preview', {
    review: review.id,
    topic: review.parts.topics[0]?.id ?? '',
    template: null,
    options: {},
    since: null,
  });
  expect(deck.problems.filter(({ severity }) => severity === 'error')).toEqual([]);
  const { files, problems } = await service.client.call('intake.save', { review: review.id, id: null, replace: false });
  expect(problems.map(({ code }) => code)).toContain('intake/images-left-out');
  const saved = await loadArticle(files[0] ?? '');
  const [image] = saved.entry?.article.topics[0]?.blocks.filter(({ kind }) => kind === 'image') ?? [];
  const src = image?.kind === 'image' ? image.src : '';
  expect(src).toMatch(/^a-port-outgrown\.picture-[0-9a-f]{8}\.png$/);
  expect(files.map((file) => file.split('/').at(-1))).toContain(src);
  expect(Buffer.compare(await readFile(join(service.root, 'content', src)), PNG)).toBe(0);
  // A picture of eight bytes is found, and its content is the build's to judge.
  expect((await loadImage(saved, src)).problems.every(({ message }) => !/no such file/i.test(message))).toBe(true);
});

it('keeps nowhere who got a message: in no review, no article and no original', async () => {
  const service = await workspace();
  const names = /secret@firm|Hidden Person/;
  const everywhere = async (): Promise<string[]> => {
    const found = await readdir(service.folder, { recursive: true, withFileTypes: true });
    const files = found.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
    const naming = await Promise.all(
      files.map(async (file) => {
        // What goes while it is looked at (a note of work under way) says nothing to anybody.
        const text = await readFile(file, 'utf8').catch((error: unknown) => {
          if (codeOf(error) === 'ENOENT') return '';
          throw error;
        });
        const decoded = [...text.matchAll(/[A-Za-z0-9+/=\r\n]{60,}/g)]
          .map(([piece]) => Buffer.from(piece, 'base64').toString('utf8'))
          .join('\n');
        return names.test(text) || names.test(decoded) ? [file] : [];
      }),
    );
    return naming.flat();
  };
  const review = await taken(service, 'port.eml', Buffer.from(MAIL));
  expect(await everywhere()).toEqual([]);
  await service.client.call('intake.save', { review: review.id, id: null, replace: false });
  expect(await everywhere()).toEqual([]);
});
