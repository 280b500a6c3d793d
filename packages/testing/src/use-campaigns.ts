import { Campaign } from '@kvitt/db/campaign/campaign.entity';
import { countResults } from '@kvitt/db/campaign/count-results';
import { Account } from '@kvitt/db/customer/account.entity';
import { createCampaign } from '@kvitt/flows/campaign/create-campaign';
import { moveCampaign } from '@kvitt/flows/campaign/move-campaign';
import { readCampaign } from '@kvitt/flows/campaign/read-campaign';
import { runCampaigns } from '@kvitt/flows/campaign/run-campaigns';
import { inTransaction } from '@kvitt/flows/kit/in-transaction';
import { addPerson, type Person, type Traits } from './people.ts';
import { textsOf } from './texts-of.ts';
import type { Stage } from './use-world.ts';

type Key = { billerId: string; id: string };

const CLOSED = {
  template: 'office-closed',
  words: {
    en: { closedOn: 'Jan 1', opensOn: 'Jan 2' },
    es: { closedOn: '1 de enero', opensOn: '2 de enero' },
  },
};

/** What the tests of campaigns do to them, on the world of their file. */
export function useCampaigns(stage: Stage) {
  let campaigns = 0;

  /** People of a tag of their own, and a draft for them. */
  async function draft(people: number | Traits[], changed: object = {}) {
    const { world, billerId } = stage;
    const name = `campaign-${++campaigns}`;
    const traits = typeof people === 'number' ? Array.from({ length: people }, () => ({})) : people;
    const persons: Person[] = [];
    for (const each of traits) persons.push(await addPerson(world, billerId, { card: null, ...each }));
    const em = world.ctx.em.fork();
    for (const { accountId } of persons) {
      const { customerId } = await em.findOneOrFail(Account, { billerId, id: accountId });
      await em.execute('insert into customer_tag values (?, ?, ?, now())', [billerId, customerId, name]);
    }
    const read = readCampaign({ name, ...CLOSED, audience: { tags: [name] }, holdoutPercent: 0, ...changed });
    if (read.kind === 'refused') throw new Error(read.problems.join('; '));
    const made = await createCampaign(world.ctx, { billerId, plan: read.plan, actor: 'ada' });
    if (made.kind === 'refused') throw new Error(made.refusal);
    return { persons, key: { billerId, id: made.campaignId } };
  }

  async function move({ billerId, id }: Key, act: 'schedule' | 'pause' | 'resume' | 'cancel') {
    const { ctx } = stage.world;
    const startAt = ctx.clock.now();
    return inTransaction(ctx, (tx) =>
      moveCampaign(tx, { billerId, campaignId: id, act, actor: 'ada', startAt }),
    );
  }

  const campaignOf = (key: Key) => stage.world.ctx.em.fork().findOneOrFail(Campaign, key);
  const resultsOf = (key: Key) => countResults(stage.world.ctx.em.fork(), key, 7);
  const templatesOf = async (person: Person) =>
    (await textsOf(stage.world, person)).map(({ template, state }) => [template, state]);

  /** Takes every campaign's steps until none has more to do, without sending. */
  async function runDry(): Promise<void> {
    while ((await runCampaigns(stage.world.ctx)) > 0);
  }

  return { draft, move, campaignOf, resultsOf, templatesOf, runDry };
}
