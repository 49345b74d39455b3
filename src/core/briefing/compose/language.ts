const RIGHT_TO_LEFT = ['Arab', 'Hebr', 'Syrc', 'Thaa', 'Nkoo', 'Adlm', 'Rohg'];

/** A tag that `Intl` accepts, or `en`. */
export function usableTag(tag: string): string {
  try {
    return Intl.getCanonicalLocales(tag)[0] ?? 'en';
  } catch {
    return 'en';
  }
}

/** Which way a language is written, by its usual script. */
export function directionOf(tag: string): 'ltr' | 'rtl' {
  return RIGHT_TO_LEFT.includes(new Intl.Locale(tag).maximize().script ?? '') ? 'rtl' : 'ltr';
}

/** `Ana Ruiz and Omar Haddad`, as the language joins names. */
export function joinNames(names: readonly string[], tag: string): string {
  const [only = ''] = names;
  return names.length < 2 ? only : new Intl.ListFormat(tag, { type: 'conjunction' }).format(names);
}
