import { Campaign } from '@kvitt/db/campaign/campaign.entity';
import { countResults } from '@kvitt/db/campaign/count-results';
import { Account } from '@kvitt/db/customer/account.entity';
import { AccountPhone } from '@kvitt/db/customer/account-phone.entity';
import { ASSUMED_PRICES } from '@kvitt/domain/message/price/price-of-part';
import { createCampaign } from '@kvitt/flows/campaign/create-campaign';
import { moveCampaign } from '@kvitt/flows/campaign/move-campaign';
import { previewCampaign } from '@kvitt/flows/campaign/preview-campaign';
import { readCampaign } from '@kvitt/flows/campaign/read-campaign';
import { runCampaign } from '@kvitt/flows/campaign/run-campaign';
import { runCampaigns } from '@kvitt/flows/campaign/run-campaigns';
import { changeConsent } from '@kvitt/flows/consent/change-consent';
import { inTransaction } from '@kvitt/flows/kit/in-transaction';
import { OUR_NUMBER } from '@kvitt/testing/open-world';
import { addPerson, type Person, type Traits } from '@kvitt/testing/people';
import { codeIn } from '@kvitt/testing/read-words';
import { textsOf } from '@kvitt/testing/texts-of';
import { useWorld } from '@kvitt/testing/use-world';
import { describe, expect, it } from 'vitest';

const stage = useWorld();

let campaigns = 0;

const CLOSED = {
  template: 'office-closed',
  words: {
    en: { closedOn: 'Jan 1', opensOn: 'Jan 2' },
    es: { closedOn: '1 de enero', opensOn: '2 de enero' },
  },
};

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

type Key = { billerId: string; id: string };

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

describe('a campaign', () => {
  it('texts everyone in its audience once, in their language, and is done', async () => {
    const { persons, key } = await draft([{ firstName: 'Ada' }, { language: 'es' }]);
    await move(key, 'schedule');
    await stage.world.pass(10_000);
    expect(persons.map((person) => person.lastText())).toEqual([
      expect.stringContaining('Jan 1'),
      expect.stringContaining('1 de enero'),
    ]);
    await stage.world.pass(120_000, 10_000);
    expect((await campaignOf(key)).state).toBe('done');
    for (const person of persons) expect(await templatesOf(person)).toEqual([['office-closed', 'delivered']]);
    expect((await resultsOf(key)).counts).toMatchObject({ sent: 2, delivered: 2, waiting: 0, heldOut: 0 });
  });

  it('texts nobody whom the rules protect, and says why of each; the preview has said the same', async () => {
    const { persons, key } = await draft([{}, { hasConsent: false }, { lineType: 'landline' }]);
    const campaign = await campaignOf(key);
    const preview = await previewCampaign(stage.world.ctx, campaign, {
      at: stage.world.ctx.clock.now(),
      prices: ASSUMED_PRICES,
    });
    expect(preview).toMatchObject({
      accounts: 3,
      texted: 1,
      later: 0,
      heldOut: 0,
      cost: { parts: 1, recipients: 1 },
    });
    expect(preview.sample).toContain('Jan 1');
    await move(key, 'schedule');
    await stage.world.pass(10_000);
    const { counts, excluded } = await resultsOf(key);
    expect(counts.sent).toBe(1);
    expect(excluded).toEqual(expect.arrayContaining(preview.excluded));
    expect(preview.excluded).toHaveLength(excluded.length);
    expect(excluded.map(({ reason }) => reason)).toContain('NOT_SMS_CAPABLE');
    expect(persons.map((person) => person.texts().length)).toEqual([1, 0, 0]);
  });

  it('that advertises reaches nobody who agreed to bills alone', async () => {
    const news = { template: 'news', words: { en: { news: 'We won an award.' } } };
    const { persons, key } = await draft(2, news);
    await move(key, 'schedule');
    await stage.world.pass(10_000);
    for (const person of persons) expect(person.texts()).toEqual([]);
    expect((await resultsOf(key)).counts.sent).toBe(0);
    expect((await resultsOf(key)).excluded[0]?.count).toBe(2);
  });

  it('knows flags and the biller’s rules as every text does, and keeps what it decided by', async () => {
    const { world, billerId } = stage;
    const { persons, key } = await draft(3);
    const [flagged, blocked] = persons;
    const em = world.ctx.em.fork();
    const now = world.ctx.clock.now();
    await em.execute(
      'insert into contact_flag (biller_id, id, account_id, code, since) values (?, ?, ?, ?, ?)',
      [billerId, world.ctx.ids.next(), flagged?.accountId, 'cease', now],
    );
    await em.execute(
      `insert into contact_rule (biller_id, id, account_id, kind, rule, created_at) values (?, ?, ?, 'block', ?::jsonb, ?)`,
      [
        billerId,
        world.ctx.ids.next(),
        blocked?.accountId,
        '{"id": "BY-LETTER", "categories": ["info"]}',
        now,
      ],
    );
    const preview = await previewCampaign(world.ctx, await campaignOf(key), {
      at: now,
      prices: ASSUMED_PRICES,
    });
    await move(key, 'schedule');
    await world.pass(10_000);
    const { excluded } = await resultsOf(key);
    expect(excluded).toEqual([
      { reason: 'BLOCK:BY-LETTER', count: 1 },
      { reason: 'CEASE_COMMUNICATION', count: 1 },
    ]);
    expect(preview.excluded).toEqual(expect.arrayContaining(excluded));
    const kept = await em.execute(
      `select inputs ->> 'category' as category from campaign_text
        where campaign_id = ? and state = 'excluded' and policy_version is not null`,
      [key.id],
    );
    expect(kept).toEqual([{ category: 'info' }, { category: 'info' }]);
  });

  it('that advertises is judged by the consent to advertising again when it is claimed', async () => {
    const { ctx } = stage.world;
    const news = { template: 'news', words: { en: { news: 'We won an award.' } } };
    const { persons, key } = await draft(2, news);
    const change = async (person: Person | undefined, act: 'granted' | 'revoked') => {
      const phone = await ctx.em.fork().findOneOrFail(AccountPhone, { accountId: person?.accountId ?? '' });
      const said = {
        purpose: 'marketing' as const,
        channel: 'web' as const,
        wording: act,
        actor: 'customer',
      };
      await inTransaction(ctx, (tx) =>
        changeConsent(tx, { billerId: key.billerId, phoneId: phone.phoneId, act, ...said }),
      );
    };
    for (const person of persons) await change(person, 'granted');
    await move(key, 'schedule');
    await runDry();
    await change(persons[0], 'revoked');
    await stage.world.pass(10_000);
    expect(persons.map((person) => person.texts().length)).toEqual([0, 1]);
    const texts = await textsOf(stage.world, persons[0] as Person);
    expect(texts).toEqual([{ template: 'news', state: 'skipped', reason: 'CONSENT_REVOKED_MARKETING' }]);
  });

  it('keeps to its pace', async () => {
    const { persons, key } = await draft(5, { perMinute: 2 });
    const texted = () => persons.filter((person) => person.texts().length > 0).length;
    await move(key, 'schedule');
    await stage.world.pass(5_000);
    expect(texted()).toBe(2);
    await stage.world.pass(60_000, 5_000);
    expect(texted()).toBe(4);
    await stage.world.pass(60_000, 5_000);
    expect(texted()).toBe(5);
  });

  it('that waits for its hour begins when it comes, and not before', async () => {
    const { persons, key } = await draft(1);
    const { ctx, world } = { ctx: stage.world.ctx, world: stage.world };
    const startAt = new Date(ctx.clock.now().getTime() + 3_600_000);
    const order = {
      billerId: key.billerId,
      campaignId: key.id,
      act: 'schedule' as const,
      actor: 'ada',
      startAt,
    };
    await inTransaction(ctx, (tx) => moveCampaign(tx, order));
    await world.pass(3_500_000, 500_000);
    expect(persons[0]?.texts()).toEqual([]);
    await world.pass(200_000, 50_000);
    expect(persons[0]?.texts()).toHaveLength(1);
  });
});

