import ui from '@nuxt/ui/vue-plugin';
import { PiniaColada } from '@pinia/colada';
import { createPinia } from 'pinia';
import { createApp } from 'vue';
import App from './App.vue';
import { openI18n } from './kit/i18n.ts';
import { router } from './router.ts';
import './main.css';

const app = createApp(App);
app.use(createPinia());
app.use(PiniaColada, { queryOptions: { staleTime: 5_000 } });
app.use(router);
app.use(ui);
app.use(await openI18n());
app.mount('#app');
