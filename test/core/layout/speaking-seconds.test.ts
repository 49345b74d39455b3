import { describe, expect, it } from 'vitest';
import { builtScene } from '../../support/built-scene.ts';

describe('the seconds of a slide that is pointed at', () => {
  const seconds = async (notes: Parameters<typeof builtScene>[4] = {}): Promise<Record<string, number>> => {
    const { slides } = await builtScene('south-caucasus', 'policy-brief', {}, true, notes);
    return Object.fromEntries(slides.map(({ kind, seconds: own }) => [kind, own]));
  };

  it('are a glance for the agenda and the sources, however many words the template puts into their notes', async () => {
    const { agenda, sources, items } = await seconds();
    expect(agenda).toBe(20);
    expect(sources).toBe(10);
    expect(items).toBeGreaterThan(20);
  });

  it('are what the briefing says on it, where it does', async () => {
    const { agenda, sources } = await seconds({ notes: { title: null, agenda: 'word '.repeat(130), sources: 'word '.repeat(65) } });
    expect(agenda).toBe(60);
    expect(sources).toBe(30);
  });
});
