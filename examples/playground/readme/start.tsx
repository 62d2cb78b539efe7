import '@threadkit/ui/styles.css';
import { createClient } from '@threadkit/core';
import { ThreadkitProvider } from '@threadkit/react';
import { Chat } from '@threadkit/ui';

const client = createClient({ baseURL: 'http://127.0.0.1:4010/v1' });

export const App = () => (
  <ThreadkitProvider client={client}>
    <Chat assistantId="asst_demo" />
  </ThreadkitProvider>
);
