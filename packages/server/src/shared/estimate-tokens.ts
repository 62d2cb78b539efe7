/** Tokens of an ASCII character, of one of another alphabet, and of one of Chinese, Japanese, Korean or an emoji. */
const ASCII = 0.25;
const ALPHABETIC = 0.5;
const IDEOGRAPHIC = 1;

const FIRST_NON_ASCII = 0x80;
/** CJK Radicals Supplement; everything above it is ideographic, a symbol, or half of a surrogate pair. */
const FIRST_IDEOGRAPHIC = 0x2e80;

/** About the tokens of a text, for a model whose tokenizer is unknown. */
export function estimateTokens(text: string): number {
  let tokens = 0;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (code < FIRST_NON_ASCII) tokens += ASCII;
    else tokens += code < FIRST_IDEOGRAPHIC ? ALPHABETIC : IDEOGRAPHIC;
  }
  return tokens;
}
