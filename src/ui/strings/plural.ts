const numbers = new Intl.NumberFormat('en');

/** `1,234`. */
export const counted = (n: number): string => numbers.format(n);

/** `1 slide`, `2 slides`. */
export const plural = (n: number, one: string, many = `${one}s`): string => `${counted(n)} ${n === 1 ? one : many}`;
