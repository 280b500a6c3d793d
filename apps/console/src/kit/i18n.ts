import { createI18n } from 'vue-i18n';
import { remember } from './remember.ts';

export type Locale = 'en' | 'es';

/** The words of everywhere and of the inbox, those of calls, bonuses and managers, and those of the desk; no key is in two. */
const LOADERS = {
  en: () =>
    Promise.all([
      import('./messages/en.json'),
      import('./messages/work-en.json'),
      import('./messages/desk-en.json'),
    ]),
  es: () =>
    Promise.all([
      import('./messages/es.json'),
      import('./messages/work-es.json'),
      import('./messages/desk-es.json'),
    ]),
};

/** The language of the interface, as it was chosen here; else the browser's. */
export function chosenLocale(): Locale {
  const kept = remember<string>('locale', '');
  if (kept === 'en' || kept === 'es') return kept;
  return navigator.language.startsWith('es') ? 'es' : 'en';
}

/** The words of the screens that few open and rarely: settings and lists behind numbers. */
const LATER = {
  en: () => import('./messages/manage-en.json'),
  es: () => import('./messages/manage-es.json'),
};

/** That language as it is written where the browser is: amounts and hours look as its owner is used to. */
function regionOf(locale: Locale): string {
  const tag = navigator.languages.find((one) => one.startsWith(`${locale}-`));
  return tag ?? `${locale}-US`;
}

const DATES = {
  time: { hour: 'numeric', minute: '2-digit' },
  day: { weekday: 'short', day: 'numeric', month: 'short' },
  past: { day: 'numeric', month: 'short', year: 'numeric' },
  date: { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' },
  long: { weekday: 'short', day: 'numeric', month: 'short', hour: 'numeric', minute: '2-digit' },
} as const;

/** The interface's words in one language; the other is loaded when it is chosen. */
export async function openI18n() {
  const locale = chosenLocale();
  const [{ default: words }, { default: work }, { default: desk }] = await LOADERS[locale]();
  const tag = regionOf(locale);
  const messages = { ...words, ...work, ...desk };
  document.documentElement.lang = tag;
  const i18n = createI18n({
    legacy: false as const,
    locale: tag,
    messages: { [tag]: messages },
    datetimeFormats: { [tag]: DATES },
  });
  later = async () => {
    const { default: more } = await LATER[locale]();
    i18n.global.mergeLocaleMessage(tag, more);
  };
  return i18n;
}

let later = async (): Promise<void> => {};

/** A screen that comes with the words of those that are opened rarely: both are loaded when it is opened. */
export function withLaterWords<Screen>(screen: () => Promise<Screen>): () => Promise<Screen> {
  return async () => {
    const [opened] = await Promise.all([screen(), later()]);
    return opened;
  };
}
