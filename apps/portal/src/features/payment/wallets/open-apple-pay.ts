import type { ApplePayPaymentRequest } from 'braintree-web';
import { makeWalletButton, type OpenWallet } from './wallet-parts.ts';

/** The browser's own way to Apple Pay, as far as it is used. */
interface AppleSession {
  onvalidatemerchant: (event: { validationURL: string }) => void;
  onpaymentauthorized: (event: { payment: { token: unknown } }) => void;
  begin(): void;
  abort(): void;
  completeMerchantValidation(session: unknown): void;
  completePayment(status: number): void;
}

interface AppleSessionClass {
  new (version: number, request: ApplePayPaymentRequest): AppleSession;
  canMakePayments(): boolean;
  readonly STATUS_SUCCESS: number;
  readonly STATUS_FAILURE: number;
}

/** Apple Pay, where this is Safari on a device that has it. */
export const openApplePay: OpenWallet = async ({ client, box, amount, label, onNonce, onTrouble }) => {
  const { ApplePaySession } = globalThis as { ApplePaySession?: AppleSessionClass };
  if (!ApplePaySession?.canMakePayments()) return false;
  const { create } = await import('braintree-web/apple-pay');
  const library = await create({ client });
  const button = makeWalletButton(box, 'apple-pay');
  button.addEventListener('click', () => {
    const request = library.createPaymentRequest({ total: { label, amount } });
    const session = new ApplePaySession(3, request);
    const fail = () => {
      session.abort();
      onTrouble();
    };
    session.onvalidatemerchant = ({ validationURL }) => {
      library
        .performValidation({ validationURL, displayName: label })
        .then((merchant) => session.completeMerchantValidation(merchant), fail);
    };
    session.onpaymentauthorized = ({ payment }) => {
      library.tokenize({ token: payment.token }).then(
        ({ nonce }) => {
          session.completePayment(ApplePaySession.STATUS_SUCCESS);
          onNonce(nonce);
        },
        () => {
          session.completePayment(ApplePaySession.STATUS_FAILURE);
          onTrouble();
        },
      );
    };
    session.begin();
  });
  return true;
};
