import { ASSUMED_PRICES } from '@kvitt/domain/message/price/price-of-part';
import { previewCampaign } from '@kvitt/flows/campaign/preview-campaign';
import { runCampaign } from '@kvitt/flows/campaign/run-campaign';
import { runCampaigns } from '@kvitt/flows/campaign/run-campaigns';
import { inTransaction } from '@kvitt/flows/kit/in-transaction';
import { OUR_NUMBER } from '@kvitt/testing/open-world';
import { codeIn } from '@kvitt/testing/read-words';
import { useCampaigns } from '@kvitt/testing/use-campaigns';
import { useWorld } from '@kvitt/testing/use-world';
import { describe, expect, it } from 'vitest';

const stage = useWorld();
const { draft, move, campaignOf, resultsOf, templatesOf, runDry } = useCampaigns(stage);

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
