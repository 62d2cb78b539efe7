import { badRequest } from './http-error.ts';
import type { RouteIds, RouteName } from './match-route.ts';

/** The idempotency key of a request. */
export interface RequestKey {
  readonly key: string;
  readonly fingerprint: string;
}

/** Operations that create something. Modifying, cancelling and deleting are idempotent without a key. */
const KEYED: ReadonlySet<RouteName> = new Set<RouteName>([
  'createAssistant',
  'createThread',
  'createThreadAndRun',
  'createMessage',
  'createRun',
  'submitToolOutputsToRun',
  'createVectorStore',
]);
const MAX_LENGTH = 255;

export function readIdempotencyKey(
  headers: Headers,
  request: { readonly name: RouteName; readonly ids: RouteIds; readonly body: unknown },
): RequestKey | undefined {
  const key = headers.get('idempotency-key');
  if (key === null || !KEYED.has(request.name)) return undefined;
  if (key === '' || key.length > MAX_LENGTH) {
    throw badRequest(
      `Invalid 'Idempotency-Key' header: expected 1 to ${MAX_LENGTH} characters, but got ${key.length} instead.`,
      { code: 'invalid_idempotency_key' },
    );
  }
  // Stored fingerprints depend on these names and their order. No path of a keyed operation has the other ids.
  const { vector_store_id: _storeId, batch_id: _batchId, ...ids } = request.ids;
  return { key, fingerprint: hashText(JSON.stringify([request.name, ids, request.body ?? null])) };
}

/**
 * A short, non-cryptographic hash of a text, equal on every runtime. It detects accidental differences only; collisions can
 * be constructed. (`crypto.subtle` is missing on insecure origins.)
 */
function hashText(text: string): string {
  let low = 0x811c9dc5;
  let high = 0x1b873593;
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    low = Math.imul(low ^ unit, 0x01000193);
    high = Math.imul(high + unit, 0x85ebca6b) ^ (high >>> 13);
  }
  return `${text.length.toString(36)}-${(low >>> 0).toString(36)}-${(high >>> 0).toString(36)}`;
}
