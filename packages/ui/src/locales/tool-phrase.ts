import type { VerbPhrase } from './locale-strings.ts';

/** `rollback_release` → "rollback release", `changeTheme` → "change theme", `getURLInfo` → "get URL info". */
export function humanise(name: string): string {
  return name
    .replace(/([a-z\d])([A-Z])/g, '$1 $2')
    .replace(/([A-Z])(?=[A-Z][a-z])/g, '$1 ')
    .split(/[\s_-]+/)
    .filter(Boolean)
    .map((word) => (/^[A-Z]{2,}$/.test(word) ? word : word.toLowerCase()))
    .join(' ');
}

/** An app's own words for a tool, in a language whose verbs we do not bend: a wrong form is worse than none. */
export const unbent = (action: string): VerbPhrase => ({ action, running: action, done: action });
