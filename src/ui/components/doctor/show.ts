export const idOfLayout = (name: string): string => `doctor-${name}`;

/** Brings a layout of the report into sight, and the focus with it. */
export function showLayout(name: string): void {
  const heading = document.getElementById(idOfLayout(name));
  heading?.focus({ preventScroll: true });
  heading?.closest('.doctor-layout')?.scrollIntoView({ block: 'start' });
}
