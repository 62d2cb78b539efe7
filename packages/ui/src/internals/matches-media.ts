/** Whether a media query matches. `false` without `matchMedia` (jsdom). */
export function matchesMedia(query: string): boolean {
  return typeof matchMedia === 'function' && matchMedia(query).matches;
}
