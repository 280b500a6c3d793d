import { type ChargeFacts, loadChargeFacts } from '@kvitt/db/payment/load-charge-facts';
import { money } from '@kvitt/domain/money/money';
import type { Outcome } from '@kvitt/domain/payment/outcome';
import type { ChargeOrder } from '@kvitt/payments/payments-port';
import type { Ctx } from '../kit/context.ts';
import { recordOutcome } from './record-outcome.ts';

/**
 * A process that was stopped for longer than this between committing the intent and calling must not call any more: by
 * then others may take the payment for lost. Well below the quarantine, and far above any ordinary pause.
 */
const CALL_WITHIN_MS = 15_000;

interface EnteredCard {
  nonce: string;
  /** Its holder has confirmed the payment at their bank; the processor checks that. */
  isAuthenticated?: boolean;
}

/**
 * Charges a payment that `startPayment` has committed: asks the processor, outside any transaction, and records what it
 * says. It is called once per payment, by whoever started it; where that process dies on the way, nobody calls it again,
 * and `settle-unknown` asks the processor what became of it.
 * @param card the one-time reference of a card that was just entered; absent where a stored one is charged
 */
export async function chargeInvoice(
  ctx: Ctx,
  key: { billerId: string; paymentId: string },
  card?: EnteredCard,
): Promise<Outcome> {
  const facts = await loadChargeFacts(ctx.em.fork(), key);
  const sinceStartMs = ctx.clock.now().getTime() - facts.startedAt.getTime();
  if (facts.state !== 'started' || sinceStartMs > CALL_WITHIN_MS) {
    return { kind: 'unknown', reason: 'too late to ask for it' };
  }
  const outcome = await ctx.payments.charge(writeOrder(key.paymentId, facts, card));
  await recordOutcome(ctx, key, outcome);
  return outcome;
}

function writeOrder(paymentId: string, facts: ChargeFacts, card: EnteredCard | undefined): ChargeOrder {
  const base = {
    paymentId,
    amount: money(facts.amountMinor, facts.currency),
    // One that was started before this was written down is what its channel says.
    initiator: facts.initiator ?? (facts.channel === 'autopay' ? 'recurring' : 'customer'),
  } as const;
  if (!card) {
    if (facts.vaultToken === null)
      throw new Error(`payment ${paymentId} has neither a card nor a reference to one`);
    return { ...base, source: { kind: 'vaulted', token: facts.vaultToken } };
  }
  const { nonce, isAuthenticated } = card;
  const entered = {
    ...base,
    source: { kind: 'nonce', nonce } as const,
    ...(isAuthenticated && { isAuthenticated }),
  };
  if (!facts.isCardKept) return entered;
  const { vaultCustomerId, firstName, lastName } = facts;
  const store = vaultCustomerId ? { customerId: vaultCustomerId } : { firstName, lastName };
  return { ...entered, store };
}
