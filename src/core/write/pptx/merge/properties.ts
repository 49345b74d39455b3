import { RELATIONSHIPS as R } from '../../../base/ooxml/xml/namespaces.ts';
import { mergedCustomProperties } from '../base/properties.ts';
import type { PartReader } from '../read/reader.ts';
import { recipePart } from '../recipe/part.ts';
import type { MergedPackage } from './package.ts';

const CUSTOM = 'docProps/custom.xml';
const APPLICATION = 'docProps/app.xml';

/** The part of the package's own that a relationship of its root leads to, added if there is none. */
function rootPart(merged: MergedPackage, type: string, name: string): string {
  const found = merged.related('', type);
  if (found) return found.part;
  merged.relate('', type, name);
  return name;
}

/**
 * Title, presenter and version are ours; other properties, a sensitivity label among them, stay. The digest stays empty: the deck is not what
 * Lectern alone wrote, so nothing may replace it without a question.
 */
export function putProperties(ours: PartReader, merged: MergedPackage, slides: number): void {
  const core = 'docProps/core.xml';
  merged.parts.set(rootPart(merged, R.coreProperties, core), ours.text(core));
  const custom = rootPart(merged, R.customProperties, CUSTOM);
  const own = ours
    .text(CUSTOM)
    .replace(/(name="Lectern digest"[^>]*>\s*<vt:lpwstr>)[0-9a-f]{64}/, (_, before: string) => before + '0'.repeat(64));
  merged.parts.set(custom, mergedCustomProperties(merged.text(custom) || null, own));
  const application = rootPart(merged, R.extendedProperties, APPLICATION);
  const text = merged.text(application) || ours.text(APPLICATION);
  // Titles of parts and their counts are what whoever saves it next counts anew.
  merged.parts.set(
    application,
    text
      .replace(/<(HeadingPairs|TitlesOfParts)>[^]*?<\/\1>/g, '')
      .replace(/<Slides>\d*<\/Slides>/, `<Slides>${slides}</Slides>`)
      .replace(/<Notes>\d*<\/Notes>/, ''),
  );
}

/** Our recipe in the place of theirs: from now on the merged deck is compared with what the briefing gives now. */
export function putRecipePart(ours: PartReader, merged: MergedPackage): void {
  const [mine, theirs] = [recipePart(ours.parts), recipePart(merged.parts)];
  if (mine !== null && theirs !== null) merged.parts.set(theirs, ours.text(mine));
}
