import type { CardFieldsSetup } from '@kvitt/api/portal/bill-views';
import type { Money } from '@kvitt/domain/money/money';
import { toDecimal } from '@kvitt/domain/money/to-decimal';
import type { WalletKind } from '@kvitt/domain/payment/payment-method';
import { makeClient } from '../../kit/card-fields/make-client.ts';
import { openApplePay } from './wallets/open-apple-pay.ts';
import { openGooglePay } from './wallets/open-google-pay.ts';
import { openPayPal } from './wallets/open-paypal.ts';
import { openVenmo } from './wallets/open-venmo.ts';
import type { OpenWallet, WalletParts } from './wallets/wallet-parts.ts';

export interface WalletOrder {
  setup: CardFieldsSetup;
  total: Money;
  /** Whom the wallet's window names. */
  label: string;
  /** The place of each wallet's button. */
  findBox(kind: WalletKind): HTMLElement;
  /** The payment was allowed in the wallet's window: its one-time reference. */
  onNonce(nonce: string): void;
  /** It failed; closing the window without paying is no failure. */
  onTrouble(): void;
}

const OPENERS: Readonly<Record<WalletKind, OpenWallet>> = {
  'apple-pay': openApplePay,
  'google-pay': openGooglePay,
  paypal: openPayPal,
  venmo: openVenmo,
};

/**
 * Brings up the buttons of the wallets that this device has, of those that the merchant account takes. Loaded when somebody
 * asks for them, and the vendors' scripts with it.
 * @returns the ones that are ready
 */
export async function openWallets(order: WalletOrder): Promise<WalletKind[]> {
  const { setup, total, label, onNonce, onTrouble, findBox } = order;
  const kinds = setup.wallets ?? [];
  if (setup.mode === 'local-emulator') {
    for (const kind of kinds) await openStandIn(order, kind);
    return [...kinds];
  }
  const client = await makeClient(setup);
  const opened = await Promise.allSettled(
    kinds.map((kind) => {
      const parts: WalletParts = {
        client,
        box: findBox(kind),
        amount: toDecimal(total),
        currency: total.currency,
        label,
        ...(setup.googleMerchantId && { googleMerchantId: setup.googleMerchantId }),
        onNonce,
        onTrouble,
      };
      return OPENERS[kind](parts);
    }),
  );
  return kinds.filter((_, at) => {
    const answer = opened[at];
    return answer?.status === 'fulfilled' && answer.value;
  });
}

/** The sandbox asks in a window of its own, which says what it is. */
async function openStandIn(order: WalletOrder, kind: WalletKind): Promise<void> {
  const { setup, total, findBox, onNonce } = order;
  const emulator: {
    payByWallet(options: { kind: WalletKind; amount: string }): Promise<string | undefined>;
  } = await import(/* @vite-ignore */ setup.clientModule ?? '');
  const { makeWalletButton } = await import('./wallets/wallet-parts.ts');
  const button = makeWalletButton(findBox(kind), kind);
  button.addEventListener('click', async () => {
    const nonce = await emulator.payByWallet({ kind, amount: toDecimal(total) });
    if (nonce) onNonce(nonce);
  });
}
