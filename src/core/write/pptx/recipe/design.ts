import { shortHash } from '../../../base/hash.ts';
import type { PartReader } from '../read/reader.ts';
import { canonical } from '../read/canonical.ts';

const DESIGN = /^ppt\/(?:slideMasters|slideLayouts)\/[^/]+\.xml$|^ppt\/theme\/theme1\.xml$/;

/** 16 hex digits over what is seen of masters, layouts and theme. */
export function designDigest(reader: PartReader): string {
  const names = [...reader.parts.keys()].filter((name) => DESIGN.test(name)).sort();
  return shortHash(names.map((name) => canonical(reader.text(name), reader.meaningIn(name), reader.tags)).join('\u001E'));
}
