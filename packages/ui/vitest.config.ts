import vue from '@vitejs/plugin-vue';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  plugins: [vue()],
  define: { __VUE_OPTIONS_API__: 'false' },
  test: {
    environment: 'happy-dom',
    include: ['src/**/*.test.ts'],
    css: true,
    setupFiles: '../testing/src/properties/draw-cases.ts',
  },
});
