import type { Currency } from '@kvitt/domain/money/money';
import type { WalletKind } from '@kvitt/domain/payment/payment-method';
import type { Client } from 'braintree-web';
import { WALLET_NAMES } from '../wallet-names.ts';

export interface WalletParts {
  client: Client;
  /** Where its button goes. */
  box: HTMLElement;
  /** As a decimal. */
  amount: string;
  currency: Currency;
  label: string;
  googleMerchantId?: string;
  onNonce(nonce: string): void;
  onTrouble(): void;
}

/** Puts the button up where this device has the wallet; false where it has not. */
export type OpenWallet = (parts: WalletParts) => Promise<boolean>;

/** A button of ours with the wallet's name. */
export function makeWalletButton(box: HTMLElement, kind: WalletKind): HTMLButtonElement {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = `wallet-button wallet-button--${kind}`;
  button.textContent = WALLET_NAMES[kind];
  box.replaceChildren(button);
  return button;
}

/** Loads a script of a vendor's that its library expects on the page, with the leave of this page's policy. */
export function loadVendorScript(address: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const script = document.createElement('script');
    script.nonce = pageNonce();
    script.src = address;
    script.onload = () => resolve();
    script.onerror = () => reject(new Error(`no answer from ${new URL(address).host}`));
    document.head.append(script);
  });
}

/** What the page's own scripts carry; browsers hide it from the attribute and give it by the property. */
export function pageNonce(): string {
  return document.querySelector<HTMLScriptElement>('script[nonce]')?.nonce ?? '';
}
