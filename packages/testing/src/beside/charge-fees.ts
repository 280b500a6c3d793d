import { chargeLateFees } from '@kvitt/flows/invoice/charge-late-fees';
import type { Beside } from './open-beside.ts';

/** Charges the late fees that the biller's terms allow by today, as the worker does once a day. */
export async function chargeFees({ biller, context }: Beside): Promise<void> {
  await chargeLateFees(context(), { billerId: biller.id });
}
