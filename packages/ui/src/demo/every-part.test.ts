import { expect, it } from 'vitest';

const parts = Object.keys(import.meta.glob('../*/[A-Z]*.vue')).filter((path) => !path.endsWith('.demo.vue'));
const beside = Object.keys(import.meta.glob(['../*/*.demo.vue', '../*/*.test.ts']));

it.each(parts)('%s has a demo in the gallery and a test', (path) => {
  expect(beside).toContain(path.replace(/\.vue$/, '.demo.vue'));
  expect(beside).toContain(path.replace(/\.vue$/, '.test.ts'));
});
