import { type Component, createApp } from 'vue';
import '../src/tokens/tokens.css';
import '../src/tokens/base.css';
import Gallery from './Gallery.vue';
import { paintBrand } from './paint-brand.ts';

/**
 * Every demo beside its component is on the page; the browser's own light and dark setting shows both schemes, and
 * `?brand=#rrggbb` (with the # as %23) a biller's colour.
 */
const demos = import.meta.glob<{ default: Component }>('../src/*/*.demo.vue', { eager: true });
const entries = Object.entries(demos).map(([path, module]) => ({
  name: path.replace(/^.*\/(\w+)\.demo\.vue$/, '$1'),
  demo: module.default,
}));

createApp(Gallery, { entries }).mount('#gallery');

const brand = new URLSearchParams(location.search).get('brand');
if (brand) paintBrand(brand);
