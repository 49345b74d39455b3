const OTHER_DIGIT = /[^\P{Nd}0-9]/u;
/** Zeros of the scripts whose digits are read here: Arabic, Persian, Devanagari, Bengali, full width. */
const ZEROS = [0x660, 0x6f0, 0x966, 0x9e6, 0xff10];

/** A text with the digits of other scripts as ASCII ones. */
export function asciiDigits(text: string): string {
  if (!OTHER_DIGIT.test(text)) return text;
  return Array.from(text, (sign) => {
    const code = sign.codePointAt(0) ?? 0;
    const zero = ZEROS.find((start) => code >= start && code < start + 10);
    return zero === undefined ? sign : String(code - zero);
  }).join('');
}
