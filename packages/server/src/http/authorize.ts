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

/** Tells who is asking, from the headers; null answers 401. It must leave the body unread. */
export type Authorize = (request: Request) => Principal | null | Promise<Principal | null>;

const EVERYONE: Principal = { id: 'everyone', role: 'admin' };

export async function authorizeRequest(
  authorize: Authorize | 'allow-everyone',
  request: Request,
): Promise<Principal> {
  if (authorize === 'allow-everyone') return EVERYONE;
  const principal = await authorize(request);
  if (principal) return principal;
  const given = request.headers.has('authorization') || request.headers.has('api-key');
  throw new HttpError(
    401,
    given
      ? 'Incorrect API key provided. Check the key or token you send.'
      : "You didn't provide an API key. Send it in the header 'Authorization: Bearer YOUR_KEY' or 'api-key: YOUR_KEY'.",
    { code: 'invalid_api_key' },
  );
}

/** The owner of a principal's rows. Unambiguous, whatever the two strings hold. */
export function ownerOf(principal: Principal): string {
  return JSON.stringify([principal.tenant ?? null, principal.id]);
}
