function commonStart(a: string, b: string): number {
  let length = 0;
  while (length < a.length && length < b.length && a[length] === b[length]) length++;
  return length;
}

/** Whether two words are forms of one: `Armenia` and `Armenians`, `Москва` and `московский`. */
export function isForm(a: string, b: string): boolean {
  const common = commonStart(a, b);
  const shorter = Math.min(a.length, b.length);
  return (
    a === b ||
    (common >= 4 && common >= shorter - 2 && Math.abs(a.length - b.length) <= 6) ||
    (common >= 3 && common === shorter && Math.abs(a.length - b.length) === 1)
  );
}
