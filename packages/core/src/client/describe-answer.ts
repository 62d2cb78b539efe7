/** What came, for an error's message: status, type and first words, those of a page without its tags. */
export function describeAnswer({ status, headers }: Response, body: string): string {
  const type = headers.get('content-type')?.split(';')[0] ?? 'no content type';
  // A few words are asked for, whatever came.
  const words = body
    .slice(0, 2_000)
    .replace(/(?:<[^<>]*>|\s)+/g, ' ')
    .trim();
  return `${status}, ${type}, ${words ? `"${words.slice(0, 120)}"` : 'an empty body'}.`;
}

/** The first piece of a body that is not what was asked for, and may have no end. Never fails. */
export async function readBeginning(body: ReadableStream<Uint8Array> | null): Promise<string> {
  const reader = body?.getReader();
  const first = await reader?.read().catch(() => undefined);
  reader?.cancel().catch(() => {});
  return new TextDecoder().decode(first?.value);
}
