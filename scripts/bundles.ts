/** All bundles, with the notices of what is in them. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { buildCli } from './cli.ts';
import { deckRuntime } from './deck-runtime.ts';
import { buildElectron } from './electron.ts';
import { FONT_PACKAGES } from './fonts.ts';
import { PATTERN_PACKAGE } from './hyphenation.ts';
import { buildLibrary } from './library.ts';
import { noticesFor, NOTICES_FILE, noticesText } from './notices/notices.ts';
import { ShippedModules, type ShippedPackage } from './notices/shipped.ts';
import { travellingPackages } from './notices/travelling.ts';
import { buildUi } from './ui.ts';

/**
 * Writes `cli`, `library`, `ui`, `electron` and `THIRD-PARTY-NOTICES.txt` into a folder, and answers of which packages something is in them, in
 * `dist/fonts`, or travels with the app as it is. Throws where the licence of one is not known in full.
 */
export async function buildBundles(root: string, out: string): Promise<ShippedPackage[]> {
  const shipped = new ShippedModules(root);
  for (const name of [...FONT_PACKAGES, PATTERN_PACKAGE]) shipped.addPackage(name);
  for (const folder of travellingPackages(root)) shipped.addFolder(folder);
  // what the deck's script holds is inside the command line's bundle as a text
  await deckRuntime(root, shipped);
  await buildCli(root, join(out, 'cli'), shipped);
  await buildLibrary(root, join(out, 'library'), shipped);
  await buildUi(root, join(out, 'ui'), shipped);
  await buildElectron(root, join(out, 'electron'), shipped);
  const packages = shipped.packages();
  await writeFile(join(out, NOTICES_FILE), noticesText(noticesFor(packages, root), root));
  return packages;
}
