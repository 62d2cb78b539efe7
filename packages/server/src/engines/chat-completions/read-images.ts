import type { EngineInput } from '../engine.ts';

/** By file id, what the messages' `image_file` parts are as addresses that a model can read. */
export async function readImages({
  messages,
  imageOf,
}: Pick<EngineInput, 'messages' | 'imageOf'>): Promise<ReadonlyMap<string, string>> {
  const ids = new Set(
    messages.flatMap((message) =>
      message.role === 'user'
        ? message.content.flatMap((part) => (part.type === 'image_file' ? [part.image_file.file_id] : []))
        : [],
    ),
  );
  const found = await Promise.all([...ids].map(async (id) => [id, await imageOf?.(id)] as const));
  return new Map(found.flatMap(([id, url]) => (url === undefined ? [] : [[id, url] as const])));
}
