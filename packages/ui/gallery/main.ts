import { LANGUAGES } from '@kvitt/domain/locale/language';
import { type Component, createApp } from 'vue';
import '../src/tokens/tokens.css';
import '../src/tokens/base.css';
import { WORDS_OF } from '../src/demo/words-of.ts';
import Gallery from './Gallery.vue';
import { paintBrand } from './paint-brand.ts';

/**
 * Every demo beside its component is on the page. The browser's own setting shows light and dark; the address the rest:
 * `?lang=de`, `?dir=rtl`, and a biller's colour by `?brand=#rrggbb` (with the # as %23).
 */
const demos = import.meta.glob<{ default: Component }>('../src/*/*.demo.vue', { eager: true });
const entries = Object.entries(demos).map(([path, module]) => ({
  name: path.replace(/^.*\/(\w+)\.demo\.vue$/, '$1'),
  demo: module.default,
}));

const asked = new URLSearchParams(location.search);
const language = LANGUAGES.find((code) => code === asked.get('lang')) ?? 'en';
document.documentElement.lang = language;
document.documentElement.dir = asked.get('dir') === 'rtl' ? 'rtl' : 'ltr';
createApp(Gallery, { entries, words: WORDS_OF[language] }).mount('#gallery');

const brand = asked.get('brand');
if (brand) paintBrand(brand);
