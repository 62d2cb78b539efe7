import { defineTool, type ThreadController } from '@threadkit/core';
import { useState } from 'react';
import { expect, test, vi } from 'vitest';
import { render } from 'vitest-browser-react';
import { ASSISTANT, inPage } from '../../test/in-page.tsx';
import { useThread, useThreadState, useToolCalls } from '../index.ts';

const parameters = { type: 'object', properties: {}, required: [] } as const;
const roll = defineTool({ name: 'roll_dice', parameters, execute: () => 'a six' });
const other = defineTool({ name: 'other', parameters, execute: () => 'nothing' });

test('useThread registers an inline array of tools once', async () => {
  const page = inPage();
  const controllers = new Set<ThreadController>();
  let registrations = 0;
  function Host() {
    const [count, setCount] = useState(0);
    const { controller } = useThread({ assistantId: ASSISTANT, tools: count < 3 ? [roll] : [roll, other] });
    if (!controllers.has(controller)) {
      controllers.add(controller);
      const setTools = controller.setTools.bind(controller);
      vi.spyOn(controller, 'setTools').mockImplementation((...args) => {
        registrations += 1;
        return setTools(...args);
      });
    }
    return <button onClick={() => setCount(count + 1)}>{`renders ${count}`}</button>;
  }
  const screen = await render(page.wrap(<Host />));
  const onMount = registrations;
  expect(onMount).toBeGreaterThan(0);
  await screen.getByText('renders 0').click();
  await screen.getByText('renders 1').click();
  await expect.element(screen.getByText('renders 2')).toBeVisible();
  expect(registrations).toBe(onMount);
  await screen.getByText('renders 2').click();
  await expect.element(screen.getByText('renders 3')).toBeVisible();
  expect(registrations).toBe(onMount + 1);
});

test('useThreadState with an inline select that returns a new object re-renders only when a field changes', async () => {
  const page = inPage();
  page.intercept = async (request, next) =>
    request.method === 'POST'
      ? Response.json({ error: { message: 'No.', type: 'invalid_request_error' } }, { status: 403 })
      : next(request);
  let renders = 0;
  function Reader({ controller }: { controller: ThreadController }) {
    const { threadId, calls } = useThreadState({
      controller,
      select: (snapshot) => ({ threadId: snapshot.threadId, calls: snapshot.toolCalls.length }),
    });
    renders += 1;
    return <p>{`${threadId} ${calls}`}</p>;
  }
  function Failures({ controller }: { controller: ThreadController }) {
    const failed = useThreadState({
      controller,
      select: ({ localMessages }) => localMessages.filter(({ phase }) => phase === 'failed'),
    });
    return <p>{`${failed.length} failed`}</p>;
  }
  function Host() {
    const { controller, send } = useThread({ assistantId: ASSISTANT });
    return (
      <>
        <button onClick={() => void send('hello')}>send</button>
        <Reader controller={controller} />
        <Failures controller={controller} />
      </>
    );
  }
  const screen = await render(page.wrap(<Host />));
  await expect.element(screen.getByText('0 failed')).toBeVisible();
  const before = renders;
  await screen.getByText('send').click();
  await expect.element(screen.getByText('1 failed')).toBeVisible();
  expect(renders).toBe(before);
});

test('useToolCalls returns only the calls of the tools that it gets', async () => {
  const page = inPage();
  function Host() {
    const { controller, isBusy, error, send, toolCalls } = useThread({
      assistantId: ASSISTANT,
      tools: [roll],
    });
    const rolls = useToolCalls({ controller, tools: [roll] });
    const others = useToolCalls({ controller, tools: [other] });
    return (
      <>
        <button onClick={() => void send('Roll the dice')}>roll</button>
        <p data-testid="calls">{`${toolCalls.length} ${rolls.length} ${others.length}`}</p>
        <p data-testid="state">{`${isBusy} ${error}`}</p>
      </>
    );
  }
  const screen = await render(page.wrap(<Host />));
  await expect.element(screen.getByTestId('state')).toHaveTextContent('false null');
  await screen.getByText('roll').click();
  await expect.element(screen.getByTestId('calls')).toHaveTextContent('1 1 0');
  await expect.element(screen.getByTestId('state')).toHaveTextContent('false null');
});

test('isBusy is true from sending until the run ends, and clearError resets error', async () => {
  const page = inPage();
  const seen: string[] = [];
  let isBroken = true;
  page.intercept = async (request, next) =>
    isBroken && request.method === 'POST'
      ? Response.json({ error: { message: 'No.', type: 'invalid_request_error' } }, { status: 403 })
      : next(request);
  function Host() {
    const { isBusy, error, send, clearError } = useThread({ assistantId: ASSISTANT });
    seen.push(`${isBusy}`);
    return (
      <>
        <button onClick={() => void send('What is Threadkit?')}>send</button>
        <button onClick={clearError}>clear</button>
        <p data-testid="error">{error === null ? 'no error' : error.kind}</p>
        <p data-testid="busy">{isBusy ? 'busy' : 'free'}</p>
      </>
    );
  }
  const screen = await render(page.wrap(<Host />));
  await screen.getByText('send').click();
  await expect.element(screen.getByTestId('error')).not.toHaveTextContent('no error');
  await screen.getByText('clear').click();
  await expect.element(screen.getByTestId('error')).toHaveTextContent('no error');
  isBroken = false;
  seen.length = 0;
  await screen.getByText('send').click();
  await expect.poll(() => seen.includes('true')).toBe(true);
  await expect.element(screen.getByTestId('busy')).toHaveTextContent('free');
});
