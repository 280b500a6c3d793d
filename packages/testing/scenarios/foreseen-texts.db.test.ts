import type { Coming } from '@kvitt/api/portal/preference-view';
import { Message } from '@kvitt/db/message/message.entity';
import { addDays } from '@kvitt/domain/time/add-days';
import { localDate } from '@kvitt/domain/time/local-date';
import { addLinked, type Linked } from '@kvitt/testing/add-linked';
import { openProved } from '@kvitt/testing/open-proved';
import type { PortalBrowser } from '@kvitt/testing/portal-browser';
import { useWorld } from '@kvitt/testing/use-world';
import { viewOf } from '@kvitt/testing/visit-page';
import { describe, expect, it } from 'vitest';

const stage = useWorld();

type Owner = Linked & { browser: PortalBrowser };

async function addOwner(amounts: readonly [number, ...number[]]): Promise<Owner> {
  const linked = await addLinked(stage.world, stage.billerId, amounts);
  return { ...linked, browser: await openProved(linked.link) };
}

async function foreseen(
  { browser }: Owner,
  ...kinds: readonly Coming['kind'][]
): Promise<[string, string, string][]> {
  const { coming } = viewOf(await browser.get('/preferences'), 'preferences').preferences;
  return coming
    .filter(({ kind }) => kinds.length === 0 || kinds.includes(kind))
    .map(({ kind, on, number }) => [kind, on, number]);
}

const today = () => localDate(stage.world.ctx.clock.now(), 'America/Chicago');

async function switchAutopayOn({ browser }: Owner): Promise<void> {
  const { autopay } = viewOf(await browser.get('/autopay'), 'autopay');
  const methodId = autopay.cards[0]?.methodId ?? '';
  const form = { act: 'on', autopayId: autopay.autopayId, methodId, agree: 'on', sweep: 'yes' };
  await browser.post('/autopay', form);
  await stage.world.settle();
}

async function startPlan({ browser }: Owner): Promise<readonly { dueOn: string }[]> {
  const first = addDays(today(), 7);
  const { plan } = viewOf(await browser.get(`/plan?parts=3&pace=two-weeks&first=${first}`), 'plan');
  if (plan.step !== 'agree') throw new Error(plan.step);
  const { planId, wordingKey, due, parts, pace } = plan;
  const form = {
    act: 'start',
    planId,
    wordingKey,
    statedMinor: String(due.minor),
    parts: String(parts.length),
  };
  await browser.post('/plan', { ...form, pace, first: parts[0]?.dueOn ?? '', agree: 'on' });
  await stage.world.settle();
  return parts;
}

describe('what will be texted this month', () => {
  it('is each part of a plan before its day, and none that the month does not reach', async () => {
    const owner = await addOwner([9_000]);
    const parts = await startPlan(owner);
    const last = addDays(today(), 31);
    const expected = parts
      .map(({ dueOn }, at) => ['part', dueOn, String(at + 1)] as const)
      .filter(([, dueOn]) => dueOn <= last);
    const said = await foreseen(owner, 'part');
    expect(said.length).toBeGreaterThan(0);
    expect(said.map(([, , number]) => number)).toEqual(expected.map(([, , number]) => number));
    for (const [at, [, on]] of said.entries()) {
      expect(on >= today() && on <= (expected[at]?.[1] ?? '')).toBe(true);
    }
    expect(await foreseen(owner, 'reminder')).toEqual([]);
  });

  it('is word of each charge and its receipt where autopay is on, and nothing else of these bills', async () => {
    const owner = await addOwner([8_420]);
    await switchAutopayOn(owner);
    const [next] = viewOf(await owner.browser.get('/autopay'), 'autopay').autopay.next;
    if (!next) throw new Error('nothing is planned');
    const said = await foreseen(owner);
    expect(said.at(-1)).toEqual(['receipt', next.chargeOn, next.number]);
    expect(said.slice(0, -1).map(([kind, , number]) => [kind, number])).toEqual([['charge', next.number]]);
  });

  it('is the day that was promised, and no reminder before it', async () => {
    const owner = await addOwner([8_420]);
    const { promise } = viewOf(await owner.browser.get('/promise'), 'promise');
    const { promiseId, latest } = promise;
    await owner.browser.post('/promise', { promiseId, day: latest });
    await stage.world.settle();
    const said = await foreseen(owner);
    expect(said).toContainEqual(['promise', latest, expect.stringMatching(/./)]);
    expect(said.filter(([kind, on]) => kind === 'reminder' && on <= latest)).toEqual([]);
  });

  it('is nothing once texts about bills are off', async () => {
    const owner = await addOwner([8_420]);
    await switchAutopayOn(owner);
    await owner.browser.post('/preferences', { what: 'bills', to: 'off' });
    expect(await foreseen(owner)).toEqual([]);
  });
});

describe('a page that was gone back to', () => {
  it('asks another question with other words, and the same one once', async () => {
    const owner = await addOwner([8_420]);
    const { thread } = viewOf(await owner.browser.get('/thread'), 'thread');
    const { questionId } = thread;
    const ask = (body: string) =>
      owner.browser.post('/thread', { questionId, line: '', concern: 'question', body });
    await ask('Why is it more?');
    await ask('Why is it more?');
    await ask('And what is the fee for?');
    const [invoiceId] = owner.bills;
    const asked = await stage.world.ctx.em
      .fork()
      .find(Message, { invoiceId, template: 'page-question' }, { orderBy: { createdAt: 'asc', id: 'asc' } });
    expect(asked.map(({ body }) => body).sort()).toEqual(['And what is the fee for?', 'Why is it more?']);
  });

  it('moves a promise to the other day that is chosen there', async () => {
    const owner = await addOwner([8_420]);
    const { promiseId, latest } = viewOf(await owner.browser.get('/promise'), 'promise').promise;
    const earlier = addDays(latest, -2);
    for (const day of [latest, earlier, earlier]) await owner.browser.post('/promise', { promiseId, day });
    const { account } = viewOf(await owner.browser.get('/account'), 'account');
    expect(account.promise?.dueOn).toBe(earlier);
  });
});
