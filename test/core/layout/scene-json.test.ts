import { expect, it } from 'vitest';
import { sceneJson } from '../../../src/core/layout/index.ts';
import { PACKS, SAMPLES, sampleScene } from '../../support/samples.ts';

/** Everything that is no plain data, by its path: functions, sets, maps of anything but text, classes. */
function strange(value: unknown, path = 'scene'): string[] {
  if (value === null || ['string', 'boolean'].includes(typeof value)) return [];
  if (typeof value === 'number') return Number.isFinite(value) ? [] : [`${path}: ${value}`];
  if (value instanceof Uint8Array) return [];
  if (value instanceof Map)
    return [...value].flatMap(([key, one]) =>
      typeof key === 'string' ? strange(one, `${path}.${key}`) : [`${path}: a key that is no text`],
    );
  if (Array.isArray(value)) return value.flatMap((one, i) => strange(one, `${path}[${i}]`));
  if (typeof value !== 'object' || Object.getPrototypeOf(value) !== Object.prototype) return [`${path}: ${typeof value}`];
  return Object.entries(value).flatMap(([key, one]) => strange(one, `${path}.${key}`));
}

it.each(PACKS.flatMap((pack) => SAMPLES.map((sample) => ({ pack, sample }))))(
  'a scene is plain data: $sample in $pack',
  async ({ pack, sample }) => {
    const scene = await sampleScene({ sample, pack, variant: 'light' });
    expect(strange(scene)).toEqual([]);
    const json = sceneJson(scene);
    expect(sceneJson(scene)).toBe(json);
    const { version, scene: read } = JSON.parse(json) as { version: number; scene: { slides: unknown[] } };
    expect(version).toBe(1);
    expect(read.slides).toEqual(JSON.parse(JSON.stringify(scene.slides)));
  },
);
