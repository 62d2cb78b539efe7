import type { Quota } from '../storage/quota.ts';
import { quotaExceeded } from './quota-exceeded.ts';

/** Limits the open streams of each owner and each tenant. */
export interface StreamQuota {
  /** Takes a slot, or throws 429. The returned function releases the slot; further calls have no effect. */
  take(owner: string, tenantPrefix: string): () => void;
}

export function createStreamQuota({ perOwner, perTenant }: Quota = {}): StreamQuota {
  const ofOwners = createCounter();
  const ofTenants = createCounter();
  return {
    take(owner, tenantPrefix) {
      if (perOwner !== undefined && ofOwners.get(owner) >= perOwner) {
        throw quotaExceeded({ kind: 'openStreams', of: 'owner', max: perOwner });
      }
      if (perTenant !== undefined && ofTenants.get(tenantPrefix) >= perTenant) {
        throw quotaExceeded({ kind: 'openStreams', of: 'tenant', max: perTenant });
      }
      ofOwners.add(owner, 1);
      ofTenants.add(tenantPrefix, 1);
      let isReleased = false;
      return () => {
        if (isReleased) return;
        isReleased = true;
        ofOwners.add(owner, -1);
        ofTenants.add(tenantPrefix, -1);
      };
    },
  };
}

/** Counts by key, and keeps only the keys that have a count. */
function createCounter() {
  const counts = new Map<string, number>();
  const get = (key: string) => counts.get(key) ?? 0;
  return {
    get,
    add(key: string, change: 1 | -1) {
      const count = get(key) + change;
      if (count > 0) counts.set(key, count);
      else counts.delete(key);
    },
  };
}
