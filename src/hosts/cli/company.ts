import { Command } from 'commander';
import { join, relative, resolve } from 'node:path';
import { LecternError, problem, unwrap } from '../../core/base/errors.ts';
import type { FindingKind, Proof } from '../../core/pipeline/proof/index.ts';
import type { DoctorReport } from '../../core/template/company/index.ts';
import { exists, fileNameOf, readBytes } from '../../workspace/files.ts';
import { openFonts } from '../../workspace/pack-fonts.ts';
import { findPack, loadPack, putPack } from '../../workspace/packs.ts';
import { EXIT, type Context, type Exit } from './context.ts';
import { listed, report as printProblems } from './report.ts';

/** Loaded where it is asked for: a build, which starts in the same program, has no use for it. */
const work = () => import('../../workspace/company.ts');

async function packOf(name: string, context: Context): Promise<{ readonly folder: string; readonly shown: string }> {
  const folder = await findPack(name, [join(context.folder, 'templates'), context.resources.templates], context.folder);
  return { folder, shown: relative(context.folder, folder) || folder };
}

/** The report in lines: which of theirs each of ours stands on, and why. */
async function reportText({ file, page, program, layouts, choices }: DoctorReport): Promise<string> {
  const { reasonText } = await import('../../core/template/company/index.ts');
  const head = `${file}: ${Math.round(page.width)} × ${Math.round(page.height)} pt, ${choices.length} layouts${program === '' ? '' : `, written by ${program}`}\n`;
  const widest = Math.max(...layouts.map((l) => l.name.length));
  const lines = layouts.map(({ name, layout, layoutName, reason, regions }) => {
    const own = regions.filter((r) => r.placeholder === null).map((r) => r.name);
    const beside = own.length === 0 ? '' : `; text boxes: ${own.join(', ')}`;
    return `  ${name.padEnd(widest)}  → ${layout} “${layoutName}”, ${reasonText(reason)}${beside}\n`;
  });
  return head + lines.join('');
}

const SAID: Readonly<Record<FindingKind, string>> = {
  'does-not-fit': 'does not fit',
  overlap: 'text on other text',
  contrast: 'hard to read',
  art: 'on art',
  'on-picture': 'text on a picture: look whether it reads',
  'cover-full': 'cover or divider too full',
  'title-cut': 'titles cut',
  'little-room': 'little room',
  divided: 'numbers or words divided',
  continued: 'on too many slides',
  small: 'small type',
};

/** The proof in lines: its score, what was put elsewhere for it, and what is left, by kind. */
function proofText({ score, findings, mends }: Proof): string {
  const moved = mends.map(
    ({ layout, by, to }) => `  ${layout}: put ${by === 'text-boxes' ? 'in text boxes' : `on ${to}`}, where it serves better\n`,
  );
  const kinds = [...new Set(findings.map(({ kind }) => kind))].map((kind) => {
    const own = findings.filter((finding) => finding.kind === kind);
    const measured = own[0]?.measured ?? '';
    return `  ${SAID[kind]}: ${own.map(({ layout }) => layout).join(', ')}${measured === '' ? '' : ` (${measured})`}\n`;
  });
  return `Tried with specimens of every kind of slide: ${score} of 100\n${moved.join('')}${kinds.join('')}`;
}

async function writePictures({ layouts }: DoctorReport, folder: string, context: Context): Promise<void> {
  for (const { name, picture } of layouts) {
    const path = join(folder, `${name}.svg`);
    await context.store.write(path, picture);
    context.out(`${path}\n`);
  }
}

