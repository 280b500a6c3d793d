import { inTransaction } from '@kvitt/flows/kit/in-transaction';
import { openWork } from '@kvitt/flows/work/open-work';
import type { Beside } from './open-beside.ts';

/** Opens a piece of work as the nightly comparison does for a sale at the processor that is none of ours. */
export async function addWork({ biller, context }: Beside, saleId: string): Promise<void> {
  await inTransaction(context(), (tx) =>
    openWork(tx, {
      billerId: biller.id,
      kind: 'unknown-sale',
      subject: saleId,
      about: `sale ${saleId}`,
      evidence: { oursMinor: 0, theirsMinor: 4200, currency: biller.currency, day: '2026-11-20' },
      by: 'reconcile',
    }),
  );
}
