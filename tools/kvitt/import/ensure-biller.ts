import { Biller } from '@kvitt/db/biller/biller.entity';
import { Sender } from '@kvitt/db/biller/sender.entity';
import { defaultCadence } from '@kvitt/domain/reminder/default-cadence';
import type { Ctx } from '@kvitt/flows/kit/context';
import { inTransaction } from '@kvitt/flows/kit/in-transaction';
import { saveCadence } from '@kvitt/flows/reminder/save-cadence';
import { findBiller } from '../find-biller.ts';
import { notice } from '../notice.ts';

/** As `findBiller`; where there is no biller at all, one is made to begin with, and the operator is told. */
export async function ensureBiller(ctx: Ctx, slug: string | undefined): Promise<Biller> {
  const found = await findBiller(ctx, slug);
  if (found) return found;
  const id = ctx.ids.next();
  const createdAt = ctx.clock.now();
  const { timeZone } = new Intl.DateTimeFormat('en').resolvedOptions();
  await inTransaction(ctx, async (tx) => {
    await tx.em.insert(Biller, {
      id,
      slug: 'default',
      name: 'My company',
      currency: 'USD',
      timeZone,
      language: 'en',
      accent: '#0f6e66',
      supportPhone: '800-555-0100',
      supportEmail: null,
      createdAt,
    });
    await tx.em.insert(Sender, {
      billerId: id,
      id: tx.ids.next(),
      number: '+14150000001',
      // What Plivo grants a new account: five texts a second.
      perSecond: 5,
      burst: 5,
      tokens: 5,
      refilledAt: createdAt,
      pausedAt: null,
    });
    await saveCadence(tx, { billerId: id, cadence: defaultCadence('US'), actor: 'operator:cli' });
  });
  notice(
    `There was no biller, so one was made: "My company" (default), in US dollars and ${timeZone}, texting from +14150000001, with the default reminders.`,
  );
  return ctx.em.fork().findOneOrFail(Biller, { id });
}
