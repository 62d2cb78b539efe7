/**
 * The computed styles of each visible element inside of `root`, by property. Without custom properties, which have no effect
 * by themselves, and options of a select, which the system draws. For tests.
 */
export type Computed = ReadonlyMap<string, Readonly<Record<string, string>>>;

const nameOf = (element: Element): string =>
  [element.tagName.toLowerCase(), element.getAttribute('data-slot'), element.getAttribute('data-variant')]
    .filter(Boolean)
    .join('.');

export function computedOf(root: Element): Computed {
  const entries = [...root.querySelectorAll('*:not([data-visually-hidden], option)')].map(
    (element, index) => {
      const style = getComputedStyle(element);
      const names = [...style].filter((name) => !name.startsWith('--'));
      return [
        `${index} ${nameOf(element)}`,
        Object.fromEntries(names.map((name) => [name, style.getPropertyValue(name)])),
      ] as const;
    },
  );
  return new Map(entries);
}

/** The style or color of a border without a width. */
function isUnseen(name: string, styles: Readonly<Record<string, string>>): boolean {
  const edge = /^((?:border-[a-z-]+?)|outline|column-rule|row-rule)-(?:style|color)$/.exec(name)?.[1];
  return edge !== undefined && styles[`${edge}-width`] === '0px';
}

/** Each property with a visible difference, one line each, without the properties in `except`. */
export function differences(before: Computed, after: Computed, except: readonly string[] = []): string[] {
  return [...before].flatMap(([element, styles]) => {
    const now = after.get(element) ?? {};
    const changed = Object.keys(styles).filter(
      (name) =>
        now[name] !== styles[name] &&
        !except.includes(name) &&
        !(isUnseen(name, styles) && isUnseen(name, now)),
    );
    return changed.map((name) => `${element} { ${name}: ${styles[name]} → ${now[name]} }`);
  });
}
