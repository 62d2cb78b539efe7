import { getTenantPrefix, type Principal } from '../http/authorize.ts';
import { isRecord } from '../shared/is-record.ts';
import { readNumber, wrongOption } from '../shared/option-values.ts';
import type { Quota, Quotas } from '../storage/quota.ts';
import type { ServerLimits } from './server-limits.ts';

/** The limits of a server, with their defaults. */
export interface ReadLimits {
  readonly bodyBytes: number;
  readonly fileBytes: number;
  readonly responseChars: number;
  readonly modelCallsPerRun: number;
  readonly toolOutputChars: number;
  /** What principals and tenants may have. */
  readonly quotas: ServerQuotas;
}

/** The limits that count what principals and tenants have. */
export interface ServerQuotas {
  readonly streams: Quota;
  /** Undefined when nothing is limited. */
  readonly stored: Omit<Quotas, 'tenantPrefix'> | undefined;
}

/** The default of each limit of a size, and the lowest value that lets a server work. */
const SIZES = {
  bodyBytes: { min: 0, default: 4 * 1024 * 1024 },
  fileBytes: { min: 0, default: 20 * 1024 * 1024 },
  responseChars: { min: 1, default: 2_000_000 },
  modelCallsPerRun: { min: 1, default: 100 },
  toolOutputChars: { min: 0, default: 200_000 },
} as const satisfies Partial<Record<keyof ServerLimits, { min: number; default: number }>>;

const COUNTS = [
  'runsPerPrincipal',
  'runsPerTenant',
  'streamsPerPrincipal',
  'streamsPerTenant',
  'threadsPerPrincipal',
  'threadsPerTenant',
  'itemsPerThread',
  'filesPerPrincipal',
  'filesPerTenant',
  'storedFileBytesPerPrincipal',
  'storedFileBytesPerTenant',
  'vectorStoresPerPrincipal',
  'vectorStoresPerTenant',
  'vectorStoreBytesPerPrincipal',
  'vectorStoreBytesPerTenant',
] as const satisfies readonly (keyof ServerLimits)[];

/**
 * Reads the option `limits`. Refuses values that would not limit anything, such as `NaN` from a missing setting, and unknown names.
 *
 * @throws `RangeError` or `TypeError`
 */
export function readLimits(limits: ServerLimits = {}): ReadLimits {
  if (!isRecord(limits))
    throw wrongOption(
      'limits of createServer',
      limits,
      'Pass an object: { limits: { bodyBytes: 1048576 } }.',
    );
  const known: readonly string[] = [...Object.keys(SIZES), ...COUNTS];
  for (const name of Object.keys(limits)) {
    if (known.includes(name)) continue;
    throw new TypeError(
      `limits.${name} of createServer is not a limit, so it would limit nothing. The limits are ${known.join(', ')}.`,
    );
  }
  const size = (name: keyof typeof SIZES): number => {
    const value = limits[name];
    return value === Number.POSITIVE_INFINITY
      ? value
      : (readNumber(`limits.${name}`, value, SIZES[name]) ?? SIZES[name].default);
  };
  const count = (name: (typeof COUNTS)[number]): number | undefined => {
    const value = limits[name];
    if (value === Number.POSITIVE_INFINITY) return undefined;
    return readNumber(`limits.${name}`, value, { min: 0, default: 'no limit' });
  };
  return {
    bodyBytes: size('bodyBytes'),
    fileBytes: size('fileBytes'),
    responseChars: size('responseChars'),
    modelCallsPerRun: size('modelCallsPerRun'),
    toolOutputChars: size('toolOutputChars'),
    quotas: toQuotas(count),
  };
}

function toQuotas(count: (name: (typeof COUNTS)[number]) => number | undefined): ServerQuotas {
  const stored = {
    activeRuns: { perOwner: count('runsPerPrincipal'), perTenant: count('runsPerTenant') },
    threads: { perOwner: count('threadsPerPrincipal'), perTenant: count('threadsPerTenant') },
    files: { perOwner: count('filesPerPrincipal'), perTenant: count('filesPerTenant') },
    fileBytes: {
      perOwner: count('storedFileBytesPerPrincipal'),
      perTenant: count('storedFileBytesPerTenant'),
    },
    vectorStores: { perOwner: count('vectorStoresPerPrincipal'), perTenant: count('vectorStoresPerTenant') },
    vectorStoreBytes: {
      perOwner: count('vectorStoreBytesPerPrincipal'),
      perTenant: count('vectorStoreBytesPerTenant'),
    },
    threadItems: count('itemsPerThread'),
  };
  const isLimited = Object.values(stored).some((quota) =>
    typeof quota === 'object' ? Object.values(quota).some((max) => max !== undefined) : quota !== undefined,
  );
  return {
    streams: { perOwner: count('streamsPerPrincipal'), perTenant: count('streamsPerTenant') },
    stored: isLimited ? stored : undefined,
  };
}

/** The quotas of what a principal stores; undefined when nothing is limited. */
export function readQuotas({ quotas }: ReadLimits, principal: Pick<Principal, 'tenant'>): Quotas | undefined {
  return quotas.stored && { ...quotas.stored, tenantPrefix: getTenantPrefix(principal) };
}
