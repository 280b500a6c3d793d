import { findRemindedBill } from '@kvitt/db/reminder/find-reminded-bill';
import { loadCadence } from '@kvitt/db/reminder/load-cadence';
import type { Cadence } from '@kvitt/domain/reminder/cadence';
import { type PlannedReminder, planReminders } from '@kvitt/domain/reminder/plan-reminders';
import { localDate } from '@kvitt/domain/time/local-date';
import type { Ctx } from '../kit/context.ts';
import { placeOf } from './place-of.ts';

/**
 * What becomes of each step of the cadence for one bill, if nothing changes: the same decision as planning takes on the
 * step's day, for the days to come too. None where the biller has no cadence.
 * @param rules a draft to try in place of the cadence that counts
 * @param number the bill's number; undefined is given for one that is not there
 */
export async function foreseeReminders(
  ctx: Ctx,
  { billerId, number, rules }: { billerId: string; number: string; rules?: Cadence },
): Promise<{ invoiceId: string; timeZone: string; steps: PlannedReminder[] } | undefined> {
  const em = ctx.em.fork();
  const bill = await findRemindedBill(em, billerId, number);
  if (!bill) return undefined;
  const { invoiceId, timeZone, createdAt, announcedAt, phone, isSmsCapable, consents } = bill;
  const cadence = rules ?? (await loadCadence(em, billerId))?.rules;
  if (!cadence) return { invoiceId, timeZone, steps: [] };
  const cameOn = localDate(createdAt, timeZone);
  const steps = planReminders(
    {
      ...bill,
      receivedOn: cameOn > bill.issuedOn ? cameOn : bill.issuedOn,
      announcedOn: announcedAt && localDate(announcedAt, timeZone),
      reach: { hasPhone: phone !== '', isSmsCapable, consents },
    },
    cadence,
    placeOf(bill),
    ctx.clock.now(),
  );
  return { invoiceId, timeZone, steps };
}
