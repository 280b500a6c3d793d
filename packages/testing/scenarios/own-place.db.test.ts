import { Conversation } from '@kvitt/db/conversation/conversation.entity';
import { Account } from '@kvitt/db/customer/account.entity';
import { AccountPhone } from '@kvitt/db/customer/account-phone.entity';
import { Customer } from '@kvitt/db/customer/customer.entity';
import { Phone } from '@kvitt/db/customer/phone.entity';
import { Message } from '@kvitt/db/message/message.entity';
import { PaymentMethod } from '@kvitt/db/payment/payment-method.entity';
import { hashToken } from '@kvitt/db/session/hash-token';
import { PortalLink } from '@kvitt/db/session/portal-link.entity';
import { WorkItem } from '@kvitt/db/work/work-item.entity';
import { inTransaction } from '@kvitt/flows/kit/in-transaction';
import { makeLink } from '@kvitt/flows/session/make-link';
import { latestPayment } from '@kvitt/testing/land-late';
import { addPerson, type Person } from '@kvitt/testing/people';
import { openBrowser, type PortalBrowser } from '@kvitt/testing/portal-browser';
import { useWorld } from '@kvitt/testing/use-world';
import { payOnLink, viewOf, visitPage } from '@kvitt/testing/visit-page';
import { beforeEach, describe, expect, it } from 'vitest';

const stage = useWorld();
const HOUR_MS = 3_600_000;
const em = () => stage.world.ctx.em.fork();

interface Owner {
  cindy: Person;
  browser: PortalBrowser;
  link: string;
  invoiceId: string;
}

async function addOwner(): Promise<Owner> {
  const { world, billerId } = stage;
  const cindy = await addPerson(world, billerId);
  const account = await em().findOneOrFail(Account, { billerId, id: cindy.accountId });
  const known = { postalCode: '60614', dateOfBirth: '1980-04-02' };
  await em().nativeUpdate(Customer, { billerId, id: account.customerId }, known);
  const invoiceId = await cindy.issue(8420);
  const link = await inTransaction(world.ctx, (tx) => makeLink(tx, { billerId, invoiceId }));
  const browser = openBrowser(link);
  await browser.post('/unlock', { way: 'postal-code', given: '60614', next: 'account' });
  return { cindy, browser, link, invoiceId };
}

async function invite({ browser }: Owner): Promise<{ url: string; inviteId: string }> {
  const { payers } = viewOf(await browser.get('/payers'), 'payers');
  const order = { act: 'invite', inviteId: payers.inviteId, forWhom: 'Mum' };
  const made = viewOf(await browser.post('/payers', order), 'payers').payers;
  return { url: made.made ?? '', inviteId: made.invites[0]?.inviteId ?? '' };
}

