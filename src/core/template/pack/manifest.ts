import { hasErrors, problem, type Outcome, type Place, type Problem } from '../../base/errors.ts';
import type { PackManifest, PackOption } from '../types.ts';
import { readYaml } from '../../base/yaml.ts';
import { manifestSchema, type OptionText } from './schema.ts';

/** Options every pack has; a pack may not redefine them. */
const RESERVED = ['format', 'variant', 'pictures'];

/** Optional numbers left out, not undefined. */
function option(text: OptionText): PackOption {
  if (text.type !== 'number') return text;
  const { minimum, maximum, ...rest } = text;
  return { ...rest, ...(minimum === undefined ? {} : { minimum }), ...(maximum === undefined ? {} : { maximum }) };
}

function checkOption(name: string, text: OptionText, place: Place): Problem[] {
  const fault = (message: string, received: string, allowed: string): Problem =>
    problem('pack/option', { message, place, received, allowed, hint: 'Correct the option in template.yaml.' });
  if (RESERVED.includes(name)) return [fault('every pack has this option already', name, 'any other name')];
  if (text.type === 'choice' && !text.choices.includes(text.default))
    return [fault('the default is none of the choices', text.default, text.choices.join(', '))];
  if (text.type === 'number' && (text.default < (text.minimum ?? -Infinity) || text.default > (text.maximum ?? Infinity))) {
    return [
      fault('the default is outside of minimum and maximum', String(text.default), `${text.minimum ?? '…'} to ${text.maximum ?? '…'}`),
    ];
  }
  return [];
}

/** Reads `template.yaml`. Problems: `pack/yaml`, `pack/field`, `pack/option`, with line and column. */
export function readManifest(text: string, file: string): Outcome<PackManifest> {
  const read = readYaml(text, manifestSchema, { file, codes: { syntax: 'pack/yaml', field: 'pack/field' }, guide: 'the template guide' });
  if (!read.value) return { value: null, problems: read.problems };
  const { value, at } = read.value;
  const options = Object.entries(value.options ?? {});
  const problems = options.flatMap(([name, given]) => checkOption(name, given, at(['options', name])));
  const manifest = {
    name: value.name,
    description: value.description,
    version: value.version,
    options: Object.fromEntries(options.map(([name, given]) => [name, option(given)])),
    powerpoint: value.powerpoint ?? null,
  };
  return { value: hasErrors(problems) ? null : manifest, problems };
}
