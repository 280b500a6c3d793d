import type { PortalPage } from '@kvitt/api/portal/page';
import { createSSRApp } from 'vue';
import App from './App.vue';
import { letPageAnswer } from './kit/let-page-answer.ts';
import LiveView from './LiveView.vue';

const WORDS = {
  en: async () => (await import('./kit/messages-en.ts')).en,
  es: async () => (await import('./kit/messages-es.ts')).es,
  de: async () => (await import('./kit/messages-de.ts')).de,
  sv: async () => (await import('./kit/messages-sv.ts')).sv,
  nb: async () => (await import('./kit/messages-nb.ts')).nb,
};

const state = document.getElementById('state');
if (state?.textContent) {
  const page: PortalPage = JSON.parse(state.textContent);
  const messages = await WORDS[page.language]();
  await letPageAnswer();
  createSSRApp(App, { page, messages, body: LiveView }).mount('#app');
}
