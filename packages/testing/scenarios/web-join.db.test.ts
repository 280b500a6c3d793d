import { findStanding } from '@kvitt/db/consent/find-standing';
import { Account } from '@kvitt/db/customer/account.entity';
import { AccountPhone } from '@kvitt/db/customer/account-phone.entity';
import { Customer } from '@kvitt/db/customer/customer.entity';
import { Phone } from '@kvitt/db/customer/phone.entity';
import { addPerson, type Person } from '@kvitt/testing/people';
import { useWorld } from '@kvitt/testing/use-world';
import { type PageVisit, viewOf, visitPage } from '@kvitt/testing/visit-page';
import { describe, expect, it } from 'vitest';

const stage = useWorld();
const em = () => stage.world.ctx.em.fork();

let next = 700;
const newNumber = (area = '212') => `1${area}555${String(next++).padStart(4, '0')}`;

/** Somebody with an account and a postal code on file, whose own phone never agreed to texts. */
async function addReader(): Promise<{ person: Person; accountNumber: string }> {
  const { world, billerId } = stage;
  const person = await addPerson(world, billerId, { hasConsent: false });
  const account = await em().findOneOrFail(Account, { billerId, id: person.accountId });
  const which = { billerId, id: account.customerId };
  await em().nativeUpdate(Customer, which, { postalCode: '94107' });
  return { person, accountNumber: account.number };
}

async function send(below: string, fields: Record<string, string>): Promise<PageVisit> {
  const answer = await visitPage(`${stage.world.origin}/join/acme${below}`, {
    method: 'POST',
    body: new URLSearchParams(fields),
  });
  await stage.world.pass(2_000);
  return answer;
}

const ask = (fields: { phone: string; accountNumber: string; postalCode?: string; agree?: string }) =>
  send('', { postalCode: '94107', source: 'statement', agree: 'on', ...fields });

const textsTo = (phone: string) => stage.world.plivo.texts({ to: phone }).map(({ text }) => text);
const codeTo = (phone: string) => /\d{6}/.exec(textsTo(phone).at(-1) ?? '')?.[0] ?? '';

async function serves(phone: string): Promise<string[]> {
  const row = await em().findOne(Phone, { billerId: stage.billerId, e164: `+${phone}` });
  if (!row) return [];
  const found = await em().find(AccountPhone, { billerId: stage.billerId, phoneId: row.id });
  return found.map(({ accountId }) => accountId);
}

async function standingOf(phone: string) {
  const row = await em().findOneOrFail(Phone, { billerId: stage.billerId, e164: `+${phone}` });
  return findStanding(em(), stage.billerId, row.id);
}

describe('joining on a page', () => {
  it('asks the handset, joins it by the code of the text, and welcomes it', async () => {
    const { person, accountNumber } = await addReader();
    const phone = newNumber();
    const asked = viewOf(await ask({ phone, accountNumber }), 'join-code');
    expect(asked.phoneTail).toBe(phone.slice(-2));
    expect(textsTo(phone)).toHaveLength(1);
    expect(await serves(phone)).toEqual([]);
    const fields = { joinId: asked.joinId, phoneTail: asked.phoneTail, code: codeTo(phone) };
    viewOf(await send('/code', fields), 'joined');
    expect(await serves(phone)).toEqual([person.accountId]);
    expect(await standingOf(phone)).toMatchObject({ service: 'confirmed', 'past-due': 'confirmed' });
    expect(textsTo(phone).at(-1)).toMatch(/you will get your bills by text/);
    viewOf(await send('/code', fields), 'joined');
    expect(textsTo(phone)).toHaveLength(2);
  });

  it('takes the handset’s own YES for the code', async () => {
    const { person, accountNumber } = await addReader();
    const phone = newNumber();
    await ask({ phone, accountNumber });
    await stage.world.plivo.receive({ from: phone, to: '14150000001', text: 'YES' });
    await stage.world.pass(2_000);
    expect(await serves(phone)).toEqual([person.accountId]);
    expect(await standingOf(phone)).toMatchObject({ service: 'confirmed' });
  });

  it('joins nobody by a wrong code, and ends after five', async () => {
    const { accountNumber } = await addReader();
    const phone = newNumber();
    const { joinId, phoneTail } = viewOf(await ask({ phone, accountNumber }), 'join-code');
    const code = codeTo(phone) === '000000' ? '111111' : '000000';
    for (const triesLeft of [4, 3, 2, 1]) {
      const wrong = viewOf(await send('/code', { joinId, phoneTail, code }), 'join-code');
      expect(wrong.problem).toEqual({ kind: 'wrong', triesLeft });
    }
    const over = viewOf(await send('/code', { joinId, phoneTail, code }), 'join-code');
    expect(over.problem).toEqual({ kind: 'over' });
    viewOf(await send('/code', { joinId, phoneTail, code: codeTo(phone) }), 'join-code');
    expect(await serves(phone)).toEqual([]);
  });

  it.each([
    ['NO_MATCH', { postalCode: '10115' }],
    ['NO_MATCH', { accountNumber: 'nobody’s' }],
    ['NOT_A_PHONE', { phone: '12' }],
    ['NOT_AGREED', { agree: '' }],
  ])('refuses with %s, keeps what was typed, and texts nobody', async (problem, changed) => {
    const { accountNumber } = await addReader();
    const phone = newNumber();
    const refused = viewOf(await ask({ phone, accountNumber, ...changed }), 'join');
    expect(refused.problem).toBe(problem);
    expect(refused.typed).toMatchObject({ phone, accountNumber, ...omit(changed, 'agree') });
    expect(textsTo(phone)).toEqual([]);
  });

  it('tells a phone that said STOP how to come back, and does not text it', async () => {
    const { accountNumber } = await addReader();
    const stopped = await addPerson(stage.world, stage.billerId);
    await stopped.says('STOP');
    const before = textsTo(stopped.phone).length;
    expect(viewOf(await ask({ phone: stopped.phone, accountNumber }), 'join').problem).toBe('STOPPED');
    expect(textsTo(stopped.phone)).toHaveLength(before);
  });

  it('asks a phone once, however often the form is sent', async () => {
    const { accountNumber } = await addReader();
    const phone = newNumber();
    viewOf(await ask({ phone, accountNumber }), 'join-code');
    expect(viewOf(await ask({ phone, accountNumber }), 'join').problem).toBe('ASKED_ALREADY');
    expect(textsTo(phone)).toHaveLength(1);
  });

  it('says when the text comes where none may go at this hour', async () => {
    const { accountNumber } = await addReader();
    // It is seven in the morning in San Francisco.
    const phone = newNumber('415');
    const { waitsUntilIso } = viewOf(await ask({ phone, accountNumber }), 'join-code');
    expect(waitsUntilIso).toBe('2026-11-20T16:00:00.000Z');
    expect(textsTo(phone)).toEqual([]);
  });

  it('is listed by robots, which no other page is', async () => {
    const listed = await visitPage(`${stage.world.origin}/join/acme`);
    expect(viewOf(listed, 'join').words).toContain('Acme');
    expect(listed.headers.get('x-robots-tag')).toBeNull();
    const unknown = await visitPage(`${stage.world.origin}/join/nobody`);
    expect(unknown.status).toBe(404);
    expect(unknown.headers.get('x-robots-tag')).toContain('noindex');
  });
});

function omit(fields: Record<string, string>, name: string): Record<string, string> {
  return Object.fromEntries(Object.entries(fields).filter(([key]) => key !== name));
}
