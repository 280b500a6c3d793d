import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { offerInstall } from './offer-install.ts';
import { OFFLINE_WORDS, type OfflineWords } from './offline-words.ts';

const IPHONE =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.1 Mobile/15E148 Safari/604.1';
const IPAD =
  'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.1 Safari/605.1.15';
const ANDROID =
  'Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Mobile Safari/537.36';

/** What the button of each phone is called there, in the system's own words. */
const ON_IPHONE = {
  en: 'Add to Home Screen',
  es: 'Añadir a pantalla de inicio',
  de: 'Zum Home-Bildschirm',
  sv: 'Lägg till på hemskärmen',
  nb: 'Legg til på Hjem-skjerm',
};

const en = OFFLINE_WORDS.en as OfflineWords;
const offer = () => document.querySelector('.offer');

/** Has the page opened on such a device; `isInstalled` from its home screen. */
function openOn(userAgent: string, { touchPoints = 5, isInstalled = false } = {}): void {
  vi.stubGlobal('navigator', { userAgent, maxTouchPoints: touchPoints });
  vi.stubGlobal('matchMedia', () => ({ matches: isInstalled }));
}

beforeEach(() => {
  localStorage.clear();
  document.body.innerHTML = '<main></main>';
});

afterEach(() => vi.unstubAllGlobals());

it.each(Object.entries(ON_IPHONE))(
  'says on an iPhone in %s which button it is, and once',
  (language, button) => {
    openOn(IPHONE);
    offerInstall(OFFLINE_WORDS[language] as OfflineWords);
    expect(offer()?.textContent).toContain(button);
    // Safari cannot be asked: there is nothing to press.
    expect(offer()?.querySelector('button')).toBeNull();
    offer()?.remove();
    offerInstall(OFFLINE_WORDS[language] as OfflineWords);
    expect(offer()).toBeNull();
  },
);

/** What a browser says that can be asked; gives what is called once it is. */
function sayInstallable(): () => Promise<void> {
  const prompt = vi.fn(async () => undefined);
  dispatchEvent(Object.assign(new Event('beforeinstallprompt', { cancelable: true }), { prompt }));
  return prompt;
}

it('knows an iPad by its touch, and tells a Mac nothing of a share button', () => {
  openOn(IPAD, { touchPoints: 0 });
  offerInstall(en);
  expect(offer()).toBeNull();
  sayInstallable();
  expect(offer()?.textContent).toBe(`${en.install}${en.installButton}`);
  document.querySelector('.offer')?.remove();
  localStorage.clear();
  openOn(IPAD);
  offerInstall(en);
  expect(offer()?.textContent).toContain(ON_IPHONE.en);
});

it('asks the browser where it can be asked, by a button, and not who has it on the home screen', () => {
  openOn(ANDROID, { isInstalled: true });
  offerInstall(en);
  sayInstallable();
  expect(offer()).toBeNull();
  openOn(ANDROID);
  offerInstall(en);
  const prompt = sayInstallable();
  offer()?.querySelector('button')?.click();
  expect(prompt).toHaveBeenCalledOnce();
  expect(offer()).toBeNull();
});
