// linear in this file: the scripted engine reads demo input, and schemas of the app
/** Splits text into pieces of about one word, like a model's tokens. Joined, they are the text again. */
export function chunkText(text: string): string[] {
  return text.match(/\s*\S{1,12}/g)?.concat(text.match(/\s+$/g) ?? []) ?? [];
}

/** An estimate: about four characters per token. */
export function countTokens(text: string): number {
  return Math.ceil(text.length / 4);
}
