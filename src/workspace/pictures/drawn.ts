interface Size {
  readonly width: number;
  readonly height: number;
  readonly channels: number;
}

/** How many pixels are looked at, spread evenly. */
const SAMPLE = 65_536;
/** Colours among them: a drawing has less than the first, most photographs more than the second. */
const FEW_COLOURS = 256;
const MANY_COLOURS = 8192;
/** Share of neighbours of one colour: half of a screenshot and more, a tenth of a photograph. */
const EVEN = 0.4;

/**
 * Whether raw pixels are those of a photograph, or drawn: a chart, a map, a screenshot, or something with parts that one sees through,
 * which JPEG would spoil. Soft photographs and drawings in soft colours cannot be told apart by that.
 */
export function lookOf(pixels: Uint8Array, { width, height, channels }: Size): 'drawn' | 'photograph' | 'either' {
  if (channels === 4) for (let at = 3; at < pixels.length; at += 4) if (pixels[at] !== 255) return 'drawn';
  const colourAt = (pixel: number): number => {
    const at = pixel * channels;
    return ((pixels[at] ?? 0) << 16) | ((pixels[at + 1] ?? 0) << 8) | (pixels[at + 2] ?? 0);
  };
  const step = Math.max(1, Math.floor((width * height) / SAMPLE));
  const colours = new Set<number>();
  let even = 0;
  let looked = 0;
  for (let pixel = 1; pixel < width * height; pixel += step) {
    const colour = colourAt(pixel);
    colours.add(colour);
    if (colour === colourAt(pixel - 1)) even += 1;
    looked += 1;
  }
  if (colours.size <= FEW_COLOURS || even >= EVEN * looked) return 'drawn';
  return colours.size > MANY_COLOURS ? 'photograph' : 'either';
}
