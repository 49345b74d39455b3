/**
 * What of an SVG reaches a deck: shapes, words, paint and what bends them, all inside the file. An allow-list, since a drawing travels
 * in both files and is opened by programs that nobody here knows. Left out are programs, pages inside the drawing, movement, and
 * whatever is fetched from elsewhere.
 */
export const ELEMENTS: ReadonlySet<string> = new Set([
  ...['svg', 'g', 'defs', 'symbol', 'use', 'switch', 'title', 'desc', 'style', 'view'],
  ...['path', 'rect', 'circle', 'ellipse', 'line', 'polyline', 'polygon', 'image', 'text', 'tspan', 'textPath'],
  ...['linearGradient', 'radialGradient', 'stop', 'pattern', 'clipPath', 'mask', 'marker', 'filter'],
  ...['feBlend', 'feColorMatrix', 'feComponentTransfer', 'feComposite', 'feConvolveMatrix', 'feDiffuseLighting', 'feDisplacementMap'],
  ...['feDistantLight', 'feDropShadow', 'feFlood', 'feFuncA', 'feFuncB', 'feFuncG', 'feFuncR', 'feGaussianBlur', 'feMerge'],
  ...['feMergeNode', 'feMorphology', 'feOffset', 'fePointLight', 'feSpecularLighting', 'feSpotLight', 'feTile', 'feTurbulence'],
]);

/** Elements that are read as another. */
export const READ_AS: Readonly<Record<string, string>> = { a: 'g' };

/** What nobody sees, and nobody has to be told of. */
export const UNSEEN: ReadonlySet<string> = new Set(['metadata']);

/** How the rest is called in a problem; what has no name here is named by its tag. */
export const NAMES: Readonly<Record<string, string>> = {
  animate: 'an animation',
  animateColor: 'an animation',
  animateMotion: 'an animation',
  animateTransform: 'an animation',
  discard: 'an animation',
  set: 'an animation',
  foreignObject: 'words or a page in HTML (foreignObject)',
  feImage: 'a picture in a filter',
  script: 'a script',
};

/** Attributes that name something to fetch, or say where addresses start. */
export const ADDRESSES: ReadonlySet<string> = new Set(['src', 'srcset', 'data', 'action', 'formaction', 'ping', 'base']);

/** A drawing's bounds. Characters; elements, each counted as often as it is drawn; elements inside each other; pixels of pictures in it. */
export const LIMITS = { characters: 10_000_000, drawn: 200_000, depth: 200, pixels: 50_000_000 } as const;

/** What a step of a filter counts: it goes over all pixels. */
export const FILTER_STEP = 500;
