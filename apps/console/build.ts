// Builds the console into dist/; with --watch, again whenever a source changes.
import { build } from 'vite';

const isWatch = process.argv.includes('--watch');

await build({
  root: import.meta.dirname,
  logLevel: 'warn',
  ...(isWatch && { build: { watch: {} } }),
});
if (isWatch) console.log('watching');
