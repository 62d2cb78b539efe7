import { CAPABILITIES_HEADER, type Capability } from '../api/operations.ts';
import type { Capabilities } from './assistants-api.ts';

const UNKNOWN: Capabilities = {
  listThreads: 'unknown',
  runEvents: 'unknown',
  idempotency: 'unknown',
  files: 'unknown',
};

/** What is known about a backend from its responses: its capabilities and its clock skew. */
export interface BackendFacts {
  readonly capabilities: Capabilities;
  readonly clockSkewMs: number;
  readonly pollAfterMs: number | undefined;
  /** Called with the headers of every response. */
  learn(headers: Headers, now: number): void;
  /** Called with the response to an extension operation: a 404 for the path means that it is missing. */
  settle(capability: Capability, can: boolean): void;
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

/** Preset capabilities are never changed by responses. */
export function createBackendFacts(preset: Partial<Capabilities> = {}): BackendFacts {
  const settle = (capability: Capability, can: boolean): void => {
    const { capabilities } = facts;
    if (capabilities[capability] === can || preset[capability] !== undefined) return;
    facts.capabilities = { ...capabilities, [capability]: can };
  };
  const facts: Mutable<BackendFacts> = {
    capabilities: { ...UNKNOWN, ...preset },
    clockSkewMs: 0,
    pollAfterMs: undefined,
    learn(headers, now) {
      const pollAfter = Number.parseFloat(headers.get('openai-poll-after-ms') ?? '');
      if (pollAfter >= 0) facts.pollAfterMs = pollAfter;
      const date = Date.parse(headers.get('date') ?? '');
      // The header has whole seconds: assume the middle of the second, and ignore differences below one second.
      const skew = date + 500 - now;
      if (!Number.isNaN(date)) facts.clockSkewMs = Math.abs(skew) < 1_000 ? 0 : skew;
      const declared = headers
        .get(CAPABILITIES_HEADER)
        ?.split(',')
        .map((name) => name.trim());
      if (!declared) return;
      for (const capability of Object.keys(UNKNOWN) as Capability[]) {
        settle(capability, declared.includes(capability));
      }
    },
    settle,
  };
  return facts;
}
