import type { OfflineWords } from './offline-words.ts';
import { showOffer } from './show-offer.ts';

/** What Chromium gives to who wants to ask at a moment of their own. */
interface InstallPrompt extends Event {
  prompt(): Promise<unknown>;
}

const ASKED = 'kvitt-install-asked';

/** Where the document keeps the browser's word that came before this script did. */
type WithPrompt = Window & { kvittInstall?: InstallPrompt };

/**
 * Offers to keep the portal on the home screen, once and after a receipt: where the browser can be asked, by a button;
 * on an iPhone or iPad, which cannot, by saying how.
 */
export function offerInstall(words: OfflineWords): void {
  if (matchMedia('(display-mode: standalone)').matches || wasAsked()) return;
  const { userAgent, maxTouchPoints } = navigator;
  // An iPad calls itself a Mac, and is the only Mac that is touched.
  if (/iPhone|iPad/.test(userAgent) || (/Macintosh/.test(userAgent) && maxTouchPoints > 1)) {
    showOffer(words.installOnIphone, undefined, () => {});
    noteAsked();
    return;
  }
  const offer = (prompt: InstallPrompt) => {
    showOffer(words.install, words.installButton, () => void prompt.prompt());
    noteAsked();
  };
  const { kvittInstall } = window as WithPrompt;
  if (kvittInstall) {
    offer(kvittInstall);
    return;
  }
  const hear = (event: Event) => {
    event.preventDefault();
    offer(event as InstallPrompt);
  };
  addEventListener('beforeinstallprompt', hear, { once: true });
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
