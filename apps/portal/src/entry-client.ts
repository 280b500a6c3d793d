import type { PortalPage } from '@kvitt/api/portal/page';
import { createSSRApp } from 'vue';
import App from './App.vue';
import LiveView from './LiveView.vue';

const state = document.getElementById('state');
if (state?.textContent) {
  const page: PortalPage = JSON.parse(state.textContent);
  const messages =
    page.language === 'es'
      ? (await import('./kit/messages-es.ts')).es
      : (await import('./kit/messages-en.ts')).en;
  createSSRApp(App, { page, messages, body: LiveView }).mount('#app');
}
