import { readAllBytes } from '../shared/byte-stream.ts';
import { detectImageType } from '../shared/image-type.ts';
import type { Scope } from '../storage/storage.ts';
import type { RunContext } from './run-context.ts';

/** Providers accept images of a few megabytes, and every model call sends all of them again. */
const MAX_IMAGE_BYTES = 5 * 1024 * 1024;
/** Bounds the number of arguments of `String.fromCharCode`. */
const CHUNK = 8192;

/** A file of the run's owner as a `data:` URL; undefined unless it is an image within the size limit. */
export async function readImage(
  { storage, files }: Pick<RunContext, 'storage' | 'files'>,
  { owner }: Scope,
  fileId: string,
): Promise<string | undefined> {
  const file = await storage.files.get({ owner }, fileId);
  if (!file || file.bytes > MAX_IMAGE_BYTES) return undefined;
  const content = await files.getContent({ owner }, fileId);
  if (!content) return undefined;
  const bytes = await readAllBytes(content);
  const type = detectImageType(bytes);
  return type && `data:${type};base64,${toBase64(bytes)}`;
}

function toBase64(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += CHUNK) {
    text += String.fromCharCode(...bytes.subarray(at, at + CHUNK));
  }
  return btoa(text);
}
