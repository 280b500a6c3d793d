import { AccountPhone } from '@kvitt/db/customer/account-phone.entity';
import { ASSUMED_PRICES } from '@kvitt/domain/message/price/price-of-part';
import { moveCampaign } from '@kvitt/flows/campaign/move-campaign';
import { previewCampaign } from '@kvitt/flows/campaign/preview-campaign';
import { changeConsent } from '@kvitt/flows/consent/change-consent';
import { inTransaction } from '@kvitt/flows/kit/in-transaction';
import type { Person } from '@kvitt/testing/people';
import { textsOf } from '@kvitt/testing/texts-of';
import { useCampaigns } from '@kvitt/testing/use-campaigns';
import { useWorld } from '@kvitt/testing/use-world';
import { describe, expect, it } from 'vitest';

const stage = useWorld();
const { draft, move, campaignOf, resultsOf, templatesOf, runDry } = useCampaigns(stage);

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
