import { useLayoutEffect, useRef, type RefObject } from 'react';

/** Chromium's text areas grow with their words by the style sheet's `field-sizing`; elsewhere the hook below sets the height. */
const GROWS_BY_ITSELF = CSS.supports('field-sizing', 'content');

/** For a text area that is as high as its words. */
export function useGrowing(text: string): RefObject<HTMLTextAreaElement | null> {
  const area = useRef<HTMLTextAreaElement>(null);
  useLayoutEffect(() => {
    const element = area.current;
    if (!element || GROWS_BY_ITSELF) return undefined;
    let width = -1;
    // Words take other lines in another width, and none while they are not shown.
    const observer = new ResizeObserver(() => {
      if (element.clientWidth === width) return;
      width = element.clientWidth;
      element.style.height = '0';
      element.style.height = `${element.scrollHeight + 2}px`;
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, [text]);
  return area;
}
