import { timingSafeEqual } from 'node:crypto';
import type { MerchantFixture } from './fixtures/merchant-fixture.ts';
import { readAccessToken } from './oauth/access-tokens.ts';
import type { Gateway } from './state/gateway.ts';

/**
 * The gateway as the merchant sees it whose keys, or whose access token, a request carries. 401 for keys and tokens that
 * are nobody's, 403 for another merchant's path.
 */
export function identifyCaller(
  gateway: Gateway,
  header: string | undefined,
  merchantId: string,
): Gateway | 401 | 403 {
  if (header?.startsWith('Bearer ')) {
    const token = readAccessToken(gateway, header.slice('Bearer '.length));
    if (!token) return 401;
    if (token.merchantId !== merchantId) return 403;
    return withSettings(asMerchant(gateway, merchantId), { appId: token.clientId });
  }
  const { publicKey, privateKey, firstMerchantId, merchants } = gateway.settings;
  const all = [{ merchantId: firstMerchantId, publicKey, privateKey }, ...merchants];
  const caller = all.find((one) => isSame(header, one.publicKey, one.privateKey));
  if (!caller) return 401;
  return caller.merchantId === merchantId ? asMerchant(gateway, merchantId) : 403;
}

/** The gateway as the program sees it whose client id and secret a request carries, or nothing. */
export function identifyApp(gateway: Gateway, header: string | undefined): Gateway | undefined {
  const app = gateway.settings.apps.find(({ clientId, clientSecret }) =>
    isSame(header, clientId, clientSecret),
  );
  return app && withSettings(gateway, { appId: app.clientId });
}

/** The same books with the settings of one of the further merchants. */
function asMerchant(gateway: Gateway, merchantId: string): Gateway {
  const merchant = gateway.settings.merchants.find((one) => one.merchantId === merchantId);
  return merchant ? withSettings(gateway, settingsOf(gateway, merchant)) : gateway;
}

function settingsOf(gateway: Gateway, merchant: MerchantFixture): Partial<Gateway['settings']> {
  const { settings } = gateway;
  return {
    merchantId: merchant.merchantId,
    merchantAccountId: merchant.merchantAccountId ?? settings.merchantAccountId,
    duplicateWindowMs: merchant.duplicateWindowMs ?? settings.duplicateWindowMs,
    duplicateWithoutOrderId: merchant.duplicateWithoutOrderId ?? settings.duplicateWithoutOrderId,
    checksFraud: merchant.checksFraud ?? false,
    rules: { ...settings.rules, ...merchant.rules },
  };
}

function withSettings(gateway: Gateway, settings: Partial<Gateway['settings']>): Gateway {
  return { ...gateway, settings: { ...gateway.settings, ...settings } };
}

function isSame(header: string | undefined, name: string, secret: string): boolean {
  const wanted = Buffer.from(`Basic ${Buffer.from(`${name}:${secret}`).toString('base64')}`);
  const sent = Buffer.from(header ?? '');
  return sent.length === wanted.length && timingSafeEqual(sent, wanted);
}