describe('a pause', () => {
  it('takes what waits out of the outbox at once; resumed, each gets one text', async () => {
    const { persons, key } = await draft(3);
    await move(key, 'schedule');
    await runDry();
    expect(await move(key, 'pause')).toEqual({ kind: 'moved', state: 'paused', takenBack: 3 });
    await stage.world.pass(60_000, 10_000);
    for (const person of persons) expect(person.texts()).toEqual([]);
    await move(key, 'resume');
    await stage.world.pass(60_000, 10_000);
    for (const person of persons) expect(person.texts()).toHaveLength(1);
  });

  it('is refused where the campaign is over', async () => {
    const { key } = await draft(1);
    await move(key, 'cancel');
    expect(await move(key, 'pause')).toEqual({ kind: 'refused', state: 'cancelled' });
    expect(await move(key, 'resume')).toEqual({ kind: 'refused', state: 'cancelled' });
  });
});

describe('a cancelled campaign', () => {
  it('texts nobody more, not even those whose texts were in the outbox', async () => {
    const { persons, key } = await draft(4, { perMinute: 2 });
    await move(key, 'schedule');
    await runDry();
    expect(await move(key, 'cancel')).toEqual({ kind: 'moved', state: 'cancelled', takenBack: 2 });
    await stage.world.pass(300_000, 30_000);
    for (const person of persons) expect(person.texts()).toEqual([]);
    expect((await resultsOf(key)).counts).toMatchObject({ cancelled: 4, waiting: 0, sent: 0 });
  });
});

