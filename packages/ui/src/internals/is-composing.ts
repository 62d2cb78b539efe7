/** The properties of DOM and React keyboard events that indicate an IME composition. */
interface ComposingKey {
  readonly isComposing?: boolean;
  readonly keyCode: number;
  readonly nativeEvent?: { readonly isComposing: boolean };
}

/**
 * Whether a key event belongs to an IME composition (Japanese, Chinese, Korean, accents), so that Enter and Escape must be
 * ignored. Safari dispatches the Enter that ends a composition after `compositionend`, with the key code 229.
 */
export function isComposing(event: ComposingKey): boolean {
  return (event.nativeEvent ?? event).isComposing === true || event.keyCode === 229;
}
