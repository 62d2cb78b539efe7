/** Joins names as a language lists them: "a, b und c". What it takes is made with the first list. */
export function createListFormat(locale: string): (items: readonly string[]) => string {
  let format: Intl.ListFormat | undefined;
  return (items) => {
    format ??= new Intl.ListFormat(locale);
    return format.format(items);
  };
}
