/** Whether a media query matches. False in a document that has no media (jsdom). */
export function matchesMedia(query: string): boolean {
  return typeof matchMedia === 'function' && matchMedia(query).matches;
}
