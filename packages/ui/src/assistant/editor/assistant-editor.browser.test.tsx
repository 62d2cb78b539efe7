import '../../styles.css';
import type { AssistantObject, AssistantsApi, CreateAssistantRequest } from '@threadkit/core';
import { useModifyAssistant } from '@threadkit/react';
import { expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import { createInPage } from '../../../stories/in-page.tsx';
import { Scene } from '../../../stories/threads-fixture.tsx';
import * as AssistantEditor from './index.ts';

const onSaved = vi.fn<(assistant: AssistantObject) => void>();
const field = (name: string) => page.getByRole('textbox', { name, exact: true });
const button = (name: string) => page.getByRole('button', { name, exact: true });

/** Renders an editor of the assistant, and records the request bodies. */
async function show(body: CreateAssistantRequest = { name: 'Ada', model: 'gpt-4o', top_p: 0.5 }) {
  onSaved.mockClear();
  const posted: unknown[] = [];
  const network: { hold: Promise<void> | undefined } = { hold: undefined };
  const { client } = createInPage({
    intercept: async (request, next) => {
      if (request.method === 'POST') {
        posted.push(await request.clone().json());
        await network.hold;
      }
      return next(request);
    },
  });
  const { id } = await client.createAssistant(body);
  posted.length = 0;
  await render(
    <Scene client={client}>
      <AssistantEditor.Root assistantId={id} onSaved={onSaved} />
      <ChangeElsewhere id={id} />
    </Scene>,
  );
  await expect.element(field('Model')).toBeVisible();
  return { client, id, posted, network };
}

/** Modifies the same assistant from another part of the page. */
function ChangeElsewhere({ id }: { id: string }) {
  const { mutate } = useModifyAssistant();
  const body = { description: 'From elsewhere', name: 'Elsewhere' };
  return (
    <button type="button" onClick={() => mutate({ assistantId: id, body })}>
      change elsewhere
    </button>
  );
}

const getStored = (client: AssistantsApi, id: string) => client.getAssistant(id);

test('saving sends the changed fields only', async () => {
  const { client, id, posted } = await show();
  await field('Instructions').fill('Be brief.');
  await page.getByRole('combobox', { name: 'Reasoning effort' }).selectOptions('high');
  await button('Save').click();
  await expect.poll(() => posted).toEqual([{ instructions: 'Be brief.', reasoning_effort: 'high' }]);
  await expect(getStored(client, id)).resolves.toMatchObject({ name: 'Ada', top_p: 0.5 });
});

test('changes from elsewhere appear in unedited fields and keep edits', async () => {
  await show();
  await field('Name').fill('Typed');
  await button('change elsewhere').click();
  await expect.element(field('Description')).toHaveValue('From elsewhere');
  await expect.element(field('Name')).toHaveValue('Typed');
  await expect.element(page.getByText('Unsaved changes')).toBeVisible();
});

test('edits made while saving stay unsaved edits', async () => {
  const { network, posted } = await show();
  let open = (): void => undefined;
  network.hold = new Promise((resolve) => {
    open = resolve;
  });
  await field('Name').fill('One');
  await userEvent.keyboard('{Enter}');
  await expect.poll(() => posted.length).toBe(1);
  await field('Name').fill('One and two');
  open();
  await expect.poll(() => onSaved.mock.calls.length).toBe(1);
  await expect.element(field('Name')).toHaveValue('One and two');
  await expect.element(page.getByText('Unsaved changes')).toBeVisible();
  await button('Save').click();
  await expect.poll(() => posted.at(-1)).toEqual({ name: 'One and two' });
});

test('a problem is shown on blur, not while typing', async () => {
  await show();
  await field('Top P').fill('7');
  await expect.element(field('Top P')).not.toHaveAttribute('aria-invalid');
  await userEvent.keyboard('{Tab}');
  await expect.element(field('Top P')).toHaveAttribute('aria-invalid', 'true');
  await field('Top P').fill('0.7');
  await expect.element(field('Top P')).not.toHaveAttribute('aria-invalid');
});

test('an invalid form is not sent, and the first invalid field takes the focus', async () => {
  const { posted } = await show();
  await field('Temperature').fill('hot');
  await field('Name').fill('Grace');
  await userEvent.keyboard('{Enter}');
  await expect.element(field('Temperature')).toHaveFocus();
  expect(posted).toEqual([]);
});

test('a function is added, named, stored and removed', async () => {
  const { client, id } = await show();
  await button('Add function').click();
  await expect.element(field('New function')).toHaveFocus();
  await field('New function').fill('{"name": "get_weather"}');
  await expect.element(field('Function get_weather')).toBeVisible();
  await button('Save').click();
  await expect
    .poll(async () => (await getStored(client, id)).tools)
    .toMatchObject([{ type: 'function', function: { name: 'get_weather' } }]);
  await button('Remove function get_weather').click();
  await button('Save').click();
  await expect.poll(async () => (await getStored(client, id)).tools).toEqual([]);
});

test('the server’s error for one of several tools is shown at that tool', async () => {
  await show();
  await page.getByRole('checkbox', { name: 'Code interpreter' }).click();
  await button('Add function').click();
  await field('New function').fill('{"name": "odd", "surprise": true}');
  await button('Save').click();
  await expect
    .element(field('Function odd'))
    .toHaveAccessibleDescription("Unknown parameter: 'tools[1].function.surprise'.");
  await expect.element(field('Function odd')).toHaveFocus();
});

test('metadata is edited pair by pair, up to sixteen pairs', async () => {
  const metadata = Object.fromEntries(Array.from({ length: 15 }, (_, index) => [`key${index}`, 'v']));
  const { client, id } = await show({ model: 'gpt-4o', metadata });
  await button('Add pair').click();
  await expect.element(field('Key').last()).toHaveFocus();
  await userEvent.keyboard('last{Tab}one');
  await expect.element(button('Add pair')).toHaveAttribute('aria-disabled', 'true');
  await button('Remove key3').click();
  await button('Save').click();
  const { key3: _, ...kept } = metadata;
  await expect.poll(async () => (await getStored(client, id)).metadata).toEqual({ ...kept, last: 'one' });
});
