import { createClient } from '@threadkit/core';
import { ThreadkitProvider } from '@threadkit/react';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { OrderDesk } from './order-desk.tsx';

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no element with the id "root".');

const client = createClient({ baseURL: '/v1' });

createRoot(root).render(
  <StrictMode>
    <ThreadkitProvider client={client}>
      <OrderDesk />
    </ThreadkitProvider>
  </StrictMode>,
);
