import { CAPABILITIES_HEADER, type Capability } from '../api/operations.ts';
import type { Capabilities } from './assistants-api.ts';

const UNKNOWN: Capabilities = {
  listThreads: 'unknown',
  runEvents: 'unknown',
  idempotency: 'unknown',
  files: 'unknown',
  vectorStores: 'unknown',
  reasoning: 'unknown',
};

/** What is known about a backend from its responses: its capabilities and its clock skew. */
export interface BackendInfo {
  readonly capabilities: Capabilities;
  readonly clockSkewMs: number;
  readonly pollAfterMs: number | undefined;
  /** Called with the headers of every response. */
  update(headers: Headers, now: number): void;
  /** Called with the response to an extension operation: a 404 for the path means that it is missing. */
  setCapability(capability: Capability, can: boolean): void;
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

/** Preset capabilities are never changed by responses. */
export function createBackendInfo(preset: Partial<Capabilities> = {}): BackendInfo {
  const setCapability = (capability: Capability, can: boolean): void => {
    const { capabilities } = backend;
    if (capabilities[capability] === can || preset[capability] !== undefined) return;
    backend.capabilities = { ...capabilities, [capability]: can };
  };
  const backend: Mutable<BackendInfo> = {
    capabilities: { ...UNKNOWN, ...preset },
    clockSkewMs: 0,
    pollAfterMs: undefined,
    update(headers, now) {
      const pollAfter = Number.parseFloat(headers.get('openai-poll-after-ms') ?? '');
      if (pollAfter >= 0) backend.pollAfterMs = pollAfter;
      const date = Date.parse(headers.get('date') ?? '');
      // The header has whole seconds: assume the middle of the second, and ignore differences below one second.
      const skew = date + 500 - now;
      if (!Number.isNaN(date)) backend.clockSkewMs = Math.abs(skew) < 1_000 ? 0 : skew;
      const declared = headers
        .get(CAPABILITIES_HEADER)
        ?.split(',')
        .map((name) => name.trim());
      if (!declared) return;
      for (const capability of Object.keys(UNKNOWN) as Capability[]) {
        setCapability(capability, declared.includes(capability));
      }
    },
    setCapability,
  };
  return backend;
}
