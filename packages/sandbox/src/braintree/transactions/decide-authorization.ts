import type { Instrument } from '../state/records.ts';
import { type ProcessorResponse, processorResponse } from './processor-responses.ts';

export type Authorization =
  | { status: 'authorized'; response: ProcessorResponse; partialCents?: number }
  | { status: 'processor_declined' | 'failed'; response: ProcessorResponse }
  | { status: 'gateway_rejected'; reason: string };

/**
 * What the processor says to an amount (hundredths), by the vendor's table of sandbox amounts: 2000.00 to 2999.99 is
 * a decline with that code, 3000.00 to 3000.99 a network failure, 5001.00 a refusal of the gateway itself, everything
 * else goes through. The card number plays no part here; it decides verifications only.
 */
export function decideAuthorization(
  amountCents: number,
  instrument: Instrument,
  acceptsPartial = false,
): Authorization {
  const whole = Math.trunc(amountCents / 100);
  if (whole >= 2000 && whole <= 2999) return decline(String(whole));
  if (whole === 3000) return { status: 'failed', response: processorResponse('3000') };
  if (amountCents === 500100) return { status: 'gateway_rejected', reason: 'application_incomplete' };
  if (amountCents === 500101 && instrument.kind === 'paypal_account') return decline('2038');
  if (amountCents === 100400 && acceptsPartial) {
    // The vendor's own amount for "the card holds less": the bank grants a part of it.
    return { status: 'authorized', response: processorResponse('1004'), partialCents: 100400 };
  }
  return { status: 'authorized', response: processorResponse('1000') };
}

function decline(code: string): Authorization {
  return { status: 'processor_declined', response: processorResponse(code) };
}
