import type { LanguageModelV4FilePart, LanguageModelV4TextPart } from '@ai-sdk/provider';
import type { AiSdkModel } from './model.ts';

/** Whether the model reads an image at a URL itself. */
export type ReadsUrl = (url: string) => boolean;

/** Longer URLs are not matched against the expressions of the provider. */
const MAX_URL_CHARS = 2_000;
const IMAGES = 'image/';

/** From `supportedUrls`, which a model may compute. */
export async function readsImagesAt(model: AiSdkModel): Promise<ReadsUrl> {
  const supported = await model.supportedUrls;
  const patterns = Object.entries(supported ?? {}).flatMap(([type, list]) =>
    [IMAGES, '*', '*/*'].includes(type.toLowerCase().replace(/^image\/\*$/, IMAGES)) ? list : [],
  );
  return (url) => {
    const text = url.toLowerCase();
    // Unlike `test`, `search` ignores the position that some expressions keep.
    return url.length <= MAX_URL_CHARS && patterns.some((pattern) => text.search(pattern) !== -1);
  };
}

/** An image of a message. `url` is undefined when it cannot be shown; `name` is for the note in its place. */
export function toImagePart(
  url: string | undefined,
  name: string,
  readsUrl: ReadsUrl,
): LanguageModelV4FilePart | LanguageModelV4TextPart {
  const inline = url === undefined ? undefined : readDataUrl(url);
  if (inline) return { type: 'file', mediaType: inline.type, data: { type: 'data', data: inline.base64 } };
  if (url !== undefined && readsUrl(url) && URL.canParse(url)) {
    return { type: 'file', mediaType: 'image/*', data: { type: 'url', url: new URL(url) } };
  }
  return { type: 'text', text: `[image ${name.slice(0, 200)}, which cannot be shown to the model]` };
}

/** Type and data of a `data:` URL in base64; undefined for any other URL. */
function readDataUrl(url: string): { readonly type: string; readonly base64: string } | undefined {
  const comma = url.indexOf(',');
  const [, type] = /^data:(image\/[\w.+-]+);base64$/i.exec(url.slice(0, Math.min(comma, 100))) ?? [];
  return type === undefined ? undefined : { type: type.toLowerCase(), base64: url.slice(comma + 1) };
}
