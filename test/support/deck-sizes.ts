/** Windows of a phone, a tablet upright, laptops, a screen and a large one, in which a deck is tried; pixels. */
export const DECK_SIZES = [
  [390, 844],
  [820, 1180],
  [1100, 800],
  [1280, 720],
  [1920, 1080],
  [3840, 2160],
] as const;
