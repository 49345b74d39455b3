import type { Decoration, Layout, Theme } from './types.ts';

type Image = Extract<Decoration, { readonly kind: 'image' }>;

/** All that a theme draws: on all slides first, then each layout's own. */
export function allDecoration(theme: Theme): readonly Decoration[] {
  return [...theme.decoration, ...Object.values(theme.layouts).flatMap((layout) => layout.decoration)];
}

/** The pictures among it. */
export function decorationImages(theme: Theme): readonly Image[] {
  return allDecoration(theme).filter((d) => d.kind === 'image');
}

/** What a layout draws: its theme's decoration and its own. */
export function drawnOn(layout: Layout, theme: Theme): readonly Decoration[] {
  return [...(layout.masterDecoration ? theme.decoration : []), ...layout.decoration];
}
