/** The part of a keyboard event that tells a composition: DOM events have both, React events wrap the first. */
interface ComposingKey {
  readonly isComposing?: boolean;
  readonly keyCode: number;
  readonly nativeEvent?: { readonly isComposing: boolean };
}

/**
 * Whether a key belongs to an input method's composition (Japanese, Chinese, Korean, accents): then Enter and Escape
 * mean the composition and nothing of ours. Safari reports the Enter that ends a composition after the composition,
 * with the key code 229.
 */
export function isComposing(event: ComposingKey): boolean {
  return (event.nativeEvent ?? event).isComposing === true || event.keyCode === 229;
}
