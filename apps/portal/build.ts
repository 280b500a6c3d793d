import { readFileSync, rmSync, watch } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import vue from '@vitejs/plugin-vue';
import { build, type InlineConfig, type Manifest, type Rolldown } from 'vite';
import type { PageAssets } from './src/kit/write-document.ts';

/**
 * Builds the portal into dist: `client` is what a web server hands out (hashed files under `/assets/`, icons and the
 * manifest at the root), `server/entry-server.js` is one file with `render`, and the style sheet inside it. The client
 * comes first because the server's pages name its files. `--watch` builds again whenever a source changes.
 */
const root = fileURLToPath(new URL('.', import.meta.url));
const dist = join(root, 'dist');
const require = createRequire(import.meta.url);

await buildAll();
if (process.argv.includes('--watch')) watchSources();

async function buildAll(): Promise<void> {
  const css = await buildStyles();
  await build(clientConfig());
  await build(workerConfig());
  await build(serverConfig({ css, ...readScripts() }));
}

function shared(): InlineConfig {
  return {
    root,
    configFile: false,
    logLevel: 'warn',
    plugins: [vue()],
    define: { __VUE_OPTIONS_API__: 'false', __VUE_PROD_DEVTOOLS__: 'false' },
  };
}

/** The style of every view, also of those that the browser has no code of; it travels inside the documents. */
async function buildStyles(): Promise<string> {
  const result = await build({
    ...shared(),
    build: {
      write: false,
      cssCodeSplit: false,
      rollupOptions: { input: [join(root, 'src/App.vue'), join(root, 'src/AnyView.vue')] },
    },
  });
  const { output } = [result].flat()[0] as Rolldown.RolldownOutput;
  const sheet = output.find((file) => file.fileName.endsWith('.css'));
  if (sheet?.type !== 'asset') throw new Error('the views have no style sheet');
  return sheet.source.toString().trim();
}

function clientConfig(): InlineConfig {
  return {
    ...shared(),
    resolve: {
      alias: [
        // The vendor's files for browsers are each complete; its sources share what they have in common: 5 KB less.
        ...['client', 'hosted-fields'].map((part) => ({
          find: `braintree-web/${part}`,
          replacement: join(require.resolve('braintree-web/package.json'), '..', part, 'index.js'),
        })),
        // As it was written, rather than for browsers that know no service worker: 1 KB less.
        {
          find: /^workbox-window$/,
          replacement: join(
            require.resolve('workbox-window/package.json'),
            '../build/workbox-window.prod.mjs',
          ),
        },
      ],
    },
    build: {
      outDir: join(dist, 'client'),
      emptyOutDir: true,
      manifest: '.vite/manifest.json',
      cssCodeSplit: false,
      modulePreload: { polyfill: false },
      rollupOptions: {
        input: [
          join(root, 'src/entry-client.ts'),
          join(root, 'src/entry-card.ts'),
          join(root, 'src/offline/offline.ts'),
          join(root, 'src/passkey/passkey.ts'),
        ],
        output: { assetFileNames: 'assets/[name]-[hash][extname]' },
      },
    },
  };
}

/** The service worker is one file at the root, since it may only keep pages of its own folder and below. */
function workerConfig(): InlineConfig {
  return {
    ...shared(),
    publicDir: false,
    build: {
      outDir: join(dist, 'client'),
      emptyOutDir: false,
      modulePreload: { polyfill: false },
      rollupOptions: {
        input: join(root, 'service-worker/main.ts'),
        output: { format: 'iife', entryFileNames: 'sw.js', codeSplitting: false },
      },
    },
  };
}

function serverConfig(assets: PageAssets): InlineConfig {
  const base = shared();
  return {
    ...base,
    define: {
      ...base.define,
      __PAGE_ASSETS__: JSON.stringify(assets),
      'process.env.NODE_ENV': '"production"',
    },
    publicDir: false,
    // One file without imports: a container needs no node_modules to render pages.
    // The bundler's builds of Vue rather than Node's, which carry the template compiler along.
    ssr: { noExternal: true, resolve: { conditions: ['module', 'production'] } },
    build: {
      ssr: true,
      outDir: join(dist, 'server'),
      emptyOutDir: true,
      rollupOptions: {
        input: join(root, 'src/entry-server.ts'),
        output: { entryFileNames: 'entry-server.js', codeSplitting: false },
      },
    },
  };
}

/** The scripts' names from the manifest of the client, whose own style sheet nothing refers to. */
function readScripts(): Omit<PageAssets, 'css'> {
  const folder = join(dist, 'client');
  const manifest: Manifest = JSON.parse(readFileSync(join(folder, '.vite/manifest.json'), 'utf8'));
  const chunks = Object.values(manifest);
  const entry = chunks.find((chunk) => chunk.isEntry && chunk.src?.includes('entry-client'));
  const card = chunks.find((chunk) => chunk.isEntry && chunk.src?.includes('entry-card'));
  const offline = chunks.find((chunk) => chunk.isEntry && chunk.src?.includes('offline'));
  const passkey = chunks.find((chunk) => chunk.isEntry && chunk.src?.includes('passkey'));
  const find = (part: string) => chunks.find((chunk) => chunk.src?.includes(part));
  const [fields, client] = ['braintree-web/hosted-fields', 'braintree-web/client'].map(find);
  if (!entry || !card || !offline || !passkey || !fields || !client)
    throw new Error('the client build lacks a script that the pages name');
  for (const sheet of chunks.filter((chunk) => chunk.file.endsWith('.css'))) rmSync(join(folder, sheet.file));
  rmSync(join(folder, '.vite'), { recursive: true });
  const shares = [...(fields.imports ?? []), ...(card.imports ?? [])].map((key) => manifest[key]?.file ?? '');
  const cardFields = [fields.file, ...new Set(shares)].filter((file) => file && file !== card.file);
  return {
    entry: `/${entry.file}`,
    card: `/${card.file}`,
    offline: `/${offline.file}`,
    passkey: `/${passkey.file}`,
    cardFields: cardFields.map((file) => `/${file}`),
    vendorClient: `/${client.file}`,
  };
}

function watchSources(): void {
  let timer: NodeJS.Timeout | undefined;
  let running = Promise.resolve();
  for (const folder of [join(root, 'src'), join(root, '../../packages/ui/src')]) {
    watch(folder, { recursive: true }, () => {
      clearTimeout(timer);
      timer = setTimeout(() => {
        running = running.then(buildAll).catch((error: unknown) => console.error(error));
      }, 80);
    });
  }
}
