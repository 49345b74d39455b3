import { execFile } from 'node:child_process';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { camera, quarters } from './support/pictures.ts';
import { validate } from './support/validator.ts';

const run = promisify(execFile);
const TSC = join(process.cwd(), 'node_modules', 'typescript', 'bin', 'tsc');

const FERRY = [
  'Lake ferry to run all winter',
  'The Lake Board voted on 3 February 2025 to keep the ferry between Arn and Lower Weil running through the winter. It carried 41,000 people last year, a third more than in 2019.',
  '“Without the boat the school is two hours away,” said Ilse Brand, who heads the parents’ council in Lower Weil.',
  'The board will look at the cost again in June. A second boat would need 1.2 million euros and a pier of its own, which the village does not have.',
].join('\n\n');

const TYPED = `
import { buildDeck, ingest, inspect, LecternError, type Problem, type Scene } from 'lectern';
const { scene, files, warnings } = await buildDeck({ articles: [], briefing: '', pack: 'policy-brief' });
const slides: Scene['slides'] = scene.slides;
const bytes: Uint8Array | undefined = files.pptx;
const places: (number | undefined)[] = warnings.map((problem: Problem) => problem.place?.line);
const taken = await ingest(new Uint8Array(), { name: 'a.txt' });
const id: string | undefined = taken.value?.article.topics[0]?.id;
const stamp: string | null = (await inspect(new Uint8Array())).value.stamp;
export { slides, bytes, places, id, stamp, LecternError };
// @ts-expect-error: a pack of this name is not built in
await buildDeck({ articles: [], briefing: '', pack: 'no-such-pack' });
// @ts-expect-error: types are there, and strict
export const wrong: string = scene.slides;
`;

describe('the packed library, in an empty folder', () => {
  let folder = '';
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'lectern-library-'));
    await writeFile(join(folder, 'package.json'), '{ "type": "module", "private": true }');
    // What the library asks for is there already, so that nothing is fetched.
    for (const name of ['sharp', '@img', 'detect-libc', 'semver'])
      await cp(join('node_modules', name), join(folder, 'node_modules', name), { recursive: true });
    const { stdout } = await run('npm', ['pack', '--ignore-scripts', '--json', '--pack-destination', folder]);
    const [packed] = JSON.parse(stdout) as { filename: string }[];
    const install = ['install', '--offline', '--ignore-scripts', '--no-audit', '--no-fund', `./${packed?.filename ?? ''}`];
    await run('npm', install, { cwd: folder });
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  it('runs the example of the guide', async () => {
    const guide = await readFile('docs/api.md', 'utf8');
    await writeFile(join(folder, 'example.js'), /```js\n([^]*?)```/.exec(guide)?.[1] ?? '');
    await writeFile(join(folder, 'ferry.txt'), FERRY);
    const { stdout, stderr } = await run(process.execPath, ['example.js'], { cwd: folder });
    expect(stderr).toBe('');
    expect(stdout).toMatch(/^[4-9] slides, 0 warnings\nintact 0\n$/);
    expect(await validate(await readFile(join(folder, 'ferry.pptx')))).toEqual([]);
    expect(await readFile(join(folder, 'ferry.html'), 'utf8')).toContain('41,000 people');
  });

  it('has pictures turned and scaled', async () => {
    const photo = await camera(quarters(96, 64), 6);
    await writeFile(join(folder, 'photo.jpg'), photo);
    const script = `
      import { readFile } from 'node:fs/promises';
      import { buildDeck } from 'lectern';
      const text = '---\\nid: a\\ntitle: A\\n---\\n## One {#one}\\n\\n![A photo](photo.jpg)\\n';
      const { scene } = await buildDeck({
        articles: [{ file: 'a.md', text }],
        briefing: 'title: B\\nitems:\\n  - topic: a/one\\n    depth: full\\n',
        pack: 'policy-brief',
        images: new Map([['a/photo.jpg', await readFile('photo.jpg')]]),
      });
      for (const { type, width, height } of scene.media.values()) console.log(type, width, height);
    `;
    await writeFile(join(folder, 'pictures.js'), script);
    const { stdout } = await run(process.execPath, ['pictures.js'], { cwd: folder });
    expect(stdout).toBe('image/jpeg 96 64\n');
  });

  it('has types that need no other package', async () => {
    await writeFile(join(folder, 'typed.ts'), TYPED);
    const strict = ['--strict', '--noEmit', '--skipLibCheck', 'false', '--exactOptionalPropertyTypes', '--noUncheckedIndexedAccess'];
    const options = [...strict, '--module', 'nodenext', '--target', 'es2023', '--lib', 'es2023,dom', '--ignoreConfig'];
    const said = await run(process.execPath, [TSC, ...options, 'typed.ts'], { cwd: folder }).then(
      () => '',
      (error: unknown) => (error as { stdout: string }).stdout,
    );
    expect(said).toBe('');
  });

  it('says what is wrong, all at once, with its place', async () => {
    const script = `
      import { buildDeck } from 'lectern';
      const article = (id, source, words) => ({ file: id + '.md', text: '---\\nid: ' + id + '\\ntitle: A\\n' + source + '---\\n## One {#one}\\n\\n' + words + '\\n' });
      const articles = [article('a', '', 'Words [¶x]'), article('b', 'source: b.source.txt\\n', 'Words [¶1]'), article('c', '', 'C.'), article('c', '', 'Other.')];
      const request = { articles, briefing: 'title: B\\nitems:\\n  - topic: c/one\\n', pack: 'policy-brief' };
      await buildDeck(request).catch((error) => error.problems.forEach((p) => console.log(error.name, p.code, p.place.file, p.place.line ?? p.place.field ?? '')));
    `;
    await writeFile(join(folder, 'wrong.js'), script);
    const { stdout } = await run(process.execPath, ['wrong.js'], { cwd: folder });
    expect(stdout.trim().split('\n')).toEqual([
      'LecternError article/reference-syntax a.md 7',
      'LecternError article/source-missing b.md source',
      'LecternError article/id-duplicate c.md',
    ]);
  });
});
