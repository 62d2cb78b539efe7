import type { Quota, Quotas } from '../storage/quota.ts';
import type { ServerLimits } from './server-limits.ts';

/** The limits that count what principals and tenants have. */
export interface ServerQuotas {
  readonly streams: Quota;
  /** Undefined when nothing is limited. */
  readonly stored: Omit<Quotas, 'tenantPrefix'> | undefined;
}

/** Throws for a value that would not limit anything, such as `NaN` from a missing setting. */
export function readQuotas(limits: ServerLimits = {}): ServerQuotas {
  const read = (name: keyof ServerLimits) => readCount(name, limits[name]);
  const stored = {
    activeRuns: { perOwner: read('runsPerPrincipal'), perTenant: read('runsPerTenant') },
    threads: { perOwner: read('threadsPerPrincipal'), perTenant: read('threadsPerTenant') },
    files: { perOwner: read('filesPerPrincipal'), perTenant: read('filesPerTenant') },
    fileBytes: {
      perOwner: read('storedFileBytesPerPrincipal'),
      perTenant: read('storedFileBytesPerTenant'),
    },
    threadItems: read('itemsPerThread'),
  };
  const isLimited = Object.values(stored).some((quota) =>
    typeof quota === 'object' ? Object.values(quota).some((max) => max !== undefined) : quota !== undefined,
  );
  return {
    streams: { perOwner: read('streamsPerPrincipal'), perTenant: read('streamsPerTenant') },
    stored: isLimited ? stored : undefined,
  };
}

function readCount(name: string, value: number | undefined): number | undefined {
  if (value === undefined || value === Number.POSITIVE_INFINITY) return undefined;
  if (Number.isSafeInteger(value) && value >= 0) return value;
  throw new RangeError(
    `limits.${name} is ${value}. Set it to a whole number from 0, or leave it out for no limit.`,
  );
}