describe('somebody else who pays', () => {
  it('pays the bill by their own link with their own card, which is not kept; both have a receipt', async () => {
    const owner = await addOwner();
    const { url } = await invite(owner);
    const { bill } = viewOf(await visitPage(url), 'bill');
    expect(bill.maskedName).toContain('•');
    await payOnLink(url, { nonce: 'fake-valid-mastercard-nonce', keepCard: 'on' });
    await stage.world.settle();
    expect(owner.cindy.lastText()).toContain('84.20');
    const { billerId } = stage;
    const kept = { billerId, accountId: owner.cindy.accountId, removedAt: null };
    expect((await em().find(PaymentMethod, kept)).map(({ brand }) => brand)).not.toContain('Mastercard');
    // Their receipt is theirs to take along, at an address that outlives the link that they paid by.
    const { id } = await latestPayment(stage.world, owner.cindy.accountId);
    const taken = await visitPage(`${url}/payments/${id}/share`, { method: 'POST' });
    const { receipt } = viewOf(await visitPage(taken.location), 'shared-receipt');
    expect(receipt.amount.minor).toBe(8420);
  });

  it('is texted the bill where theirs is another phone of the account that agreed, once a day, and no phone else', async () => {
    const owner = await addOwner();
    const { billerId } = stage;
    const text = (phoneId: string) => owner.browser.post('/payers', { act: 'text', phoneId });
    const stranger = await addPerson(stage.world, billerId);
    const phoneIdOf = async ({ phone }: Person) =>
      (await em().findOneOrFail(Phone, { billerId, e164: `+${phone}` })).id;
    const refused = viewOf(await text(await phoneIdOf(stranger)), 'payers').payers;
    expect(refused.problem).toBe('cannot-text');
    const { accountId } = owner.cindy;
    const phoneId = await phoneIdOf(stranger);
    const since = stage.world.ctx.clock.now();
    await em().insert(AccountPhone, { billerId, accountId, phoneId, role: 'other', since });
    await text(phoneId);
    await text(phoneId);
    await stage.world.settle();
    const bills = stranger.texts().filter((one) => one.text.includes('You were asked to see to bill'));
    expect(bills).toHaveLength(1);
    const [link = ''] = /https?:\S+/.exec(bills[0]?.text ?? '') ?? [];
    expect(viewOf(await visitPage(link), 'bill').bill.amountDue.minor).toBe(8420);

    await stranger.says('STOP');
    // The next day, and the browser is still open.
    await stage.world.clock.advance(20 * HOUR_MS);
    expect(viewOf(await text(phoneId), 'payers').payers.problem).toBe('cannot-text');
    // On to the hour of the day at which the others begin: texts wait for the morning.
    await stage.world.clock.advance(4 * HOUR_MS);
  });

  it('opens nothing of the account, not even to a browser that has proved whose it is', async () => {
    const owner = await addOwner();
    const { url } = await invite(owner);
    for (const below of ['/account', '/thread', '/unlock', '/own-data', '/payers']) {
      expect((await visitPage(`${url}${below}`)).location).toBe(url);
    }
    const guest = openBrowser(url);
    const proof = { way: 'postal-code', given: '60614', next: 'account' };
    expect((await guest.post('/unlock', proof)).location).toBe(url);
    const headers = { cookie: owner.browser.cookie() };
    expect((await visitPage(url, { headers })).page).toMatchObject({ isUnlocked: false, isGuest: true });
    await guest.post('/fresh', {});
    await guest.post('/unlock/code', { next: '' });
    await stage.world.settle();
    expect(owner.cindy.texts().filter(({ text }) => /code|link/i.test(text))).toEqual([]);
  });

  it('is shut out when the customer takes the link back, and by itself after two weeks', async () => {
    const owner = await addOwner();
    const { url, inviteId } = await invite(owner);
    await owner.browser.post('/payers', { act: 'end', inviteId });
    viewOf(await visitPage(url), 'guest-over');
    const other = await invite(owner);
    const which = { tokenHash: hashToken(other.url.split('/').at(-1) ?? '') };
    const { createdAt, expiresAt } = await em().findOneOrFail(PortalLink, which);
    expect(expiresAt.getTime() - createdAt.getTime()).toBe(14 * 24 * HOUR_MS);
    await em().nativeUpdate(PortalLink, which, { expiresAt: stage.world.ctx.clock.now() });
    viewOf(await visitPage(other.url), 'guest-over');
  });
});

describe('hours of one’s own', () => {
  it('hold back what comes unasked, and are lifted again', async () => {
    const { cindy, browser } = await addOwner();
    // It is ten in the morning there.
    await browser.post('/preferences', { what: 'hours', from: '14', until: '18' });
    const { preferences } = viewOf(await browser.get('/preferences'), 'preferences');
    expect(preferences.hours).toEqual({ fromHour: 14, toHour: 18, isWeekdaysOnly: false });
    await cindy.announce();
    await stage.world.settle();
    expect(cindy.texts()).toEqual([]);
    const waiting = viewOf(await browser.get('/preferences'), 'preferences').preferences.coming;
    expect(waiting.map(({ kind }) => kind)).toContain('waiting');
    await browser.post('/preferences', { what: 'any-hour' });
    expect(viewOf(await browser.get('/preferences'), 'preferences').preferences.hours).toBeUndefined();
  });

  it('are refused where nothing would fit into them', async () => {
    const { browser } = await addOwner();
    const answer = await browser.post('/preferences', { what: 'hours', from: '18', until: '9' });
    expect(viewOf(answer, 'preferences').preferences.problem).toBe('too-narrow');
  });
});

describe('a line that is wrong', () => {
  it('calls a person with the line named, and charges nothing', async () => {
    const { browser, cindy } = await addOwner();
    const { thread } = viewOf(await browser.get('/thread'), 'thread');
    await browser.post('/thread', { questionId: thread.questionId, body: 'Twice', concern: 'wrong' });
    const { billerId } = stage;
    const phone = await em().findOneOrFail(Phone, { billerId, e164: `+${cindy.phone}` });
    const conversation = await em().findOneOrFail(Conversation, { billerId, phoneId: phone.id });
    expect(conversation.personWantedWhy).toBe('line-disputed');
  });
});

