import { expect, test } from './test.ts';

const text = 'Text that must not be lost';
const runs = '**/v1/threads/*/runs*';

test('an unreachable server shows an error, and the message can be sent again', async ({ chat, server }) => {
  await server.kill();
  await chat.sendMessage(text);
  await expect(chat.log.getByText('The server could not be reached')).toBeVisible();
  await expect(chat.log).toContainText(text);

  await server.start();
  await chat.log.getByRole('button', { name: 'Retry' }).first().click();
  await chat.waitForRunEnd();
  await expect(chat.userMessages).toHaveText([new RegExp(text)]);
  await expect(chat.assistantMessages.last()).toContainText(/\S{3}/);
});

test('a 401 shows that the session was not accepted, and keeps the message', async ({ chat, page }) => {
  await page.route('**/v1/threads**', (route) =>
    route.request().method() === 'POST'
      ? route.fulfill({
          status: 401,
          json: {
            error: {
              message: 'Incorrect API key provided.',
              type: 'invalid_request_error',
              param: null,
              code: 'invalid_api_key',
            },
          },
        })
      : route.continue(),
  );
  await chat.sendMessage(text);
  await expect(chat.log.getByText('Your session was not accepted.')).toBeVisible();
  await expect(chat.log).toContainText(text);

  await page.unroute('**/v1/threads**');
  await chat.log.getByRole('button', { name: 'Retry' }).first().click();
  await chat.waitForRunEnd();
  await expect(chat.userMessages).toHaveText([new RegExp(text)]);
});

test('a malformed event shows that the response could not be read, and the message can be sent again', async ({
  chat,
  page,
}) => {
  await page.route(runs, (route) =>
    route.request().method() === 'POST'
      ? route.fulfill({
          headers: { 'content-type': 'text/event-stream' },
          body: 'event: thread.run.created\ndata: {"id": "run_1", "object"\n\n',
        })
      : route.continue(),
  );
  await chat.sendMessage(text);
  await expect(chat.log.getByText('The response stopped or could not be read.')).toBeVisible();
  await expect(chat.log).toContainText(text);

  await page.unroute(runs);
  await chat.log.getByRole('button', { name: 'Retry' }).first().click();
  await chat.waitForRunEnd();
  await expect(chat.userMessages).toHaveText([new RegExp(text)]);
  await expect(chat.assistantMessages.last()).toContainText(/\S{3}/);
});

test('a stream cut in the middle of a word is resumed without losing text', async ({
  chat,
  page,
  server,
}) => {
  let cuts = 0;
  await page.route(runs, async (route) => {
    if (route.request().method() !== 'POST') return route.continue();
    const response = await route.fetch();
    const body = await response.text();
    const middle = body.indexOf('thread.message.delta') + 60;
    cuts += 1;
    return route.fulfill({ response, body: body.slice(0, middle) });
  });
  await chat.sendMessage(text);
  await chat.waitForRunEnd();
  expect(cuts).toBe(1);

  const stored = await fetch(`${server.url}/v1/threads/${chat.threadId()}/messages?order=asc`);
  const { data }: { data: { content: { text: { value: string } }[] }[] } = await stored.json();
  expect(data).toHaveLength(2);
  await expect(chat.userMessages).toHaveText([new RegExp(text)]);
  await expect(chat.assistantMessages).toHaveCount(1);
  const end = data[1]?.content[0]?.text.value.trim().split(/\W+/).filter(Boolean).at(-1) ?? '';
  await expect(chat.assistantMessages.last()).toContainText(end);
});

test('the error of a tool that throws is sent to the model, and the run continues', async ({
  chat,
  page,
}) => {
  await page.addInitScript(() => {
    const setItem = Storage.prototype.setItem;
    Storage.prototype.setItem = function set(this: Storage, key: string, value: string) {
      if (key === 'playground.theme') throw new Error('There is no room left to remember this.');
      setItem.call(this, key, value);
    };
  });
  await page.reload();
  await chat.sendMessage('Please change the theme to dark');
  await chat.log.getByRole('button', { name: 'Change theme', exact: true }).click();
  await chat.waitForRunEnd();
  await expect(chat.assistantMessages.last()).toContainText('There is no room left to remember this.');
  await expect(chat.userMessages).toHaveText([/Please change the theme/]);
});

test('the server responds to a body that is not JSON with 400 and an error object', async ({ server }) => {
  const response = await fetch(`${server.url}/v1/threads`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: '{"messages": [',
  });
  expect(response.status).toBe(400);
  const body: { error: Record<string, unknown> } = await response.json();
  expect(Object.keys(body.error).toSorted()).toEqual(['code', 'message', 'param', 'type']);
  expect(JSON.stringify(body)).not.toContain('.ts:');
});
