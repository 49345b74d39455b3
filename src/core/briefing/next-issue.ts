const DAY = 24 * 60 * 60 * 1000;

/** Days as `YYYY-MM-DD`. The day of the next issue: the first at least a week after the last one that is not over, on the same day of the week. Without a date, today. */
export function nextIssue(date: string | null, today: string): string {
  const [last, now] = [Date.parse(date ?? ''), Date.parse(today)];
  if (Number.isNaN(last)) return today;
  const weeks = Math.max(1, Math.ceil((now - last) / (7 * DAY)));
  return new Date(last + weeks * 7 * DAY).toISOString().slice(0, 10);
}
