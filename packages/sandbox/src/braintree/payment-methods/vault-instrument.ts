import type { Gateway } from '../state/gateway.ts';
import type { Instrument, PaymentMethod } from '../state/records.ts';

interface ToVault {
  instrument: Instrument;
  customerId: string | null;
  token?: string | undefined;
  billingAddressId?: string | null;
  makeDefault?: boolean;
  verificationIds?: string[];
  verified?: boolean;
}

/** Puts an instrument into the vault under a token; the first one of a customer becomes the default. */
export function vaultInstrument(gateway: Gateway, wanted: ToVault): PaymentMethod {
  const { state, clock } = gateway;
  const instrument = structuredClone(wanted.instrument);
  // The security code is for the moment of payment only and may not be kept.
  if (instrument.card) delete instrument.card.cvv;
  const method: PaymentMethod = {
    token: wanted.token ?? gateway.newId(6),
    customerId: wanted.customerId,
    createdAt: clock.now(),
    updatedAt: clock.now(),
    instrument,
    billingAddressId: wanted.billingAddressId ?? null,
    verificationIds: wanted.verificationIds ?? [],
    ...(wanted.verified === undefined ? {} : { verified: wanted.verified }),
  };
  state.paymentMethods[method.token] = method;
  const customer = wanted.customerId ? state.customers[wanted.customerId] : undefined;
  if (customer && (wanted.makeDefault || customer.defaultToken === null))
    customer.defaultToken = method.token;
  for (const id of method.verificationIds) {
    const verification = state.verifications[id];
    if (verification) verification.token = method.token;
  }
  return method;
}
