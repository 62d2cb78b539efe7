/** Sets the height of a textarea to its content if the browser lacks `field-sizing`. CSS limits the height. */
export function growToContent(input: HTMLTextAreaElement): void {
  // jsdom has no `CSS` object and no layout.
  if (typeof CSS === 'undefined' || CSS.supports('field-sizing', 'content')) return;
  input.style.height = 'auto';
  input.style.height = `${input.scrollHeight}px`;
}

/** Sets the value of a textarea and dispatches `input`, as if the text had been typed. */
export function writeInput(input: HTMLTextAreaElement, text: string): void {
  input.value = text;
  input.dispatchEvent(new Event('input', { bubbles: true }));
}

/** Like {@link writeInput}, then focuses the textarea with the caret at the end. */
export function fillInput(input: HTMLTextAreaElement, text: string): void {
  writeInput(input, text);
  input.focus();
  input.setSelectionRange(text.length, text.length);
}

/** Restores a text for editing: inserts it before the current text. */
export function putBack(input: HTMLTextAreaElement, text: string): void {
  fillInput(input, [text, input.value].filter((part) => part.trim() !== '').join('\n'));
}
