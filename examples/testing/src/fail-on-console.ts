import { cleanup } from '@testing-library/react';
import { afterEach, expect, vi } from 'vitest';

// Unmounts what a test has rendered, and fails the test when React or Threadkit warned about something.
afterEach(() => {
  const error = vi.mocked(console.error);
  const warn = vi.mocked(console.warn);
  cleanup();
  expect([...error.mock.calls, ...warn.mock.calls]).toEqual([]);
});

vi.spyOn(console, 'error');
vi.spyOn(console, 'warn');
