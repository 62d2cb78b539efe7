import type { Decorator } from '@storybook/react-vite';
import { PartsStage } from './stage.tsx';

/** Puts a part into the column that parts stand in. */
export const onStage: Decorator = (Story) => (
  <PartsStage>
    <Story />
  </PartsStage>
);

/** The same on a thread line, as a turn draws it. */
export const onLine: Decorator = (Story) => (
  <PartsStage>
    <div data-slot="chat-run">
      <Story />
    </div>
  </PartsStage>
);
