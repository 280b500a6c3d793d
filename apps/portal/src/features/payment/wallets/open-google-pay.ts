import { loadVendorScript, makeWalletButton, type OpenWallet } from './wallet-parts.ts';

/** Google Pay, where this browser has a card in it. */
export const openGooglePay: OpenWallet = async (parts) => {
  const { client, box, amount, currency, googleMerchantId, onNonce, onTrouble } = parts;
  const [{ create }] = await Promise.all([
    import('braintree-web/google-payment'),
    loadVendorScript('https://pay.google.com/gp/p/js/pay.js'),
  ]);
  const isReal = client.getConfiguration().gatewayConfiguration.environment === 'production';
  const google = new globalThis.google.payments.api.PaymentsClient({
    environment: isReal ? 'PRODUCTION' : 'TEST',
  });
  const library = await create({
    client,
    googlePayVersion: 2,
    ...(googleMerchantId && { googleMerchantId }),
  });
  const request = library.createPaymentDataRequest({
    transactionInfo: { currencyCode: currency, totalPriceStatus: 'FINAL', totalPrice: amount },
  });
  const { result } = await google.isReadyToPay({
    apiVersion: 2,
    apiVersionMinor: 0,
    allowedPaymentMethods: request.allowedPaymentMethods,
  });
  if (!result) return false;
  const button = makeWalletButton(box, 'google-pay');
  button.addEventListener('click', async () => {
    try {
      const { nonce } = await library.parseResponse(await google.loadPaymentData(request));
      onNonce(nonce);
    } catch (error) {
      if ((error as { statusCode?: string }).statusCode !== 'CANCELED') onTrouble();
    }
  });
  return true;
};