describe('STOP while a campaign runs', () => {
  it('takes the text that waits, and leaves out who is still to come', async () => {
    const { persons, key } = await draft(4, { perMinute: 2 });
    await move(key, 'schedule');
    await runDry();
    for (const { phone } of persons)
      await stage.world.plivo.receive({ from: phone, to: OUR_NUMBER, text: 'STOP' });
    await stage.world.plivo.idle();
    await stage.world.pass(300_000, 30_000);
    for (const person of persons) {
      const campaignTexts = (await templatesOf(person)).filter(([template]) => template === 'office-closed');
      expect(campaignTexts.filter(([, state]) => state === 'delivered' || state === 'sent')).toEqual([]);
    }
    expect((await resultsOf(key)).counts.sent).toBe(0);
  });
});

describe('the brake', () => {
  it('stops a campaign that too many opt out of, with an alarm, before the others are texted', async () => {
    const brake = { windowMinutes: 60, minSent: 4, maxOptOutPercent: 20 };
    const { persons, key } = await draft(8, { perMinute: 4, brake });
    await move(key, 'schedule');
    await stage.world.pass(5_000);
    const first = persons.filter((person) => person.texts().length > 0);
    expect(first).toHaveLength(4);
    for (const person of first.slice(0, 2)) await person.says('STOP');
    await stage.world.pass(300_000, 30_000);
    expect(await campaignOf(key)).toMatchObject({ state: 'paused', reason: 'OPT_OUT_SPIKE' });
    const later = persons.filter((person) => !first.includes(person));
    for (const person of later) expect(person.texts()).toEqual([]);
    expect(stage.world.logged.filter((line) => line.includes('campaign-brake'))).toHaveLength(1);
    await move(key, 'cancel');
  });
});

describe('a crash between two batches', () => {
  it('costs nobody a text and gives nobody two', async () => {
    const { persons, key } = await draft(6, { perMinute: 3 });
    const { ctx } = stage.world;
    await move(key, 'schedule');
    await runDry();
    await stage.world.clock.advance(60_000);
    const dying = inTransaction(ctx, async (tx) => {
      await runCampaign(tx, key);
      throw new Error('the process is gone');
    });
    await expect(dying).rejects.toThrow('gone');
    // Two workers at once, as after a restart.
    await Promise.all([runCampaigns(ctx), runCampaigns(ctx)]);
    await stage.world.pass(120_000, 20_000);
    for (const person of persons) expect(person.texts()).toHaveLength(1);
  });
});

describe('the people left out', () => {
  it('are the same however often it is asked, are decided on like the others, and are compared with them', async () => {
    const { persons, key } = await draft(
      Array.from({ length: 12 }, () => ({ card: 'fake-valid-visa-nonce' })),
      { holdoutPercent: 50 },
    );
    const now = stage.world.ctx.clock.now();
    const campaign = await campaignOf(key);
    const previews = [
      await previewCampaign(stage.world.ctx, campaign, { at: now, prices: ASSUMED_PRICES }),
      await previewCampaign(stage.world.ctx, campaign, { at: now, prices: ASSUMED_PRICES }),
    ];
    expect(previews[0]).toEqual(previews[1]);
    await move(key, 'schedule');
    await stage.world.pass(10_000);
    const { counts } = await resultsOf(key);
    expect(counts.heldOut).toBe(previews[0]?.heldOut);
    expect(counts.heldOut + counts.sent).toBe(12);
    const texted = persons.filter((person) => person.texts().length > 0);
    expect(texted).toHaveLength(counts.sent);
    const payer = texted[0] ?? persons[0];
    await payer?.issue(5000);
    await payer?.says('PAY');
    await payer?.says(`YES ${codeIn(payer.lastText())}`);
    await stage.world.pass(10_000);
    const after = (await resultsOf(key)).counts;
    expect(after.texted).toEqual({ hits: 1, of: counts.sent });
    expect(after.leftOut).toEqual({ hits: 0, of: counts.heldOut });
  });
});

describe('a campaign’s file', () => {
  it.each<[string, object, RegExp]>([
    ['with a template that is no campaign’s', { template: 'bill-ready' }, /^template: /],
    ['without what its template needs', { words: { en: { closedOn: 'Jan 1' } } }, /^words\.en\.opensOn: /],
    [
      'with words that have no place',
      { words: { en: { ...CLOSED.words.en, link: 'https://acme.example' } } },
      /has no place/,
    ],
    ['without words', { words: {} }, /^words: /],
    ['with a filter that does not exist', { audience: { age: 40 } }, /^audience: /],
    ['with a range upside down', { audience: { openMinor: { min: 2, max: 1 } } }, /min is above max/],
    ['with everybody left out', { holdoutPercent: 100 }, /^holdoutPercent: /],
    ['with a name that no command could take', { name: 'New Year!' }, /^name: /],
    [
      'with a public shortener',
      { template: 'news', words: { en: { news: 'Hi.', link: 'https://bit.ly/x' } } },
      /public shortener/,
    ],
  ])('%s is refused', (_, changed, problem) => {
    const read = readCampaign({ name: 'new-year', ...CLOSED, ...changed });
    expect(read).toMatchObject({ kind: 'refused' });
    expect(read.kind === 'refused' && read.problems.join('\n')).toMatch(problem);
  });
});
