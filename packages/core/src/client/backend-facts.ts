import { CAPABILITIES_HEADER, type Capability } from '../api/operations.ts';
import type { Capabilities } from './assistants-api.ts';

const UNKNOWN: Capabilities = {
  listThreads: 'unknown',
  runEvents: 'unknown',
  idempotency: 'unknown',
  files: 'unknown',
};

/** What a backend's answers tell about it: what it can do beyond the contract, and how its clock differs. */
export interface BackendFacts {
  readonly capabilities: Capabilities;
  readonly clockSkewMs: number;
  readonly pollAfterMs: number | undefined;
  /** Called with every answer's headers. */
  learn(headers: Headers, now: number): void;
  /** Called when an addition answered: a 404 for the path means no. */
  settle(capability: Capability, can: boolean): void;
}

/** Preset capabilities are never changed by answers. */
export function createBackendFacts(preset: Partial<Capabilities> = {}): BackendFacts {
  let capabilities: Capabilities = { ...UNKNOWN, ...preset };
  let clockSkewMs = 0;
  let pollAfterMs: number | undefined;
  const settle = (capability: Capability, can: boolean): void => {
    if (capabilities[capability] === can || preset[capability] !== undefined) return;
    capabilities = { ...capabilities, [capability]: can };
  };
  return {
    get capabilities() {
      return capabilities;
    },
    get clockSkewMs() {
      return clockSkewMs;
    },
    get pollAfterMs() {
      return pollAfterMs;
    },
    learn(headers, now) {
      const pollAfter = Number.parseFloat(headers.get('openai-poll-after-ms') ?? '');
      if (pollAfter >= 0) pollAfterMs = pollAfter;
      const date = Date.parse(headers.get('date') ?? '');
      // The header counts whole seconds: its middle is the best guess, and less than a second is no skew.
      const skew = date + 500 - now;
      if (!Number.isNaN(date)) clockSkewMs = Math.abs(skew) < 1_000 ? 0 : skew;
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
}