describe('another phone', () => {
  // Each browser may try so often a minute, and all of these tests stand at one instant.
  beforeEach(() => stage.world.pass(120_000, 60_000));

  async function addNumber({ browser, cindy }: Owner): Promise<string> {
    const phone = cindy.phone.replace('1212', '1646');
    const asked = viewOf(
      await browser.post('/phones', { act: 'add', phone: `+${phone}`, agree: 'on' }),
      'phones',
    );
    await stage.world.settle();
    const [code = ''] = /\d{6}/.exec(stage.world.plivo.texts({ to: phone }).at(-1)?.text ?? '') ?? [];
    const { joinId = '', phoneTail = '' } = asked.phones.code ?? {};
    await browser.post('/phones', { act: 'code', joinId, phoneTail, code });
    const row = await em().findOneOrFail(Phone, { billerId: stage.billerId, e164: `+${phone}` });
    return row.id;
  }

  const servingOf = async ({ cindy }: Owner) =>
    (await em().find(AccountPhone, { billerId: stage.billerId, accountId: cindy.accountId })).map(
      ({ phoneId, role }) => `${phoneId} ${role}`,
    );

  it('is texted after the old one was told and had time to object, and the old one no more', async () => {
    const owner = await addOwner();
    const toPhoneId = await addNumber(owner);
    await owner.browser.post('/phones', { act: 'move', phoneId: toPhoneId });
    await stage.world.settle();
    expect(owner.cindy.lastText()).toMatch(/another phone.*800-555-0100/);
    await stage.world.clock.advance(71 * HOUR_MS);
    await stage.world.settle();
    expect(await servingOf(owner)).toHaveLength(2);
    await stage.world.clock.advance(HOUR_MS);
    await stage.world.settle();
    expect(stage.world.logged.filter((line) => line.includes('one of a round failed'))).toEqual([]);
    expect(await servingOf(owner)).toEqual([`${toPhoneId} primary`]);
  });

  it('is not, where the move is called off meanwhile', async () => {
    const owner = await addOwner();
    const toPhoneId = await addNumber(owner);
    await owner.browser.post('/phones', { act: 'move', phoneId: toPhoneId });
    await owner.browser.post('/phones', { act: 'call-off' });
    await stage.world.clock.advance(80 * HOUR_MS);
    await stage.world.settle();
    expect(await servingOf(owner)).toContain(`${toPhoneId} other`);
  });
});

describe('one’s own data', () => {
  it('is given complete to who has proved whose it is, and holds no card number and no other account', async () => {
    const owner = await addOwner();
    const other = await addOwner();
    expect((await visitPage(`${owner.link}/my-data.json`)).location).toContain('/unlock');
    const file = await owner.browser.get('/my-data.json');
    const data = JSON.parse(file.body);
    expect(data.bills).toMatchObject([{ total_minor: '8420' }]);
    expect(data.person).toMatchObject([{ first_name: 'Cindy', postal_code: '60614' }]);
    expect(file.body).not.toContain(other.cindy.phone);
    expect(file.body).not.toMatch(/vault|token_hash|code_hash/);
  });

  it('goes as far as it may when its customer wants to be forgotten, and a person sees to the rest', async () => {
    const { browser, cindy } = await addOwner();
    const { billerId } = stage;
    viewOf(await browser.post('/own-data', {}), 'own-data');
    expect(await em().count(WorkItem, { billerId, kind: 'erasure', subject: cindy.accountId })).toBe(0);
    await browser.post('/own-data', { agree: 'on' });
    await stage.world.settle();
    const { own } = viewOf(await browser.get('/own-data'), 'own-data');
    expect(own.person.dateOfBirth).toBeUndefined();
    expect(own.askedAt).toBeDefined();
    const methods = { billerId, accountId: cindy.accountId, removedAt: null };
    expect(await em().count(PaymentMethod, methods)).toBe(0);
    const item = await em().findOneOrFail(WorkItem, { billerId, kind: 'erasure', subject: cindy.accountId });
    expect(item.evidence).toMatchObject({ methods: 1, openBills: 1, isBirthDateErased: true });
    expect(await em().count(Message, { billerId, body: { $like: '%forgotten%' } })).toBe(0);
  });
});
