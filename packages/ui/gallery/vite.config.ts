import vue from '@vitejs/plugin-vue';
import { defineConfig } from 'vite';

export default defineConfig({
  root: new URL('.', import.meta.url).pathname,
  plugins: [vue()],
  define: { __VUE_OPTIONS_API__: 'false' },
  build: { outDir: '../dist', emptyOutDir: true },
});
