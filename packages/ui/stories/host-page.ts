/** Adds a stylesheet to the page of a test; `removeStyles` removes all of them. */
export function addStyles(css: string, to: Document = document): void {
  const style = to.createElement('style');
  style.dataset['test'] = '';
  style.textContent = css;
  to.head.append(style);
}

export function removeStyles(): void {
  for (const style of document.head.querySelectorAll('[data-test]')) style.remove();
}

/** The computed color of a token inside of `place`. */
export function colorIn(place: Element, token: string): string {
  const probe = document.createElement('i');
  probe.style.color = `var(${token})`;
  place.append(probe);
  const { color } = getComputedStyle(probe);
  probe.remove();
  return color;
}
