import { type OpenWallet, pageNonce } from './wallet-parts.ts';

/** PayPal's own script, as far as it is used. */
interface PayPalScript {
  Buttons(options: {
    fundingSource: string;
    style: { height: number; label: string };
    createOrder(): Promise<string>;
    onApprove(data: object): Promise<void>;
    onError(): void;
  }): { isEligible(): boolean; render(box: HTMLElement): Promise<void> };
  FUNDING: { PAYPAL: string };
}

/** PayPal, by its own button: only a press on that may open its window. */
export const openPayPal: OpenWallet = async ({ client, box, amount, currency, onNonce, onTrouble }) => {
  const { create } = await import('braintree-web/paypal-checkout');
  const library = await create({ client });
  await library.loadPayPalSDK({
    currency,
    intent: 'capture',
    components: 'buttons',
    dataAttributes: { 'csp-nonce': pageNonce() },
  });
  const { paypal } = globalThis as unknown as { paypal: PayPalScript };
  const buttons = paypal.Buttons({
    fundingSource: paypal.FUNDING.PAYPAL,
    style: { height: 48, label: 'pay' },
    createOrder: () =>
      library.createPayment({
        flow: 'checkout' as Parameters<typeof library.createPayment>[0]['flow'],
        intent: 'capture' as never,
        amount,
        currency,
      }),
    async onApprove(data) {
      const { nonce } = await library.tokenizePayment(data as never);
      onNonce(nonce);
    },
    onError: onTrouble,
  });
  if (!buttons.isEligible()) return false;
  await buttons.render(box);
  return true;
};
