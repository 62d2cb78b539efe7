/** How much of one kind an owner may have, and all owners of a tenant together. */
export interface Quota {
  /** @defaultValue unlimited */
  readonly perOwner?: number | undefined;
  /** @defaultValue unlimited */
  readonly perTenant?: number | undefined;
}

/** The quotas of a caller. A write that would exceed one rejects with {@link QuotaExceededError}. */
export interface Quotas {
  /** The owners that begin with it are those of the tenant. Ends with an ASCII character. */
  readonly tenantPrefix: string;
  /** @defaultValue unlimited */
  readonly activeRuns?: Quota | undefined;
  /** @defaultValue unlimited */
  readonly threads?: Quota | undefined;
  /** @defaultValue unlimited */
  readonly files?: Quota | undefined;
  /** Bytes of the contents of all files. @defaultValue unlimited */
  readonly fileBytes?: Quota | undefined;
  /** @defaultValue unlimited */
  readonly vectorStores?: Quota | undefined;
  /** The `usage_bytes` of all vector stores. Checked when files are added, before they are processed. @defaultValue unlimited */
  readonly vectorStoreBytes?: Quota | undefined;
  /** Messages and runs of one thread, together. @defaultValue unlimited */
  readonly threadItems?: number | undefined;
}

/** What is counted per owner and tenant. */
export type OwnedKind = Exclude<keyof Quotas, 'tenantPrefix' | 'threadItems'>;

/** A quota that does not allow a write. */
export interface ExceededQuota {
  readonly kind: OwnedKind | 'threadItems';
  readonly of: 'owner' | 'tenant' | 'thread';
  readonly max: number;
}

/** A write would exceed a quota. Nothing was written. */
export class QuotaExceededError extends Error {
  override readonly name = 'QuotaExceededError';
  readonly exceeded: ExceededQuota;

  constructor(exceeded: ExceededQuota) {
    super(`The quota of ${exceeded.max} ${exceeded.kind} per ${exceeded.of} does not allow this write.`);
    this.exceeded = exceeded;
  }
}

/** One owner, or in the order of code points all from `from` to before `to`. */
export type Owners = { readonly owner: string } | { readonly from: string; readonly to: string };

/** A quota that a write has to be checked against: it is exceeded when `owners` have more than `max - added`. */
export interface QuotaCheck extends ExceededQuota {
  readonly kind: OwnedKind;
  readonly owners: Owners;
  /** How much the write adds. */
  readonly added: number;
}

/** The checks of a write that adds so much of each kind: first those of the owner, then those of the tenant. */
export function quotaChecks(
  owner: string,
  quotas: Quotas | undefined,
  additions: Readonly<Partial<Record<OwnedKind, number>>>,
): readonly QuotaCheck[] {
  if (!quotas) return [];
  const { tenantPrefix } = quotas;
  const checks = (of: 'owner' | 'tenant', owners: Owners) =>
    KINDS.flatMap((kind): QuotaCheck[] => {
      const added = additions[kind];
      const max = of === 'owner' ? quotas[kind]?.perOwner : quotas[kind]?.perTenant;
      return added === undefined || max === undefined ? [] : [{ kind, of, owners, max, added }];
    });
  return [
    ...checks('owner', { owner }),
    ...checks('tenant', { from: tenantPrefix, to: endOfPrefix(tenantPrefix) }),
  ];
}

/** Throws when a thread that has `stored` messages and runs would have too many. */
export function refuseThreadItems(quotas: Quotas | undefined, stored: number, added: number): void {
  const max = quotas?.threadItems;
  if (max !== undefined && stored + added > max) {
    throw new QuotaExceededError({ kind: 'threadItems', of: 'thread', max });
  }
}

/**
 * What adding files to a vector store adds. Their bytes are known after they were processed, so one counts: nothing is added when the
 * quota is used up.
 */
export const FILES_TO_PROCESS = { vectorStoreBytes: 1 } as const;

const KINDS: readonly OwnedKind[] = [
  'activeRuns',
  'threads',
  'files',
  'fileBytes',
  'vectorStores',
  'vectorStoreBytes',
];

/** The first text after all that begin with the prefix. */
function endOfPrefix(prefix: string): string {
  const last = prefix.length - 1;
  return prefix.slice(0, last) + String.fromCharCode(prefix.charCodeAt(last) + 1);
}
