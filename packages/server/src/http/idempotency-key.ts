import { hashText } from '../shared/hash-text.ts';
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
  return { key, fingerprint: hashText(JSON.stringify([request.name, request.ids, request.body ?? null])) };
}
