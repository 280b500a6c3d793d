import { Account } from '@kvitt/db/customer/account.entity';
import { createCampaign } from '@kvitt/flows/campaign/create-campaign';
import { moveCampaign } from '@kvitt/flows/campaign/move-campaign';
import { readCampaign } from '@kvitt/flows/campaign/read-campaign';
import { inTransaction } from '@kvitt/flows/kit/in-transaction';
import type { Payer } from './add-payer.ts';
import type { Beside } from './open-beside.ts';

/**
 * Texts the payers that the office is closed, of whom half are left out by chance; the worker does the rest.
 * @returns the campaign's id
 */
export async function startCampaign(
  { biller, context }: Beside,
  name: string,
  payers: readonly Payer[],
): Promise<string> {
  const ctx = context();
  const billerId = biller.id;
  for (const { accountId } of payers) {
    const { customerId } = await ctx.em.findOneOrFail(Account, { billerId, id: accountId });
    await ctx.em.execute('insert into customer_tag values (?, ?, ?, now())', [billerId, customerId, name]);
  }
  const words = { en: { closedOn: 'Jan 1', opensOn: 'Jan 2' } };
  const read = readCampaign({
    name,
    template: 'office-closed',
    words,
    audience: { tags: [name] },
    holdoutPercent: 50,
  });
  if (read.kind === 'refused') throw new Error(read.problems.join('; '));
  const made = await createCampaign(ctx, { billerId, plan: read.plan, actor: 'ada' });
  if (made.kind === 'refused') throw new Error(made.refusal);
  const { campaignId } = made;
  const startAt = ctx.clock.now();
  const order = { billerId, campaignId, act: 'schedule', actor: 'ada', startAt } as const;
  await inTransaction(ctx, (tx) => moveCampaign(tx, order));
  return campaignId;
}
