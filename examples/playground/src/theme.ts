import { useSyncExternalStore } from 'react';

/** `system` follows the operating system. */
export type Theme = 'light' | 'dark' | 'system';

const storageKey = 'playground.theme';
const listeners = new Set<() => void>();

const isTheme = (value: unknown): value is Theme =>
  value === 'light' || value === 'dark' || value === 'system';

function readTheme(): Theme {
  const stored = localStorage.getItem(storageKey);
  return isTheme(stored) ? stored : 'system';
}

/** Applies a theme to the page and stores it. */
export function setTheme(theme: Theme): void {
  localStorage.setItem(storageKey, theme);
  applyStoredTheme();
  for (const listener of listeners) listener();
}

export function applyStoredTheme(): void {
  const theme = readTheme();
  if (theme === 'system') delete document.documentElement.dataset['theme'];
  else document.documentElement.dataset['theme'] = theme;
}

export function useTheme(): Theme {
  return useSyncExternalStore((listener) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  }, readTheme);
}
