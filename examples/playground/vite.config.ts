import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

export default defineConfig({
  root: import.meta.dirname,
  plugins: [react()],
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    // One chunk is right for a demo; React alone is 210 kB of it.
    chunkSizeWarningLimit: 700,
  },
});
