/** Times as people say them: `40 s`, `2 min`. Whole minutes from one on; nothing is nothing. */
export function spoken(seconds: number): string {
  if (seconds < 50) return `${Math.round(seconds / 5) * 5} s`;
  return `${Math.max(1, Math.round(seconds / 60))} min`;
}

/** Day and time where the user is, of an ISO 8601 time. */
export function momentText(iso: string): string {
  return new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'short' }).format(new Date(iso));
}

/** The day where the user is, of milliseconds since 1970. */
export function dayText(at: number): string {
  return new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium' }).format(new Date(at));
}

export function wholeMinutes(seconds: number): number {
  return Math.ceil(seconds / 60 - 0.25);
}
