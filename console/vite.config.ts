/** Builds the console into `console/dist`, which the server serves as it is. Nothing in it is loaded from elsewhere. */
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  plugins: [react()],
  build: {
    target: ['chrome100', 'firefox102'],
    outDir: 'dist',
    emptyOutDir: true,
    assetsDir: 'assets',
    // A font or picture within a style would need a wider content policy.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    manifest: true,
    // ECharts is the one large part; it is loaded with the dashboards alone.
    chunkSizeWarningLimit: 900,
  },
});
