import { createI18n } from 'vue-i18n';
import { remember } from './remember.ts';

export type Locale = 'en' | 'es';

/** The words of everywhere and those of the desk: what the inbox says. */
const LOADERS = {
  en: () => Promise.all([import('./messages/en.json'), import('./messages/desk-en.json')]),
  es: () => Promise.all([import('./messages/es.json'), import('./messages/desk-es.json')]),
};

/** The language of the interface, as it was chosen here; else the browser's. */
export function chosenLocale(): Locale {
  const kept = remember<string>('locale', '');
  if (kept === 'en' || kept === 'es') return kept;
  return navigator.language.startsWith('es') ? 'es' : 'en';
}

/**
 * The words that come with the screens that say them: those of calls, bonuses and figures, of tables, of what managers set,
 * and of files that come in and proofs that go out.
 * No key is in two files.
 */
const LATER = {
  work: { en: () => import('./messages/work-en.json'), es: () => import('./messages/work-es.json') },
  table: { en: () => import('./messages/table-en.json'), es: () => import('./messages/table-es.json') },
  manage: { en: () => import('./messages/manage-en.json'), es: () => import('./messages/manage-es.json') },
  record: { en: () => import('./messages/record-en.json'), es: () => import('./messages/record-es.json') },
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
  const [{ default: words }, { default: desk }] = await LOADERS[locale]();
  const tag = regionOf(locale);
  const messages = { ...words, ...desk };
  document.documentElement.lang = tag;
  const i18n = createI18n({
    legacy: false as const,
    locale: tag,
    messages: { [tag]: messages },
    datetimeFormats: { [tag]: DATES },
  });
  opened.resolve(async (room) => {
    const { default: more } = await LATER[room][locale]();
    i18n.global.mergeLocaleMessage(tag, more);
  });
  return i18n;
}

type Room = keyof typeof LATER;
/** The first screen is on its way before the first words are there: it waits for them. */
const opened = Promise.withResolvers<(room: Room) => Promise<void>>();
const later = async (room: Room): Promise<void> => (await opened.promise)(room);

/** A screen that comes with words of its own: both are loaded when it is opened. */
export function withWords<Screen>(rooms: readonly Room[], screen: () => Promise<Screen>) {
  return async (): Promise<Screen> => {
    const [shown] = await Promise.all([screen(), ...rooms.map(later)]);
    return shown;
  };
}
