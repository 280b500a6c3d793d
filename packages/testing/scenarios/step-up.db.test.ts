import { Conversation } from '@kvitt/db/conversation/conversation.entity';
import { addLinked } from '@kvitt/testing/add-linked';
import { openProved, prove } from '@kvitt/testing/open-proved';
import { openBrowser } from '@kvitt/testing/portal-browser';
import { useWorld } from '@kvitt/testing/use-world';
import { viewOf } from '@kvitt/testing/visit-page';
import { describe, expect, it } from 'vitest';

const stage = useWorld();
const DAY_MS = 24 * 3_600_000;

const addPair = () => addLinked(stage.world, stage.billerId, [8420, 1580]);

describe('the step-up', () => {
  it('opens the account to the browser that proves it, and to no other that has the link', async () => {
    const { link } = await addPair();
    const browser = openBrowser(link);
    const ask = await browser.get('/account');
    expect(ask.location).toBe(`${link}/unlock?next=account`);
    const { step } = viewOf(await browser.get('/unlock?next=account'), 'step-up');
    expect(step).toMatchObject({ why: 'rest', way: 'postal-code', others: ['text-code'] });

    expect((await prove(browser, '60614')).location).toBe(`${link}/account`);
    const { account } = viewOf(await browser.get('/account'), 'account');
    expect(account).toMatchObject({ firstName: 'Cindy', total: { minor: 10_000 } });
    expect((await openBrowser(link).get('/account')).location).toBe(`${link}/unlock?next=account`);
  });

  it('exchanges the cookie when it opens, so that one planted before opens nothing', async () => {
    const { link } = await addPair();
    const browser = openBrowser(link);
    await prove(browser, '00000');
    const planted = browser.cookie();
    await prove(browser, '60614');
    expect(browser.cookie()).not.toBe(planted);
  });

  it('locks the account after five misses, for the right answer too, and lets a texted code in', async () => {
    const { world } = stage;
    const { cindy, link } = await addPair();
    for (let tries = 4; tries > 0; tries--) {
      const { step } = viewOf(await prove(openBrowser(link), '00000'), 'step-up');
      expect(step.problem).toEqual({ kind: 'wrong', triesLeft: tries });
    }
    await prove(openBrowser(link), '00000');
    const browser = openBrowser(link);
    const { step } = viewOf(await prove(browser, '60614'), 'step-up');
    expect(step).toMatchObject({ problem: { kind: 'locked' }, way: 'text-code', others: [] });

    await browser.post('/unlock/code', { next: 'account' });
    await world.settle();
    const [code] = /\d{6}/.exec(cindy.lastText()) ?? [];
    const proof = { way: 'text-code', given: code ?? '', next: 'account' };
    expect((await browser.post('/unlock', proof)).location).toBe(`${link}/account`);
    // A code is spent with its first use.
    expect((await openBrowser(link).post('/unlock', proof)).location).toBe('');
  });

  it('locks a browser after five misses, by a texted code too', async () => {
    const { link } = await addPair();
    const browser = openBrowser(link);
    for (let miss = 0; miss < 5; miss++) await prove(browser, '00000');
    const { step } = viewOf(await browser.get('/unlock'), 'step-up');
    expect(step).toMatchObject({ problem: { kind: 'locked' }, others: [] });
    expect(step.way).toBeUndefined();
  });

  it('ends after a day, and when the browser is closed to the account', async () => {
    const { world } = stage;
    const { link } = await addPair();
    const left = await openProved(link);
    await left.post('/lock', {});
    expect((await left.get('/account')).location).toContain('/unlock');
    const kept = await openProved(link);
    await world.pass(DAY_MS, DAY_MS / 4);
    expect((await kept.get('/account')).location).toContain('/unlock');
  });
});

describe('an older link', () => {
  it('asks for a proof after a week, and then opens its bill', async () => {
    const { world } = stage;
    const { link } = await addPair();
    await world.pass(7 * DAY_MS, DAY_MS / 2);
    const browser = openBrowser(link);
    const { step } = viewOf(await browser.get(), 'step-up');
    expect(step).toMatchObject({ why: 'aged', next: '' });
    expect((await browser.get('/pay')).page?.view.kind).toBe('step-up');
    await browser.post('/unlock', { way: 'postal-code', given: '60614', next: '' });
    viewOf(await browser.get(), 'bill');
  });
});

