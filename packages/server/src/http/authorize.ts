import { HttpError } from './http-error.ts';

/**
 * The authenticated caller. Tenant and id together own every created row. With `role: 'user'`, an end user's token, the caller
 * may not change assistants, and of a run may set only its additional messages, metadata, `tool_choice`, `parallel_tool_calls`
 * and `stream`, and add function tools.
 */
export interface Principal {
  /** Id of the user, unique within the tenant. */
  readonly id: string;
  /** Organization or workspace of the user. Rows of different tenants are separate. @defaultValue no tenant */
  readonly tenant?: string | undefined;
  /** `'admin'`: may also change assistants, and override any of their fields in a run · `'user'`: an end user. */
  readonly role: 'admin' | 'user';
}

/**
 * Authenticates a request by its headers, and authorizes it in the same step: the principal's `role` and owner decide
 * what the request may do, and both come from the token that identifies the caller. Null refuses the request with 401.
 * Must not read the body. Any other value without a valid id and role is treated as a bug of the function: the request
 * is refused with 500.
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

/** Without an id, all callers would share one owner and see each other's data. */
function checkPrincipal(principal: unknown): Principal {
  const { id, tenant, role } =
    typeof principal === 'object' && principal !== null
      ? (principal as Readonly<Record<string, unknown>>)
      : {};
  if (typeof id !== 'string' || id.trim() === '') throw faulty('a non-empty string as id');
  if (role !== 'admin' && role !== 'user') throw faulty("'admin' or 'user' as role");
  if (tenant !== undefined && typeof tenant !== 'string') throw faulty('a string as tenant, or none');
  return { id, role, ...(tenant !== undefined && { tenant }) };
}

function faulty(expected: string): TypeError {
  return new TypeError(
    `authorize() must return ${expected}. Return { id, role }, or null for an unknown caller.`,
  );
}

/** What the owners of all principals of a tenant begin with. Principals without a tenant are those of one tenant. */
export function getTenantPrefix({ tenant }: Pick<Principal, 'tenant'>): string {
  // Up to the opening quote of the id.
  return `[${JSON.stringify(tenant ?? null)},"`;
}

/** The owner of a principal's rows. JSON keeps tenant and id unambiguous, whatever characters they contain. */
export function getOwner(principal: Principal): string {
  return JSON.stringify([principal.tenant ?? null, principal.id]);
}
