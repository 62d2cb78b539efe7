/** The placeholder that the app passed, which may be a function of the previous query's data. */
export function resolvePlaceholder<Data extends object>(
  placeholder: Data | ((previous: Data | undefined) => Data | undefined) | undefined,
  previous: Data | undefined,
): Data | undefined {
  return typeof placeholder === 'function' ? placeholder(previous) : placeholder;
}
