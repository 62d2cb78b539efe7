import type { AssistantsApi } from '@threadkit/core';

type Role = 'user' | 'assistant';

/**
 * Creates a thread of `count` messages, more than one `POST /threads` accepts, and returns its id. Messages are created one
 * after another, so that they are listed in order.
 *
 * @param content Returns the text of a message by its index, from 0.
 * @param roles The roles of the messages, in turn.
 */
export async function createLongThread(
  client: AssistantsApi,
  count: number,
  content: (index: number) => string,
  roles: readonly Role[] = ['user', 'assistant'],
): Promise<string> {
  const { id } = await client.createThread();
  for (let index = 0; index < count; index += 1) {
    const role = roles[index % roles.length] ?? 'user';
    // oxlint-disable-next-line no-await-in-loop -- messages are listed in the order of their creation
    await client.createMessage(id, { role, content: content(index) });
  }
  return id;
}
