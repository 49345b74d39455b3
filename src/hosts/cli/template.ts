import { Command, Option } from 'commander';
import { join, relative, resolve } from 'node:path';
import { unwrap } from '../../core/base/errors.ts';
import type { PageFormat, Variant } from '../../core/template/theme/types.ts';
import { exportScene } from '../../workspace/export.ts';
import { openFonts } from '../../workspace/pack-fonts.ts';
import { findPack, loadPack } from '../../workspace/packs.ts';
import { proofPack } from '../../workspace/proof.ts';
import { doctorCommand, importCommand, mapCommand } from './company.ts';
import type { Context, Exit } from './context.ts';
import { report } from './report.ts';

interface ProofOptions {
  readonly variant: Variant;
  readonly page: PageFormat;
  readonly out: string;
  readonly replace?: true;
}

export function templateCommand(context: Context, exit: (status: Exit) => void): Command {
  const proof = new Command('proof')
    .description('make a specimen deck of every layout with short, long and hostile text, and list what is wrong with the pack')
    .argument('<pack>', 'a template’s name, or the folder of a pack')
    .addOption(new Option('--variant <variant>', 'which of its variants').choices(['light', 'dark']).default('light'))
    .addOption(new Option('--page <format>', 'which page format').choices(['16:9', '4:3', 'A4']).default('16:9'))
    .option('--out <folder>', 'where to write', '.')
    .option('--replace', 'where a file stands that was edited or is not ours: replace it, and keep a dated copy of it beside')
    .action(async (name: string, options: ProofOptions) => {
      const folder = await findPack(name, [join(context.folder, 'templates'), context.resources.templates], context.folder);
      const pack = unwrap(await loadPack(folder, relative(context.folder, folder) || folder));
      const { fonts, problems } = await openFonts(context.resources)(pack);
      const made = proofPack(pack, { format: options.page, variant: options.variant, direction: 'ltr' }, fonts);
      const status = report([...problems, ...made.problems], context);
      if (made.value) {
        const out = resolve(context.folder, options.out);
        const { files, kept } = await exportScene({
          store: context.store,
          scene: made.value,
          fonts,
          formats: ['pptx', 'html'],
          print: null,
          folder: out,
          name: `${pack.name}-proof`,
          existing: options.replace ? 'keep-copy' : 'refuse',
        });
        for (const path of kept) context.out(`${path}  kept\n`);
        for (const file of files) context.out(`${file.path}\n`);
        context.out(`${made.value.slides.length} slides of ${Object.keys(made.value.theme.layouts).length} layouts\n`);
      }
      exit(status);
    });
  return new Command('template')
    .description('work on template packs')
    .addCommand(proof)
    .addCommand(importCommand(context, exit))
    .addCommand(doctorCommand(context, exit))
    .addCommand(mapCommand(context, exit));
}
