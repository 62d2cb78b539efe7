import type { Decorator } from '@storybook/react-vite';
import { PartsStage } from './parts-fixture.tsx';

/** Renders a part in the column of a thread. */
export const onStage: Decorator = (Story) => (
  <PartsStage>
    <Story />
  </PartsStage>
);

/** Renders a part in a thread column with a thread line. */
export const onLine: Decorator = (Story) => (
  <PartsStage>
    <div data-slot="chat-run">
      <Story />
    </div>
  </PartsStage>
);
