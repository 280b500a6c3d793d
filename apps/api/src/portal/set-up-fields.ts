import { loadMoneyRules } from '@kvitt/db/payment/load-money-rules';
import { Payment } from '@kvitt/db/payment/payment.entity';
import type { LinkTarget } from '@kvitt/db/session/find-link';
import type { WalletKind } from '@kvitt/domain/payment/payment-method';
import type { CardFieldsSetup } from './bill-views.ts';
import type { Visit } from './visit.ts';

/**
 * What the browser needs for the processor's own fields and, where something is paid, the wallets that the merchant account takes;
 * undefined where the processor does not answer.
 */
export async function setUpFields(
  { ctx, deps }: Visit,
  target: LinkTarget,
  { isPaying }: { isPaying: boolean },
): Promise<CardFieldsSetup | undefined> {
  const made = await ctx.payments.clientToken();
  if (made.kind !== 'made') return undefined;
  const { wallets: taken = [], googleMerchantId } = deps.merchant ?? {};
  // A wallet's window states the amount that is charged, and a fee by card type is known only after it.
  const { cardFee } = await loadMoneyRules(ctx.em, target.biller.id);
  const wallets = isPaying && !cardFee ? taken.filter((kind) => isFor(kind, target)) : [];
  const base = {
    authorization: made.token,
    ...(isPaying && (await wasAskedToAuthenticate(ctx, target)) && { mustAuthenticate: true }),
    ...(wallets.length > 0 && { wallets }),
    ...(wallets.includes('google-pay') && googleMerchantId && { googleMerchantId }),
  };
  return deps.cardFieldsOrigin === undefined
    ? { mode: 'vendor', ...base }
    : { mode: 'local-emulator', ...base, clientModule: '/bt-sandbox/client.js' };
}

/** Venmo moves dollars and nothing else. */
function isFor(kind: WalletKind, { invoice }: LinkTarget): boolean {
  return kind !== 'venmo' || invoice.currency === 'USD';
}

/** Whether the last try to pay this bill, by text or here, failed for want of its holder's confirmation. */
async function wasAskedToAuthenticate(ctx: Visit['ctx'], { invoice }: LinkTarget): Promise<boolean> {
  const { billerId, id: invoiceId } = invoice;
  const tries = { orderBy: { startedAt: 'desc' as const, id: 'desc' as const }, limit: 1 };
  const [last] = await ctx.em.fork().find(Payment, { billerId, invoiceId }, tries);
  return last?.declineKind === 'needs-authentication';
}
