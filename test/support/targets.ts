import type { Page } from 'playwright-core';

/**
 * Targets that are smaller than 24 × 24 CSS pixels and too near to others, with their size. [WCAG 2.2, 2.5.8.] Links in running text are
 * exempt, and on slides those whose like is reached otherwise: a slide is scaled as a picture, and the list of slides (`/`) and the page
 * to read have the same links.
 */
export function smallTargets(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const LEAST = 24;
    const all = [...document.querySelectorAll<HTMLElement>('button, a[href], input, select, summary, [role="button"], [tabindex="0"]')];
    const shown = all.filter((element) => {
      const box = element.getBoundingClientRect();
      const modal = document.querySelector('dialog:modal');
      const isBehind = modal !== null && !modal.contains(element);
      return !isBehind && element.checkVisibility({ opacityProperty: true, visibilityProperty: true }) && box.width > 1 && box.height > 1;
    });
    const isInline = (element: HTMLElement): boolean =>
      element.tagName === 'A' && (getComputedStyle(element).display === 'inline' || element.closest('sup') !== null);
    const targets = shown.filter((element) => !isInline(element) && !element.closest('.page'));
    const boxes = targets.map((element) => element.getBoundingClientRect());
    return targets.flatMap((element, at) => {
      const box = boxes[at];
      if (!box || (box.width >= LEAST - 0.01 && box.height >= LEAST - 0.01)) return [];
      const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
      const isNear = boxes.some((other, i) => {
        if (i === at) return false;
        const dx = Math.max(other.left - x, 0, x - other.right);
        const dy = Math.max(other.top - y, 0, y - other.bottom);
        return Math.hypot(dx, dy) < LEAST / 2;
      });
      const name = element.getAttribute('aria-label') ?? element.textContent.trim().slice(0, 30);
      return isNear ? [`${element.tagName} “${name}” ${box.width.toFixed(1)} × ${box.height.toFixed(1)}`] : [];
    });
  });
}
