/** Describes a response for an error message: status, type and first words, without HTML tags. */
export function describeResponse({ status, headers }: Response, body: string): string {
  const type = headers.get('content-type')?.split(';')[0] ?? 'no content type';
  // A few words are enough, however long the body is.
  const words = body
    .slice(0, 2_000)
    .replace(/(?:<[^<>]*>|\s)+/g, ' ')
    .trim();
  return `${status}, ${type}, ${words ? `"${words.slice(0, 120)}"` : 'an empty body'}.`;
}

/** The first chunk of an unexpected body, which may never end. Never rejects. */
export async function readBeginning(body: ReadableStream<Uint8Array> | null): Promise<string> {
  const reader = body?.getReader();
  const first = await reader?.read().catch(() => undefined);
  reader?.cancel().catch(() => {});
  return new TextDecoder().decode(first?.value);
}
