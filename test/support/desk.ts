/** Controls of the presenter's view that a slide lies over, and those that stand out of the window. Runs in the page. */
export function hiddenControls(): readonly string[] {
  const seen = (selector: string): Element[] => [...document.querySelectorAll(selector)].filter((part) => part.checkVisibility());
  const slides = seen('.slide').map((slide) => slide.getBoundingClientRect());
  return seen('.desk button, .desk-value, .desk output:not(:empty), .desk-words, .desk-after p').flatMap((part) => {
    // what the notes scroll to is not out of the window
    if (part.closest('.desk-words, .desk-said') && !part.matches('.desk-words')) return [];
    const { left, right, top, bottom } = part.getBoundingClientRect();
    const isOver = slides.some((s) => left < s.right - 1 && right > s.left + 1 && top < s.bottom - 1 && bottom > s.top + 1);
    const isOut = left < -1 || top < -1 || right > innerWidth + 1 || bottom > innerHeight + 1;
    return isOver || isOut ? [`${part.className} ${part.textContent}`] : [];
  });
}
