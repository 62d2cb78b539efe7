import type { StorybookConfig } from '@storybook/react-vite';

const config: StorybookConfig = {
  framework: '@storybook/react-vite',
  stories: ['./introduction.mdx', '../packages/ui/{src,stories}/**/*.stories.tsx'],
  addons: ['@storybook/addon-docs', '@storybook/addon-a11y', '@storybook/addon-vitest'],
  core: { disableTelemetry: true, disableWhatsNewNotifications: true },
  // 'react-docgen-typescript' needs the JavaScript compiler API, which TypeScript 7 no longer has.
  typescript: { reactDocgen: 'react-docgen' },
  // Silences a screenful of "use client" notes, one per Radix module.
  viteFinal: (vite) => ({
    ...vite,
    build: {
      ...vite.build,
      rolldownOptions: { ...vite.build?.rolldownOptions, checks: { moduleLevelDirective: false } },
    },
  }),
};

export default config;
