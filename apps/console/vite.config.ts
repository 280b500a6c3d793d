import VueI18n from '@intlify/unplugin-vue-i18n/vite';
import ui from '@nuxt/ui/vite';
import vue from '@vitejs/plugin-vue';
import { defineConfig, type Plugin } from 'vite';

/**
 * The library writes its colours into the page by a style element at run time, which our content policy stops. They are in
 * our own style sheet (src/main.css) instead.
 */
const colorsAreOurs: Plugin = {
  name: 'kvitt:colors-are-ours',
  enforce: 'pre',
  load: (id) =>
    /@nuxt\/ui\/dist\/runtime\/plugins\/colors\.js/.test(id) ? 'export default () => {}' : undefined,
};

export default defineConfig({
  base: '/console/',
  plugins: [
    colorsAreOurs,
    vue(),
    ui({
      autoImport: false,
      components: false,
      dts: false,
      // Icons are named in scripts too; one that is not found here would be asked for on the network.
      icon: { clientBundle: { scan: { globInclude: ['src/**/*.{vue,ts}'], globExclude: ['**/*.test.ts'] } } },
      ui: { colors: { primary: 'teal', neutral: 'slate' } },
    }),
    // Compiled when built: in the browser nothing is made out of words, which our content policy would stop.
    VueI18n({
      include: new URL('./src/kit/messages/*.json', import.meta.url).pathname,
      runtimeOnly: true,
      compositionOnly: true,
      fullInstall: false,
      dropMessageCompiler: true,
    }),
  ],
  define: { __VUE_OPTIONS_API__: 'false' },
  build: {
    target: 'es2023',
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 800,
    modulePreload: { polyfill: false },
  },
});
