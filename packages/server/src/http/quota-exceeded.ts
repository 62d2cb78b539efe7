import type { ExceededQuota } from '../storage/quota.ts';
import type { HttpError } from './http-error.ts';
import { rateLimited } from './rate-limited.ts';

/** A quota of the storage, or that of open streams. */
export interface RefusedQuota extends Omit<ExceededQuota, 'kind'> {
  readonly kind: ExceededQuota['kind'] | 'openStreams';
}

interface Wording {
  /** Begins the names of the options. */
  readonly option: string;
  readonly things: string;
  readonly remedy: string;
  /** Lasts until something is deleted. */
  readonly isStored: boolean;
}

const WORDINGS: Readonly<Record<RefusedQuota['kind'], Wording>> = {
  activeRuns: {
    option: 'runs',
    things: 'active runs',
    remedy: 'Wait until a run ends, or cancel one.',
    isStored: false,
  },
  openStreams: {
    option: 'streams',
    things: 'open event streams',
    remedy: 'Close a stream first.',
    isStored: false,
  },
  threads: { option: 'threads', things: 'threads', remedy: 'Delete a thread first.', isStored: true },
  threadItems: {
    option: 'items',
    things: 'messages and runs',
    remedy: 'Start a new thread, or delete messages.',
    isStored: true,
  },
  files: { option: 'files', things: 'stored files', remedy: 'Delete a file first.', isStored: true },
  fileBytes: {
    option: 'storedFileBytes',
    things: 'bytes of stored files',
    remedy: 'Delete files first, or send a smaller one.',
    isStored: true,
  },
  vectorStores: {
    option: 'vectorStores',
    things: 'vector stores',
    remedy: 'Delete a vector store first.',
    isStored: true,
  },
  vectorStoreBytes: {
    option: 'vectorStoreBytes',
    things: 'bytes in vector stores',
    remedy: 'Remove files from vector stores first.',
    isStored: true,
  },
};

const HOLDERS = {
  owner: { suffix: 'PerPrincipal', noun: 'user' },
  tenant: { suffix: 'PerTenant', noun: 'tenant' },
  thread: { suffix: 'PerThread', noun: 'thread' },
} as const;

/** The 429 for a request beyond a quota: which limit, its value, and what to do. */
export function quotaExceeded({ kind, of, max }: RefusedQuota): HttpError {
  const { option, things, remedy, isStored } = WORDINGS[kind];
  const { suffix, noun } = HOLDERS[of];
  const reason = `The limit '${option}${suffix}' allows at most ${max} ${things} per ${noun}. ${remedy}`;
  return rateLimited(reason, { isLasting: isStored });
}
