import '@threadkit/ui/styles.css';
import { createClient, defineTool } from '@threadkit/core';
import { ThreadkitProvider } from '@threadkit/react';
import { Chat } from '@threadkit/ui';
import { z } from 'zod';

const client = createClient({ baseURL: '/v1' });
const wipe = defineTool({
  name: 'wipe',
  needsApproval: true,
  parameters: z.object({ path: z.string() }),
  execute: ({ path }) => fetch(`/files/${path}`, { method: 'DELETE' }).then(() => `deleted ${path}`),
});

export const App = () => (
  <ThreadkitProvider client={client}>
    <Chat assistantId="asst_demo" newChatKey="main" tools={[wipe]} />
  </ThreadkitProvider>
);
