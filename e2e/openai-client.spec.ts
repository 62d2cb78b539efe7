import OpenAI from 'openai';
import { expect, test } from './test.ts';

test('the official client reads the thread of the page, and the page shows its messages', async ({
  chat,
  page,
  server,
}) => {
  await chat.sendMessage('What is Threadkit?');
  await chat.waitForRunEnd();

  const openai = new OpenAI({ apiKey: 'none', baseURL: `${server.url}/v1` });
  const stored = await openai.beta.threads.messages.list(chat.threadId(), { order: 'asc' });
  const texts = stored.data.map(({ role, content }) => [
    role,
    content[0]?.type === 'text' ? content[0].text.value : '',
  ]);
  expect(texts[0]).toEqual(['user', 'What is Threadkit?']);
  expect(texts[1]?.[0]).toBe('assistant');
  expect(texts[1]?.[1]).toContain('Threadkit');

  const run = await openai.beta.threads.runs.createAndPoll(chat.threadId(), {
    assistant_id: 'asst_demo',
    additional_messages: [{ role: 'user', content: 'Sent by the official client' }],
  });
  expect(run.status).toBe('completed');
  await page.reload();
  await expect(chat.userMessages).toHaveText([/What is Threadkit\?/, /Sent by the official client/]);
});