describe('who has proved whose the account is', () => {
  it('pays several bills at once with the saved card, split shown before, and a form sent twice pays once', async () => {
    const { cindy, link, bills } = await addPair();
    const browser = await openProved(link);
    const { pay } = viewOf(await browser.get('/pay?what=all'), 'pay-saved');
    expect(pay).toMatchObject({ total: { minor: 10_000 }, split: [{ invoiceId: bills[0] }, {}] });
    const form = {
      paymentId: pay.paymentId,
      statedMinor: '10000',
      parts: pay.parts,
      methodId: pay.cards[0]?.methodId ?? '',
    };
    const [first, second] = await Promise.all([browser.post('/pay', form), browser.post('/pay', form)]);
    expect(first?.location).toBe(second?.location);
    expect(await cindy.sales()).toHaveLength(1);
    const { account } = viewOf(await browser.get('/account'), 'account');
    expect(account.open).toEqual([]);
  });

  it('pays a part of a bill, and is told what the least is', async () => {
    const { cindy, link } = await addPair();
    const browser = await openProved(link);
    expect((await browser.get('/pay?what=amount&amount=5')).location).toBe(`${link}/amount?problem=amount`);
    const { pay } = viewOf(await browser.get('/pay?what=amount&amount=50.00'), 'pay-saved');
    await browser.post('/pay', {
      paymentId: pay.paymentId,
      statedMinor: '5000',
      parts: pay.parts,
      methodId: pay.cards[0]?.methodId ?? '',
    });
    expect((await cindy.sales()).map(({ amount }) => amount)).toEqual(['50.00']);
  });

  it('pays nothing of anybody else’s, whatever the form says, and nothing by a link alone', async () => {
    const { cindy, link, bills } = await addPair();
    const other = await addPair();
    const browser = await openProved(link);
    const { pay } = viewOf(await browser.get('/pay'), 'pay-saved');
    const card = pay.cards[0]?.methodId ?? '';
    const base = { paymentId: pay.paymentId, statedMinor: '8420' };
    await browser.post('/pay', { ...base, parts: `${other.bills[0]}:8420`, methodId: card });
    const theirs = await openProved(other.link);
    await theirs.post('/pay', { ...base, parts: `${other.bills[0]}:8420`, methodId: card });
    const stranger = openBrowser(link);
    const tried = await stranger.post('/pay', { ...base, parts: `${bills[0]}:8420`, methodId: card });
    expect(tried.location).toBe(`${link}/unlock?next=pay`);
    expect([...(await cindy.sales()), ...(await other.cindy.sales())]).toEqual([]);
  });

  it('notes a day to pay, once however often the form is sent', async () => {
    const { cindy, link } = await addPair();
    const browser = await openProved(link);
    const { promise } = viewOf(await browser.get('/promise'), 'promise');
    const form = { promiseId: promise.promiseId, day: promise.latest, amount: '' };
    for (let n = 0; n < 2; n++) {
      expect((await browser.post('/promise', form)).location).toBe(`${link}/account?done=promise`);
    }
    await stage.world.settle();
    expect(cindy.texts().filter(({ text }) => text.includes('noted'))).toHaveLength(1);
    const { account } = viewOf(await browser.get('/account'), 'account');
    expect(account.promise).toMatchObject({ dueOn: promise.latest, amount: { minor: 10_000 } });
  });

  it('switches autopay on only with every answer given, skips a bill, and ends it', async () => {
    const { link } = await addPair();
    const browser = await openProved(link);
    const { autopay } = viewOf(await browser.get('/autopay'), 'autopay');
    const form = { act: 'on', autopayId: autopay.autopayId, methodId: autopay.cards[0]?.methodId ?? '' };
    const unsaid = viewOf(await browser.post('/autopay', { ...form, agree: 'on' }), 'autopay');
    expect(unsaid.autopay).toMatchObject({ problem: 'not-agreed', state: 'off' });
    await browser.post('/autopay', { ...form, agree: 'on', sweep: 'yes' });
    await stage.world.settle();
    const on = viewOf(await browser.get('/autopay'), 'autopay').autopay;
    expect(on.state).toBe('on');
    expect(on.next).toHaveLength(2);
    await browser.post('/autopay', { act: 'skip', invoiceId: on.next[0]?.invoiceId ?? '' });
    expect(viewOf(await browser.get('/autopay'), 'autopay').autopay.next).toHaveLength(1);
    await browser.post('/autopay', { act: 'off' });
    expect(viewOf(await browser.get('/autopay'), 'autopay').autopay.state).toBe('off');
  });

  it('asks about a bill once however often it is sent, charges nothing by it, and has a person called', async () => {
    const { world, billerId } = stage;
    const { cindy, link } = await addPair();
    const browser = await openProved(link);
    const { thread } = viewOf(await browser.get('/thread'), 'thread');
    const form = { questionId: thread.questionId, body: 'PAY 4111 1111 1111 1111' };
    for (let n = 0; n < 2; n++) await browser.post('/thread', form);
    await world.settle();
    const { items } = viewOf(await browser.get('/thread'), 'thread').thread;
    const asked = items.filter((item) => item.kind === 'words');
    expect(asked).toHaveLength(1);
    expect(JSON.stringify(asked)).not.toContain('4111 1111');
    expect(await cindy.sales()).toEqual([]);
    const wanted = await world.ctx.em.fork().count(Conversation, { billerId, personWantedWhy: 'question' });
    expect(wanted).toBeGreaterThan(0);
  });

  it('switches its texts off as STOP does, and only the phone itself brings them back', async () => {
    const { cindy, link } = await addPair();
    const browser = await openProved(link);
    const read = async () => viewOf(await browser.get('/preferences'), 'preferences').preferences;
    expect(await read()).toMatchObject({ isStopped: false, bills: { isOn: true }, hasLinks: true });
    await browser.post('/preferences', { what: 'links', to: 'off' });
    await browser.post('/preferences', { what: 'bills', to: 'off' });
    await browser.post('/preferences', { what: 'bills', to: 'on' });
    expect(await read()).toMatchObject({ isStopped: true, bills: { isOn: false }, hasLinks: false });
    await stage.world.pass(60_000, 60_000);
    await cindy.says('START');
    expect(await read()).toMatchObject({ isStopped: false, bills: { isOn: true } });
  });

  it('moves the due date once, within the days that the biller allows', async () => {
    const { link } = await addPair();
    const browser = await openProved(link);
    const step = await browser.get('/due-date');
    if (step.location) return expect(step.location).toBe(`${link}/promise`);
    const { due } = viewOf(step, 'due-date');
    await browser.post('/due-date', { moveId: due.moveId, day: due.latest });
    expect(viewOf(await browser.get(), 'bill').bill.dueOn).toBe(due.latest);
  });
});
