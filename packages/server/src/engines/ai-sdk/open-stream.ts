import type { EngineInput, EngineMessage } from '../engine.ts';
import { readImages } from '../provider/read-images.ts';
import { type ReadsUrl, readsImagesAt } from './images.ts';
import type { AiSdkModel } from './model.ts';
import { type OwnOptions, toCallOptions } from './to-call-options.ts';
import { toPrompt } from './to-prompt.ts';
import { toV3Prompt } from './to-v3-prompt.ts';

export interface OpenedStream {
  /** Parts of version 3 or 4 of the interface. */
  readonly stream: unknown;
  /** What the model does not get, for the operator. */
  readonly warnings: readonly string[];
}

/** Makes the request of one model call. Rejects with what the model throws. */
export async function openStream(
  model: AiSdkModel,
  options: OwnOptions,
  input: EngineInput,
  signal: AbortSignal,
): Promise<OpenedStream> {
  const isV3 = model.specificationVersion === 'v3';
  const urls = imageUrls(input.messages);
  const readsUrl: ReadsUrl = urls.length === 0 ? () => false : await readsImagesAt(model);
  const prompt = toPrompt(input, {
    model: keyOf(model),
    images: await readImages(input),
    readsUrl,
  });
  const callOptions = toCallOptions(input, isV3 ? toV3Prompt(prompt) : prompt, options, signal);
  const result = await model.doStream(callOptions);
  const warnings = [
    ...(urls.every(readsUrl) ? [] : [UNREADABLE_URL]),
    ...(isV3 && input.settings.reasoningEffort ? [NO_EFFORT] : []),
  ];
  return { stream: result?.stream, warnings };
}

/** Identifies a model in private data. */
export function keyOf({ provider, modelId }: AiSdkModel): string {
  return `${provider}/${modelId}`;
}

const UNREADABLE_URL =
  'It does not read images from URLs, so it does not see them. Let users upload images, or declare supportedUrls in the settings of its provider if it can read URLs.';
const NO_EFFORT =
  'It implements version 3 of the interface of the AI SDK, which has no reasoning effort. Set the effort in providerOptions of aiSdk, or update the package of the provider.';

/** Other URLs than `data:` URLs. */
function imageUrls(messages: readonly EngineMessage[]): readonly string[] {
  return messages.flatMap((message) =>
    message.role === 'user'
      ? message.content.flatMap((part) =>
          part.type === 'image_url' && !/^data:/i.test(part.image_url.url) ? [part.image_url.url] : [],
        )
      : [],
  );
}
