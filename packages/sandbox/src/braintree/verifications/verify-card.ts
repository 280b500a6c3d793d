import type { Card } from '../cards/card-record.ts';
import { testCards } from '../cards/test-cards.ts';
import type { Gateway } from '../state/gateway.ts';
import type { AddressFields } from '../state/records.ts';
import { checkAddress } from '../transactions/check-address.ts';
import { decideAuthorization } from '../transactions/decide-authorization.ts';
import { processorResponse } from '../transactions/processor-responses.ts';
import { writeAddressOf } from '../transactions/write-transaction.ts';
import { cents } from '../wire/money.ts';
import type { XmlObject } from '../wire/write-xml.ts';
import type { Verification } from './verification-record.ts';

interface ToVerify {
  card: Card;
  billing: AddressFields;
  amount?: string | undefined;
  merchantAccountId?: string | undefined;
  customerId: string | null;
  rejection?: string | undefined;
  /** Of a customer who is not in the books yet. */
  customerEmail?: string | null;
  /** As debit or as credit, where the account knows both. */
  accountType?: string | undefined;
  threeDSecure?: XmlObject | null;
  skipsFraudCheck?: boolean;
}

/**
 * Asks the bank whether a card is good, without taking money. In the sandbox the card's number decides; an amount
 * that stands for a decline decides too. The verification is kept whatever it says.
 */
export function verifyCard(gateway: Gateway, wanted: ToVerify): Verification {
  const now = gateway.clock.now();
  const { card, billing } = wanted;
  const checks = checkAddress(
    { kind: 'credit_card', card },
    billing.postalCode ?? undefined,
    billing.streetAddress ?? undefined,
    card.cvv,
  );
  const rejection = wanted.rejection ?? testCards[card.number]?.rejection ?? ruleBroken(gateway, checks);
  const outcome = outcomeOf(card, wanted.amount);
  const verification: Verification = {
    id: gateway.newId(8),
    status: rejection ? 'gateway_rejected' : outcome.status,
    createdAt: now,
    updatedAt: now,
    amount: wanted.amount ?? '0.00',
    merchantAccountId: wanted.merchantAccountId ?? gateway.settings.merchantAccountId,
    processor:
      rejection === 'fraud' || rejection === 'risk_threshold'
        ? { code: null, text: null, kind: null }
        : outcome.processor,
    gatewayRejectionReason: rejection ?? null,
    ...checks,
    card: withoutCvv(card),
    token: null,
    customerId: wanted.customerId,
    customerEmail: wanted.customerId
      ? (gateway.state.customers[wanted.customerId]?.fields.email ?? null)
      : (wanted.customerEmail ?? null),
    billing: writeAddressOf(billing, null),
    threeDSecure: wanted.threeDSecure ?? null,
    ...(wanted.skipsFraudCheck ? { skipsFraudCheck: true } : {}),
    ...(wanted.accountType ? { accountType: wanted.accountType } : {}),
  };
  gateway.state.verifications[verification.id] = verification;
  return verification;
}

function withoutCvv({ cvv: _, ...card }: Card): Card {
  return card;
}

function ruleBroken(gateway: Gateway, checks: ReturnType<typeof checkAddress>): string | undefined {
  const avs = gateway.settings.rules.avs && (checks.avs.postal === 'N' || checks.avs.street === 'N');
  const cvv = gateway.settings.rules.cvv && checks.cvvResponseCode === 'N';
  if (avs && cvv) return 'avs_and_cvv';
  if (avs) return 'avs';
  return cvv ? 'cvv' : undefined;
}

function outcomeOf(card: Card, amount: string | undefined) {
  const known = testCards[card.number]?.verification;
  if (known === 'declined')
    return { status: 'processor_declined' as const, processor: processorResponse('2000') };
  if (known === 'failed') return { status: 'failed' as const, processor: processorResponse('3000') };
  const byAmount = decideAuthorization(cents(amount ?? '0.00') ?? 0, { kind: 'credit_card', card });
  if (byAmount.status === 'processor_declined' || byAmount.status === 'failed') {
    return { status: byAmount.status, processor: byAmount.response };
  }
  return { status: 'verified' as const, processor: processorResponse('1000') };
}
