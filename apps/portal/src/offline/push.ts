/**
 * Brings the row of the preferences to life that switches notes on this phone's screen on and off. It stays unseen where
 * the browser knows no such thing, as on an iPhone before the portal is on its home screen.
 */
export async function offerPush(row: HTMLElement): Promise<void> {
  if (!('PushManager' in window) || !('Notification' in window)) return;
  const { pushManager } = await navigator.serviceWorker.ready;
  const held = await pushManager.getSubscription();
  // The server's word and the browser's own: what either has ended is off.
  show(row, held !== null && row.dataset.on === 'true' ? 'on' : readOff());
  row.hidden = false;
  onPress(row, 'off', async () => {
    const asked = await Notification.requestPermission();
    if (asked !== 'granted') return show(row, readOff());
    const applicationServerKey = row.dataset.key ?? '';
    const taken = await pushManager.subscribe({ userVisibleOnly: true, applicationServerKey });
    await tell(row, { act: 'on', ...fieldsOf(taken) });
  });
  onPress(row, 'on', async () => {
    await tell(row, { act: 'off' });
    await (await pushManager.getSubscription())?.unsubscribe();
  });
}

type When = 'on' | 'off' | 'blocked' | 'failed';

function readOff(): When {
  return Notification.permission === 'denied' ? 'blocked' : 'off';
}

function show(row: HTMLElement, when: When): void {
  for (const part of row.querySelectorAll<HTMLElement>('[data-when]')) {
    part.hidden = part.dataset.when !== when && !(when === 'failed' && part.dataset.when === 'off');
  }
}

function onPress(row: HTMLElement, when: When, act: () => Promise<void>): void {
  const button = row.querySelector<HTMLButtonElement>(`button[data-when=${when}]`);
  button?.addEventListener('click', () => {
    button.disabled = true;
    // A service that cannot be reached, or a server: both are told as one, and can be tried again.
    act()
      .catch(() => show(row, 'failed'))
      .finally(() => {
        button.disabled = false;
      });
  });
}

/** What the server is told of a subscription. */
function fieldsOf(taken: PushSubscription): Record<string, string> {
  const { endpoint = '', keys = {} } = taken.toJSON();
  return { endpoint, p256dh: keys.p256dh ?? '', auth: keys.auth ?? '' };
}

/** Says it to the server; what has changed is shown by the page itself, anew. */
async function tell(row: HTMLElement, fields: Record<string, string>): Promise<void> {
  const answer = await fetch(row.dataset.at ?? '', { method: 'POST', body: new URLSearchParams(fields) });
  if (answer.status !== 204) throw new Error(`the server answered ${answer.status}`);
  location.reload();
}
