import type { OfflineWords } from './offline-words.ts';
import { showOffer } from './show-offer.ts';

/** What Chromium gives to who wants to ask at a moment of their own. */
interface InstallPrompt extends Event {
  prompt(): Promise<unknown>;
}

const ASKED = 'kvitt-install-asked';

/**
 * Offers to keep the portal on the home screen, once and after a receipt: where the browser can be asked, by a button;
 * on an iPhone, which cannot, by saying how.
 */
export function offerInstall(words: OfflineWords): void {
  const isInstalled = matchMedia('(display-mode: standalone)').matches;
  if (isInstalled || wasAsked()) return;
  if (/iPhone|iPad/.test(navigator.userAgent)) {
    showOffer(words.installOnIphone, undefined, () => {});
    noteAsked();
    return;
  }
  addEventListener('beforeinstallprompt', (event) => {
    event.preventDefault();
    showOffer(words.install, words.installButton, () => void (event as InstallPrompt).prompt());
    noteAsked();
  });
}

/** Storage may be switched off; then it is asked again after another receipt. */
function wasAsked(): boolean {
  try {
    return localStorage.getItem(ASKED) !== null;
  } catch {
    return false;
  }
}

function noteAsked(): void {
  try {
    localStorage.setItem(ASKED, '1');
  } catch {
    // As above.
  }
}