/** `template import`: an organisation's .potx or .pptx becomes a pack. */
export function importCommand(context: Context, exit: (status: Exit) => void): Command {
  return new Command('import')
    .description('make a template of an organisation’s own PowerPoint template (.potx, .pptx): decks are then written into it')
    .argument('<file>', 'the organisation’s file')
    .option('--name <name>', 'what the template is called; default: the file’s name')
    .option('--out <folder>', 'where templates lie', 'templates')
    .option('--replace', 'replace a template of this name')
    .option('--json', 'print the doctor’s report as JSON')
    .action(async (given: string, options: { name?: string; out: string; replace?: boolean; json?: boolean }) => {
      const file = resolve(context.folder, given);
      const { LARGEST_COMPANY_FILE, makeCompanyPack, titleOfFile } = await work();
      const title = options.name ?? titleOfFile(file);
      const name = fileNameOf(title);
      const parent = resolve(context.folder, options.out);
      const folder = join(parent, name);
      const shown = relative(context.folder, folder) || folder;
      if (options.replace !== true && (await exists(folder))) {
        throw new LecternError(
          problem('pack/exists', {
            message: 'a template of this name is here already',
            place: { file: shown },
            hint: 'Give another --name, or add --replace.',
          }),
        );
      }
      const { fonts } = await openFonts(context.resources)(null);
      const bytes = await readBytes(file, { limit: LARGEST_COMPANY_FILE });
      const { value, problems } = await makeCompanyPack({ bytes, file, title, folder: shown }, context.resources, fonts);
      if (value === null) {
        exit(printProblems(problems, context));
        return;
      }
      await putPack(context.store, { parent, name, replace: options.replace === true }, value.files);
      if (options.json === true)
        context.out(`${JSON.stringify({ folder, ...value.report, proof: value.proof, problems: listed(problems) }, null, 2)}\n`);
      else {
        printProblems(problems, context);
        context.out(`${await reportText(value.report)}${proofText(value.proof)}${folder}\n`);
      }
      exit(EXIT.done);
    });
}

/** `template doctor`: how a pack and the organisation's file in it fit together. */
export function doctorCommand(context: Context, exit: (status: Exit) => void): Command {
  return new Command('doctor')
    .description('say how an organisation’s template was taken in: which layouts are bound to which, and what does not fit')
    .argument('<pack>', 'a template’s name, or the folder of a pack')
    .option('--out <folder>', 'write a picture of each layout with its regions there (SVG)')
    .option('--json', 'print the report as JSON')
    .action(async (name: string, options: { out?: string; json?: boolean }) => {
      const { folder, shown } = await packOf(name, context);
      const pack = unwrap(await loadPack(folder, shown));
      const own = await openFonts(context.resources)(pack);
      const { diagnosePack } = await work();
      const { value, problems: found } = diagnosePack(pack, own.fonts);
      const problems = [...own.problems, ...found];
      if (value === null) {
        exit(printProblems(problems, context));
        return;
      }
      if (options.json === true) context.out(`${JSON.stringify({ ...value.report, problems: listed(problems) }, null, 2)}\n`);
      else context.out(await reportText(value.report));
      const status = options.json === true ? EXIT.done : printProblems(problems, context);
      if (options.out !== undefined) await writePictures(value.report, resolve(context.folder, options.out), context);
      exit(status);
    });
}

function mappingOf(given: readonly string[]): Record<string, { layout: string }> {
  return Object.fromEntries(
    given.map((text) => {
      const [name = '', layout = ''] = text.split('=');
      if (name === '' || layout === '') {
        throw new LecternError(
          problem('usage', {
            message: 'a mapping is written as LAYOUT=FILE',
            received: text,
            allowed: 'as points=slideLayout4.xml',
            hint: 'Write it so; “lectern template doctor” lists both.',
          }),
        );
      }
      return [name, { layout: layout.endsWith('.xml') ? layout : `${layout}.xml` }];
    }),
  );
}

/** `template map`: writes theme.yaml anew after the mapping changed. */
export function mapCommand(context: Context, exit: (status: Exit) => void): Command {
  return new Command('map')
    .description('put layouts on others of the organisation’s file, as points=slideLayout4.xml; without any, read template.yaml again')
    .argument('<pack>', 'a template’s name, or the folder of a pack')
    .argument('[mapping...]', 'LAYOUT=FILE')
    .action(async (name: string, mapping: string[]) => {
      const { folder, shown } = await packOf(name, context);
      const pack = unwrap(await loadPack(folder, shown));
      const { remapped } = await work();
      const made = remapped(pack, mappingOf(mapping));
      const status = printProblems(made.problems, context);
      if (made.value) {
        const files = [...made.value].map(([path, content]) => ({ file: join(folder, path), content }));
        await context.store.alone(folder, (mayReplace) => context.store.writeTogether(files, { mayReplace }));
        context.out(`${[...made.value.keys()].map((path) => join(folder, path)).join('\n')}\n`);
      }
      exit(status);
    });
}
