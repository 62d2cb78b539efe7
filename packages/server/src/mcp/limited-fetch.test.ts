import { expect, it } from 'vitest';
import { limitedFetch } from './limited-fetch.ts';

const fetchOf = (body: string | null) => async () => new Response(body, { status: 200, headers: { a: 'b' } });

it('a body within the limit is unchanged', async () => {
  const response = await limitedFetch(5, fetchOf('12345'))('http://server.test');
  expect(await response.text()).toBe('12345');
  expect(response.headers.get('a')).toBe('b');
});

it('a body beyond the limit fails while it is read', async () => {
  const response = await limitedFetch(4, fetchOf('12345'))('http://server.test');
  await expect(response.text()).rejects.toThrow(/more than 4 bytes/);
});

it('a response without a body is passed on', async () => {
  expect((await limitedFetch(4, fetchOf(null))('http://server.test')).body).toBeNull();
});
