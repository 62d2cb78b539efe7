/**
 * What is computed for each element inside of `root` that can be seen, by property; custom properties do nothing by
 * themselves, and options of a menu are drawn by the system. For tests.
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

/** A style or colour of an edge that has no width. */
function isUnseen(name: string, styles: Readonly<Record<string, string>>): boolean {
  const edge = /^((?:border-[a-z-]+?)|outline|column-rule|row-rule)-(?:style|color)$/.exec(name)?.[1];
  return edge !== undefined && styles[`${edge}-width`] === '0px';
}

/** Each property that differs and can be seen to, as one line; properties in `except` are left out. */
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
