import { setTheme, type Theme, useTheme } from './theme.ts';

const next: Record<Theme, Theme> = { system: 'light', light: 'dark', dark: 'system' };
const labels: Record<Theme, string> = { system: 'System theme', light: 'Light theme', dark: 'Dark theme' };

/** Shows the current theme and switches to the next one. */
export function ThemeToggle() {
  const theme = useTheme();
  return (
    <button type="button" className="quiet" data-theme-is={theme} onClick={() => setTheme(next[theme])}>
      {labels[theme]}
    </button>
  );
}
