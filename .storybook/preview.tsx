import '@fontsource-variable/inter/index.css';
import '../packages/ui/src/styles.css';
import './preview.css';
import type { Decorator, Preview } from '@storybook/react-vite';
import { configure } from 'storybook/test';
import { LocaleProvider } from '../packages/ui/src/locales/locale-provider.tsx';
import { rendererLoader } from '../packages/ui/src/markdown/load-renderer.ts';
import { LANGUAGES } from './languages.ts';

// Time limit of waits in play functions; generous for a busy machine.
configure({ asyncUtilTimeout: 20_000 });

const chosen = (value: unknown, fallback: string): string => (typeof value === 'string' ? value : fallback);

/** Applies the toolbar settings like an app: attributes on an ancestor, a locale, a width. */
const withToolbarSettings: Decorator = (Story, { globals }) => {
  const root = document.documentElement;
  const tag = chosen(globals['language'], 'en');
  const language = LANGUAGES[tag] ?? LANGUAGES['en'];
  const theme = chosen(globals['theme'], 'system');
  const direction = chosen(globals['direction'], 'auto');
  const width = chosen(globals['width'], 'full');
  if (theme === 'system') delete root.dataset['theme'];
  else root.dataset['theme'] = theme;
  if (globals['contrast'] === 'more') root.dataset['contrast'] = 'more';
  else delete root.dataset['contrast'];
  root.dataset['density'] = chosen(globals['density'], 'comfortable');
  root.lang = tag;
  root.dir = direction === 'auto' ? (language?.direction ?? 'ltr') : direction;
  const story = language ? (
    <LocaleProvider locale={language.locale}>
      <Story />
    </LocaleProvider>
  ) : (
    <Story />
  );
  return width === 'full' ? story : <div data-width={width}>{story}</div>;
};

const choices = (title: string, items: readonly (string | { value: string; title: string })[]) => ({
  toolbar: { title, items: [...items], dynamicTitle: true },
});

const preview: Preview = {
  decorators: [withToolbarSettings],
  // Load the parser before each story, so that play functions and screenshots do not depend on its timing.
  loaders: [() => rendererLoader.load()],
  tags: ['autodocs'],
  parameters: {
    layout: 'fullscreen',
    a11y: { test: 'error' },
    options: { storySort: { order: ['Introduction', 'Scenarios', 'Overview', 'Chat', 'Parts'] } },
    // Each story in its own frame: stories fill the available height and set attributes on the root.
    docs: { story: { inline: false, height: '480px' } },
  },
  globalTypes: {
    theme: choices('Theme', ['system', 'light', 'dark']),
    contrast: choices('Contrast', [
      { value: 'system', title: 'Contrast of the system' },
      { value: 'more', title: 'More contrast' },
    ]),
    density: choices('Density', ['comfortable', 'compact']),
    direction: choices('Direction', [
      { value: 'auto', title: 'Direction of the language' },
      { value: 'ltr', title: 'Left to right' },
      { value: 'rtl', title: 'Right to left' },
    ]),
    width: choices('Width', [
      { value: 'full', title: 'Full width' },
      ...['320', '360', '768', '1280'].map((value) => ({ value, title: `${value} pixels` })),
    ]),
    language: choices(
      'Language',
      Object.entries(LANGUAGES).map(([value, { title }]) => ({ value, title })),
    ),
  },
  initialGlobals: {
    theme: 'system',
    contrast: 'system',
    density: 'comfortable',
    direction: 'auto',
    width: 'full',
    language: 'en',
  },
};

export default preview;
