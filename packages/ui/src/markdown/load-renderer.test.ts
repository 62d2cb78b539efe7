import { expect, it, vi } from 'vitest';
import { createRendererLoader } from './load-renderer.ts';

it('the renderer loader imports the renderer once for concurrent and later calls', async () => {
  const importRenderer = vi.fn(async () => 'renderer');
  const loader = createRendererLoader(importRenderer);
  await Promise.all([loader.load(), loader.load()]);
  await loader.load();
  expect(importRenderer).toHaveBeenCalledOnce();
  expect(loader.loaded()).toBe('renderer');
});

it('the renderer loader calls its subscribers when the renderer has loaded, unless they have unsubscribed', async () => {
  const loader = createRendererLoader(async () => 'renderer');
  const [stays, leaves] = [vi.fn(), vi.fn()];
  loader.subscribe(stays);
  loader.subscribe(leaves)();
  expect(loader.loaded()).toBeUndefined();
  await loader.load();
  expect(stays).toHaveBeenCalledOnce();
  expect(leaves).not.toHaveBeenCalled();
});

it('the renderer loader retries a failed import on the next call', async () => {
  const importRenderer = vi.fn<() => Promise<string>>();
  importRenderer.mockRejectedValueOnce(new Error('chunk not found')).mockResolvedValueOnce('renderer');
  const loader = createRendererLoader(importRenderer);
  await loader.load();
  expect(loader.loaded()).toBeUndefined();
  await loader.load();
  expect(loader.loaded()).toBe('renderer');
});
