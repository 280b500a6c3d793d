import { makeWalletButton, type OpenWallet } from './wallet-parts.ts';

/** Venmo: its app on a phone, its window on a desk. */
export const openVenmo: OpenWallet = async ({ client, box, onNonce, onTrouble }) => {
  const { create } = await import('braintree-web/venmo');
  const library = await create({
    client,
    allowDesktop: true,
    allowDesktopWebLogin: true,
    mobileWebFallBack: true,
    paymentMethodUsage: 'single_use',
  });
  if (!library.isBrowserSupported()) return false;
  const take = async (ask: () => Promise<{ nonce: string }>) => {
    try {
      onNonce((await ask()).nonce);
    } catch (error) {
      const { code = '' } = (error ?? {}) as { code?: string };
      if (!/CANCELED|CLOSED/.test(code)) onTrouble();
    }
  };
  // Back from its app on the very page that asked, in browsers that load it anew.
  if (library.hasTokenizationResult()) await take(() => library.tokenize());
  const button = makeWalletButton(box, 'venmo');
  button.addEventListener('click', async () => {
    button.disabled = true;
    await take(() => library.tokenize());
    button.disabled = false;
  });
  return true;
};
