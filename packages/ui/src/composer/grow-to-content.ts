/** Sets a text field as high as its text where the browser does not do so by itself; CSS caps it. */
export function growToContent(input: HTMLTextAreaElement): void {
  if (CSS.supports('field-sizing', 'content')) return;
  input.style.height = 'auto';
  input.style.height = `${input.scrollHeight}px`;
}

/** Puts a text into a composer's field as if it had been typed, and the caret behind it. */
export function fillInput(input: HTMLTextAreaElement, text: string): void {
  input.value = text;
  input.dispatchEvent(new Event('input', { bubbles: true }));
  input.focus();
  input.setSelectionRange(text.length, text.length);
}
