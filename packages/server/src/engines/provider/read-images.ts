import type { EngineInput } from '../engine.ts';

/** URLs of the messages' `image_file` parts, by file id. */
export async function readImages({
  messages,
  resolveImage,
}: Pick<EngineInput, 'messages' | 'resolveImage'>): Promise<ReadonlyMap<string, string>> {
  const ids = new Set(
    messages.flatMap((message) =>
      message.role === 'user'
        ? message.content.flatMap((part) => (part.type === 'image_file' ? [part.image_file.file_id] : []))
        : [],
    ),
  );
  const found = await Promise.all([...ids].map(async (id) => [id, await resolveImage?.(id)] as const));
  return new Map(found.flatMap(([id, url]) => (url === undefined ? [] : [[id, url] as const])));
}
