import { HttpError } from '../http/http-error.ts';
import { jsonResponse } from '../http/json-response.ts';
import type { ServerContext } from '../routes/handler.ts';
import { type SetTimer, settleWithin } from '../shared/timers.ts';
import { SHARED_OWNER } from '../storage/storage.ts';

/** Shorter than the timeout of common probes (a second), so that they receive the reason. */
const ANSWER_MS = 800;
/** The id of no assistant: ids of the server are longer, and those of options are chosen by their app. */
const UNKNOWN_ASSISTANT = 'asst_readiness_probe';

/** `closing`: `close()` was called. `closed`: it has finished. */
export type ServerPhase = 'open' | 'closing' | 'closed';

/**
 * Why a server is not ready. `starting`: the storage is being opened · `storage_unavailable`: it failed ·
 * `storage_slow`: it did not answer in time · `worker_stalled`: runs are not claimed.
 */
type UnreadyReason = 'starting' | 'storage_unavailable' | 'storage_slow' | 'worker_stalled' | 'closing';

export interface HealthRoutesOptions {
  readonly phase: () => ServerPhase;
  readonly open: () => Promise<ServerContext>;
  readonly setTimer: SetTimer;
  readonly onError: (error: unknown, where: string) => void;
}

/**
 * Responds to `GET /healthz` and `GET /readyz`, and to no other path. Neither reads data of owners, so they need no
 * authorization; pages of other origins cannot read them.
 */
export function createHealthRoutes({ phase, open, setTimer, onError }: HealthRoutesOptions) {
  let stage: UnreadyReason = 'starting';
  let checking: Promise<UnreadyReason | undefined> | undefined;

  async function check(): Promise<UnreadyReason | undefined> {
    try {
      stage = 'starting';
      // A balancer sends no request before the server is ready, so a probe may be the first one.
      const { storage, worker } = await open();
      stage = 'storage_slow';
      await storage.assistants.get({ owner: SHARED_OWNER }, UNKNOWN_ASSISTANT);
      return worker.isStalled() ? 'worker_stalled' : undefined;
    } catch (error) {
      if (!(error instanceof HttpError)) onError(error, 'readiness');
      return 'storage_unavailable';
    } finally {
      checking = undefined;
    }
  }

  async function findProblem(): Promise<UnreadyReason | undefined> {
    if (phase() !== 'open') return 'closing';
    // Probes share a check, so that neither many of them nor a storage that hangs add reads.
    checking ??= check();
    const problem = await settleWithin(checking, ANSWER_MS, () => stage, setTimer, { background: true });
    // `close()` may have been called meanwhile, and have closed the storage.
    return phase() === 'open' ? problem : 'closing';
  }

  async function respond(pathname: '/healthz' | '/readyz', method: string): Promise<Response> {
    if (method !== 'GET' && method !== 'HEAD')
      return new Response(null, { status: 405, headers: { allow: 'GET, HEAD' } });
    const isAlive = phase() !== 'closed';
    const reason = pathname === '/readyz' ? await findProblem() : isAlive ? undefined : 'closing';
    const response =
      reason === undefined
        ? jsonResponse({ status: 'ok' })
        : jsonResponse({ status: 'unavailable', reason }, { status: 503 });
    return method === 'HEAD' ? new Response(null, response) : response;
  }

  /** The response to a probe; undefined for any other request. */
  return ({ method, url }: Request): Promise<Response> | undefined => {
    const { pathname } = new URL(url);
    return pathname === '/healthz' || pathname === '/readyz' ? respond(pathname, method) : undefined;
  };
}
