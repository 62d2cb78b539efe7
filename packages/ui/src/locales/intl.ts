/** A text for each plural category of a language. `other` also serves every category that is left out. */
export type PluralForms = Readonly<Partial<Record<Intl.LDMLPluralRule, string>> & { other: string }>;

/** Selects a plural form by the rules of a language. `Intl.PluralRules` is created on the first call: it takes 1 ms. */
export function createPlural(languageTag: string): (count: number, forms: PluralForms) => string {
  let rules: Intl.PluralRules | undefined;
  return (count, forms) => {
    rules ??= new Intl.PluralRules(languageTag);
    return forms[rules.select(count)] ?? forms.other;
  };
}

/** Joins items as a language writes a list: "a, b und c". `Intl.ListFormat` is created on the first call. */
export function createListFormat(languageTag: string): (items: readonly string[]) => string {
  let format: Intl.ListFormat | undefined;
  return (items) => {
    format ??= new Intl.ListFormat(languageTag);
    return format.format(items);
  };
}
