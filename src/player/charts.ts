/**
 * Has a chart's numbers said once: on a screen by the table beside it, and by its picture only what is remarked on them. A PDF lacks the
 * table, so there the picture says all.
 */
export function sayCharts(onPaper = false): void {
  for (const chart of document.querySelectorAll<SVGElement>('[data-said]')) {
    const { dataset } = chart;
    const all = (dataset['all'] ??= chart.getAttribute('aria-label') ?? '');
    const words = onPaper ? all : (dataset['said'] ?? '');
    chart.setAttribute('aria-label', words || all);
    chart.setAttribute('aria-hidden', String(words === ''));
  }
}
