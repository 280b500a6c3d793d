import type { Gateway } from '../state/gateway.ts';
import type { Modification } from '../subscriptions/subscription-record.ts';
import { cents, decimal } from '../wire/money.ts';
import { filled, isTrue, type Params } from '../wire/params.ts';

/** Takes an add-on or a discount of the merchant into the books, or overwrites the one of that id. */
export function keepModification(gateway: Gateway, kind: Modification['kind'], sent: Params): Modification {
  const now = gateway.clock.now();
  const id = filled(sent.id) ?? gateway.newId(6);
  const made: Modification = {
    id,
    kind,
    merchantId: gateway.settings.merchantId,
    name: filled(sent.name) ?? null,
    description: filled(sent.description) ?? null,
    amount: decimal(cents(filled(sent.amount)) ?? 0),
    quantity: Number(filled(sent.quantity) ?? 1),
    numberOfBillingCycles: isTrue(sent.neverExpires)
      ? null
      : Number(filled(sent.numberOfBillingCycles) ?? 0) || null,
    createdAt: now,
    updatedAt: now,
  };
  gateway.state.modifications[id] = made;
  return made;
}
