import type { ToolPrincipal } from '@threadkit/core/tools';

/** The principal of a run that was stored before principals were: tenant and id from the owner, with the lesser role. */
export function principalOfOwner(owner: string): ToolPrincipal {
  // Written by `getOwner`.
  const [tenant, id] = JSON.parse(owner) as readonly [string | null, string];
  return { id, role: 'user', ...(tenant !== null && { tenant }) };
}
