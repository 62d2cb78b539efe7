import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

export default defineConfig({
  root: import.meta.dirname,
  plugins: [react()],
  // `pnpm serve -- --port 4010` in the repository starts this server.
  server: { proxy: { '/v1': 'http://127.0.0.1:4010' } },
});
