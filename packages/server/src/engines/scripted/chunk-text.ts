// linear in this file: the scripted engine reads what a person types into a demo, and schemas of the app
/** Text in pieces of about one word, as a model's tokens come. Joined again they are the text. */
export function chunkText(text: string): string[] {
  return text.match(/\s*\S{1,12}/g)?.concat(text.match(/\s+$/g) ?? []) ?? [];
}

/** About four characters a token: the same count for the same text, and near enough to be useful. */
export function countTokens(text: string): number {
  return Math.ceil(text.length / 4);
}
