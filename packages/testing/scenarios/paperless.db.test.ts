import { ConsentEvent } from '@kvitt/db/consent/consent-event.entity';
import { findStanding } from '@kvitt/db/consent/find-standing';
import { Credit } from '@kvitt/db/credit/credit.entity';
import { Account } from '@kvitt/db/customer/account.entity';
import { Customer } from '@kvitt/db/customer/customer.entity';
import { Phone } from '@kvitt/db/customer/phone.entity';
import { sampleCode } from '@kvitt/flows/consent/sample-code';
import { inTransaction } from '@kvitt/flows/kit/in-transaction';
import { makeLink } from '@kvitt/flows/session/make-link';
import { addPerson, type Person } from '@kvitt/testing/people';
import { openBrowser, type PortalBrowser } from '@kvitt/testing/portal-browser';
import { useWorld } from '@kvitt/testing/use-world';
import { viewOf } from '@kvitt/testing/visit-page';
import { describe, expect, it } from 'vitest';

const stage = useWorld();
const em = () => stage.world.ctx.em.fork();

async function addReader(): Promise<{ cindy: Person; browser: PortalBrowser }> {
  const { world, billerId } = stage;
  const cindy = await addPerson(world, billerId);
  const account = await em().findOneOrFail(Account, { billerId, id: cindy.accountId });
  await em().nativeUpdate(Customer, { billerId, id: account.customerId }, { postalCode: '60614' });
  const invoiceId = await cindy.issue(8420);
  const browser = openBrowser(await inTransaction(world.ctx, (tx) => makeLink(tx, { billerId, invoiceId })));
  await browser.post('/unlock', { way: 'postal-code', given: '60614', next: 'paperless' });
  return { cindy, browser };
}

const stepOf = async (browser: PortalBrowser) =>
  viewOf(await browser.get('/paperless'), 'paperless').paperless;

const codeFor = (cindy: Person, wordingKey: string) =>
  sampleCode(stage.world.ctx.ids, cindy.accountId, wordingKey);

async function agree(cindy: Person, browser: PortalBrowser) {
  const { wordingKey } = await stepOf(browser);
  const code = codeFor(cindy, wordingKey);
  return browser.post('/paperless', { act: 'on', wordingKey, code, agree: 'on' });
}

const phoneIdOf = async ({ phone }: Person) =>
  (await em().findOneOrFail(Phone, { billerId: stage.billerId, e164: `+${phone}` })).id;

const standingOf = async (cindy: Person) => findStanding(em(), stage.billerId, await phoneIdOf(cindy));

describe('going without paper', () => {
  it('takes the code of the sample bill and a tick, and writes what was shown into the ledger', async () => {
    const { cindy, browser } = await addReader();
    const before = await stepOf(browser);
    expect(before).toMatchObject({ isOn: false, gift: { minor: 500 } });
    const pdf = await browser.get('/sample-bill.pdf');
    expect(pdf.headers.get('content-type')).toBe('application/pdf');
    expect((await agree(cindy, browser)).location).toContain('/paperless?done=on');
    expect(await stepOf(browser)).toMatchObject({ isOn: true });
    const { billerId } = stage;
    const [event] = await em().find(
      ConsentEvent,
      { billerId, phoneId: await phoneIdOf(cindy), purpose: 'paperless' },
      { orderBy: { seq: 'desc' } },
    );
    expect(event).toMatchObject({
      act: 'granted',
      channel: 'web',
      wordingKey: 'paperless@1',
      wording: before.words.join('\n'),
      evidence: { opened: 'sample-bill.pdf', code: codeFor(cindy, 'paperless@1') },
    });
    expect(JSON.stringify(event?.evidence)).not.toContain('127.0.0.1');
  });

  it('takes nothing without the code, and nothing without the tick', async () => {
    const { cindy, browser } = await addReader();
    const { wordingKey } = await stepOf(browser);
    const right = codeFor(cindy, wordingKey);
    const wrong = right === '000000' ? '000001' : '000000';
    const missed = await browser.post('/paperless', { act: 'on', wordingKey, code: wrong, agree: 'on' });
    expect(viewOf(missed, 'paperless').paperless.problem).toBe('wrong-code');
    const unticked = await browser.post('/paperless', { act: 'on', wordingKey, code: right });
    expect(viewOf(unticked, 'paperless').paperless.problem).toBe('not-agreed');
    expect((await standingOf(cindy)).paperless).toBeUndefined();
  });

  it('asks again where the words have changed since they were shown', async () => {
    const { cindy, browser } = await addReader();
    const code = codeFor(cindy, 'paperless@1');
    const order = { act: 'on', wordingKey: 'paperless@0', code, agree: 'on' };
    const { problem } = viewOf(await browser.post('/paperless', order), 'paperless').paperless;
    expect(problem).toBe('new-wording');
    expect((await standingOf(cindy)).paperless).toBeUndefined();
  });

  it('brings paper back from the page and by text, and may be agreed to again', async () => {
    const { cindy, browser } = await addReader();
    await agree(cindy, browser);
    expect((await browser.post('/paperless', { act: 'off' })).location).toContain('done=off');
    expect((await standingOf(cindy)).paperless).toBe('revoked');
    await agree(cindy, browser);
    expect((await standingOf(cindy)).paperless).toBe('express');
    await cindy.says('PAPER');
    expect((await standingOf(cindy)).paperless).toBe('revoked');
  });

  it('is not for a phone that said STOP: without texts, bills come on paper', async () => {
    const { cindy, browser } = await addReader();
    await agree(cindy, browser);
    await cindy.says('STOP');
    expect(await stepOf(browser)).toMatchObject({ isOn: false, problem: 'stopped' });
    const again = await agree(cindy, browser);
    expect(viewOf(again, 'paperless').paperless.problem).toBe('stopped');
  });
});

describe('the credit for going without paper', () => {
  const creditsOf = ({ accountId }: Person) =>
    em().find(Credit, { billerId: stage.billerId, accountId }, { orderBy: { grantedAt: 'asc' } });

  it('is granted with the agreement, taken off the open bill, and said by text; once, however often they agree', async () => {
    const { cindy, browser } = await addReader();
    await agree(cindy, browser);
    await stage.world.pass(60_000, 10_000);
    expect(cindy.texts().some(({ text }) => text.includes('A credit of $5.00 was added'))).toBe(true);
    await cindy.says('BAL');
    expect(cindy.lastText()).toContain('$79.20');
    await cindy.says('PAPER');
    expect((await creditsOf(cindy)).map(({ endedAs }) => endedAs)).toEqual(['taken-back']);
    await cindy.says('BAL');
    expect(cindy.lastText()).toContain('$84.20');
    await agree(cindy, browser);
    expect(await creditsOf(cindy)).toHaveLength(1);
  });
});
