import './fail-on-console.ts';
import { act, renderHook, waitFor } from '@testing-library/react';
import { useThread } from '@threadkit/react';
import { expect, it } from 'vitest';
import { createTestApp } from './test-app.tsx';

it('useThread sends a message and returns it with its response', async () => {
  const { result } = renderHook(() => useThread({ assistantId: 'asst_demo' }), { wrapper: createTestApp() });
  expect(result.current.messages).toEqual([]);

  await act(() => result.current.send('What is a run?'));
  await waitFor(() => expect(result.current.status).toBe('completed'));

  expect(result.current.messages.map(({ role }) => role)).toEqual(['user', 'assistant']);
  expect(result.current.threadId).toMatch(/^thread_/);
});

it('useThread cancels a run', async () => {
  const { result } = renderHook(() => useThread({ assistantId: 'asst_demo' }), {
    wrapper: createTestApp({ paceMs: 60_000 }),
  });
  await act(() => result.current.send('hello'));
  await waitFor(() => expect(result.current.status).toBe('in_progress'));
  await act(() => result.current.cancel());
  await waitFor(() => expect(result.current.status).toBe('cancelled'));
});

it('useThread reports an assistant that does not exist', async () => {
  const { result } = renderHook(() => useThread({ assistantId: 'asst_mistyped' }), {
    wrapper: createTestApp(),
  });
  await act(() => result.current.send('hello'));
  await waitFor(() => expect(result.current.error).not.toBeNull());
  expect(result.current.error?.message).toContain('asst_mistyped');
});
