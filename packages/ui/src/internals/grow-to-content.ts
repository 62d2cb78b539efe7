/** Sets a text field as high as its text where the browser does not do so by itself; CSS caps it. */
export function growToContent(input: HTMLTextAreaElement): void {
  // jsdom has no CSS, and no heights to set.
  if (typeof CSS === 'undefined' || CSS.supports('field-sizing', 'content')) return;
  input.style.height = 'auto';
  input.style.height = `${input.scrollHeight}px`;
}

/** Puts a text into a composer's field as if it had been typed. */
export function writeInput(input: HTMLTextAreaElement, text: string): void {
  input.value = text;
  input.dispatchEvent(new Event('input', { bubbles: true }));
}

/** The same, and the caret goes behind it. */
export function fillInput(input: HTMLTextAreaElement, text: string): void {
  writeInput(input, text);
  input.focus();
  input.setSelectionRange(text.length, text.length);
}

/** Gives a text back to the person to go on with: before what stands in the field by now, which is kept. */
export function putBack(input: HTMLTextAreaElement, text: string): void {
  fillInput(input, [text, input.value].filter((part) => part.trim() !== '').join('\n'));
}
