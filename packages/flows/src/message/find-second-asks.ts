import { findAskedToday } from '@kvitt/db/message/find-asked-today';
import type { ClaimedText } from '@kvitt/db/message/load-claimed';
import { ASKING_TEMPLATES } from '@kvitt/domain/reminder/asks-for-money';
import { addDays } from '@kvitt/domain/time/add-days';
import { localDate } from '@kvitt/domain/time/local-date';
import { localInstant } from '@kvitt/domain/time/local-instant';
import type { TxCtx } from '../kit/context.ts';

/** When a text that had to wait for another day is looked at again there. */
const MORNING_MINUTE = 600;

/**
 * Which of some claimed texts would be the second of its owner's day to ask a phone for money, and the morning to which it
 * is put off: a fee, a broken promise and a reminder that come together are three texts on three days. Of several in one
 * batch the first one goes.
 * @returns the morning by the text's id
 */
export async function findSecondAsks(
  tx: TxCtx,
  billerId: string,
  texts: readonly ClaimedText[],
): Promise<Map<string, Date>> {
  const asking = texts.filter(({ template }) => ASKING_TEMPLATES.includes(template ?? ''));
  const now = tx.clock.now();
  const days = await findAskedToday(tx.em, billerId, {
    phoneIds: [...new Set(asking.map(({ phoneId }) => phoneId))],
    except: asking.map(({ id }) => id),
    now,
  });
  const second = new Map<string, Date>();
  const asked = new Set([...days].flatMap(([phoneId, { isAsked }]) => (isAsked ? [phoneId] : [])));
  for (const { id, phoneId } of asking) {
    const timeZone = days.get(phoneId)?.timeZone;
    if (timeZone === undefined) continue;
    const tomorrow = addDays(localDate(now, timeZone), 1);
    if (asked.has(phoneId)) second.set(id, new Date(localInstant(tomorrow, MORNING_MINUTE, timeZone)));
    asked.add(phoneId);
  }
  return second;
}
