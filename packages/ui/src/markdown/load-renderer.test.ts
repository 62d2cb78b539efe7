import { expect, it, vi } from 'vitest';
import { createRendererLoader } from './load-renderer.ts';

it('the renderer is imported once for all who ask at the same time', async () => {
  const importRenderer = vi.fn(async () => 'renderer');
  const loader = createRendererLoader(importRenderer);
  await Promise.all([loader.load(), loader.load()]);
  await loader.load();
  expect(importRenderer).toHaveBeenCalledOnce();
  expect(loader.loaded()).toBe('renderer');
});

it('subscribers are called when the renderer has loaded, and not after they unsubscribe', async () => {
  const loader = createRendererLoader(async () => 'renderer');
  const [stays, leaves] = [vi.fn(), vi.fn()];
  loader.subscribe(stays);
  loader.subscribe(leaves)();
  expect(loader.loaded()).toBeUndefined();
  await loader.load();
  expect(stays).toHaveBeenCalledOnce();
  expect(leaves).not.toHaveBeenCalled();
});

it('a renderer that could not be loaded is imported again by the next call', async () => {
  const importRenderer = vi.fn<() => Promise<string>>();
  importRenderer.mockRejectedValueOnce(new Error('the file is gone')).mockResolvedValueOnce('renderer');
  const loader = createRendererLoader(importRenderer);
  await loader.load();
  expect(loader.loaded()).toBeUndefined();
  await loader.load();
  expect(loader.loaded()).toBe('renderer');
});
