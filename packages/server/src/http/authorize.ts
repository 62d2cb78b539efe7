import { HttpError } from './http-error.ts';

/**
 * Who is asking. Tenant and id together own every row made; `role: 'user'` is an end user's token, which may not
 * change assistants, nor instructions and model of a run.
 */
export interface Principal {
  readonly id: string;
  readonly tenant?: string | undefined;
  readonly role: 'admin' | 'user';
}

/**
 * Tells who is asking, from the headers; null answers 401. It must leave the body unread. Anything that is neither null nor
 * a principal with an id and a role is a fault of the function: the request is answered with 500, and nobody is let in.
 */
export type Authorize = (request: Request) => Principal | null | Promise<Principal | null>;

const EVERYONE: Principal = { id: 'everyone', role: 'admin' };

export async function authorizeRequest(
  authorize: Authorize | 'allow-everyone',
  request: Request,
): Promise<Principal> {
  if (authorize === 'allow-everyone') return EVERYONE;
  const principal = await authorize(request);
  if (principal !== null && principal !== undefined) return checkPrincipal(principal);
  const given = request.headers.has('authorization') || request.headers.has('api-key');
  throw new HttpError(
    401,
    given
      ? 'Incorrect API key provided. Check the key or token you send.'
      : "You didn't provide an API key. Send it in the header 'Authorization: Bearer YOUR_KEY' or 'api-key: YOUR_KEY'.",
    { code: 'invalid_api_key' },
  );
}

/** Without an id every caller would be one owner, and see what all others have. */
function checkPrincipal(principal: unknown): Principal {
  const { id, tenant, role } =
    typeof principal === 'object' && principal !== null
      ? (principal as Readonly<Record<string, unknown>>)
      : {};
  if (typeof id !== 'string' || id.trim() === '') throw faulty('has no id: a text that is not empty');
  if (role !== 'admin' && role !== 'user') throw faulty("has no role: 'admin' or 'user'");
  if (tenant !== undefined && typeof tenant !== 'string') throw faulty('has a tenant that is not a text');
  return { id, role, ...(tenant !== undefined && { tenant }) };
}

function faulty(fault: string): TypeError {
  return new TypeError(
    `What authorize returned ${fault}. Return { id, role }, or null for a caller that is not known.`,
  );
}

/** The owner of a principal's rows. Unambiguous, whatever the two strings hold. */
export function ownerOf(principal: Principal): string {
  return JSON.stringify([principal.tenant ?? null, principal.id]);
}
