import type { WalletKind } from '@kvitt/domain/payment/payment-method';
import { find } from '../../kit/find.ts';
import type { WalletOrder } from './open-wallets.ts';

export type WalletOffer = Pick<WalletOrder, 'setup' | 'total' | 'label' | 'onNonce'>;

/** Opens the wallets when their box (`WalletBox.vue`) is opened; nothing of theirs is loaded before. */
export function offerWallets(offer: WalletOffer): void {
  const box = document.querySelector<HTMLDetailsElement>('.wallets');
  if (!box) return;
  let isAsked = false;
  const open = async () => {
    if (isAsked || !box.open) return;
    isAsked = true;
    say('loading');
    // A vendor's button measures the place that it comes to.
    show(offer.setup.wallets ?? []);
    const ready = await bringUp(offer).catch(() => []);
    show(ready);
    say(ready.length > 0 ? 'ready' : 'none');
  };
  box.addEventListener('toggle', () => void open());
  void open();

  function show(kinds: readonly WalletKind[]): void {
    for (const kind of offer.setup.wallets ?? []) find(`wallet-${kind}`).hidden = !kinds.includes(kind);
  }
}

async function bringUp(offer: WalletOffer): Promise<WalletKind[]> {
  const { openWallets } = await import('./open-wallets.ts');
  return openWallets({
    ...offer,
    findBox: (kind) => find(`wallet-${kind}`),
    onTrouble: () => say('failed'),
  });
}

function say(state: 'loading' | 'ready' | 'none' | 'failed'): void {
  const status = find('wallets-status');
  status.textContent = status.dataset[state] ?? '';
}
