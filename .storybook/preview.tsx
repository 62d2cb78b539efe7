import '@fontsource-variable/inter/index.css';
import '../packages/ui/src/styles.css';
import './preview.css';
import type { Decorator, Preview } from '@storybook/react-vite';

/** The toolbar's theme and density, as an app would set them: attributes on an ancestor. */
const withLooks: Decorator = (Story, { globals }) => {
  const root = document.documentElement;
  const theme = String(globals['theme'] ?? 'system');
  if (theme === 'system') delete root.dataset['theme'];
  else root.dataset['theme'] = theme;
  root.dataset['density'] = String(globals['density'] ?? 'comfortable');
  root.dir = String(globals['direction'] ?? 'ltr');
  return <Story />;
};

const choices = (title: string, items: string[]) => ({
  toolbar: { title, items, dynamicTitle: true },
});

const preview: Preview = {
  decorators: [withLooks],
  parameters: { layout: 'fullscreen', a11y: { test: 'error' } },
  globalTypes: {
    theme: choices('Theme', ['system', 'light', 'dark']),
    density: choices('Density', ['comfortable', 'compact']),
    direction: choices('Direction', ['ltr', 'rtl']),
  },
  initialGlobals: { theme: 'system', density: 'comfortable', direction: 'ltr' },
};

export default preview;
