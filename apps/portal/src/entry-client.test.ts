import { describe, expect, it, vi } from 'vitest';
import { createSSRApp } from 'vue';
import App from './App.vue';
import { render } from './entry-server.ts';
import { en } from './kit/messages-en.ts';
import { es } from './kit/messages-es.ts';
import LiveView from './LiveView.vue';
import { longBiller, samplePage, sampleViews } from './testing/sample-pages.ts';

const LIVE = ['checking', 'settled'];
const SAMPLES = Object.entries(sampleViews)
  .filter(([, view]) => LIVE.includes(view.kind))
  .flatMap(([name]) => [[name, 'en'] as const, [name, 'es'] as const]);

describe('taking a page over in the browser', () => {
  it.each(SAMPLES)('finds %s in %s as the server wrote it', async (name, language) => {
    const warn = vi.spyOn(console, 'warn');
    const error = vi.spyOn(console, 'error');
    const { html } = await render(samplePage(name, { language, biller: longBiller }), { nonce: 'n' });
    const served = new DOMParser().parseFromString(html, 'text/html');
    document.body.innerHTML = served.body.innerHTML;
    const heading = document.querySelector('h1');
    const page = JSON.parse(document.getElementById('state')?.textContent ?? '');

    const messages = language === 'es' ? es : en;
    const app = createSSRApp(App, { page, messages, body: LiveView });
    app.mount('#app');

    expect(warn).not.toHaveBeenCalled();
    expect(error).not.toHaveBeenCalled();
    expect(document.querySelector('h1')).toBe(heading);
    app.unmount();
  });
});
