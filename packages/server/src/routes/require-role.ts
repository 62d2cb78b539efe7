import type { Principal } from '../http/authorize.ts';
import { forbidden } from '../http/http-error.ts';

/** Throws 403 for an end user's token. `what` completes the sentence "This token may not …". */
export function requireAdmin(principal: Principal, what: string): void {
  if (principal.role !== 'admin') {
    throw forbidden(`This token may not ${what}. It belongs to an end user; ask with an admin's.`);
  }
}
