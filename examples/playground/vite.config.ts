import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

export default defineConfig({
  root: import.meta.dirname,
  plugins: [react()],
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    // A single chunk is enough for a demo; React alone is 210 kB of it.
    chunkSizeWarningLimit: 700,
  },
});
