import { Conversation } from '@kvitt/db/conversation/conversation.entity';
import { AccountPhone } from '@kvitt/db/customer/account-phone.entity';
import { PromiseToPay } from '@kvitt/db/promise/promise.entity';
import type { Language } from '@kvitt/domain/locale/language';
import { addPerson, type Person } from '@kvitt/testing/people';
import { codeIn } from '@kvitt/testing/read-words';
import { textsOf } from '@kvitt/testing/texts-of';
import { useWorld } from '@kvitt/testing/use-world';
import { describe, expect, it } from 'vitest';

const stage = useWorld();

async function addOwing(traits: Parameters<typeof addPerson>[2] = {}): Promise<Person> {
  const person = await addPerson(stage.world, stage.billerId, traits);
  await person.issue(8420);
  return person;
}

async function pay(person: Person): Promise<void> {
  await person.says('PAY');
  await person.says(`YES ${codeIn(person.lastText())}`);
}

const statuses = async (person: Person) => (await person.sales()).map(({ status }) => status);

async function phoneOf({ accountId }: Person): Promise<string> {
  return (await stage.world.ctx.em.fork().findOneOrFail(AccountPhone, { accountId })).phoneId;
}

async function personWanted(person: Person): Promise<string | null | undefined> {
  const phoneId = await phoneOf(person);
  return (await stage.world.ctx.em.fork().findOneOrFail(Conversation, { phoneId })).personWantedWhy;
}

describe('UNDO', () => {
  it('within ten minutes takes the payment back, and the bill can be paid again', async () => {
    const cindy = await addOwing();
    await pay(cindy);
    await cindy.says('UNDO');
    await stage.world.pass(5_000);
    expect(await statuses(cindy)).toEqual(['voided']);
    expect(cindy.lastText()).toMatch(/^Acme: Your payment of \$84\.20 with Visa \.\.1881 was taken back/);
    await cindy.says('undo');
    expect(cindy.lastText()).toMatch(/^Acme: There is no payment that can be taken back\./);
  });

  it('after that says how to ask for a refund, and takes nothing back', async () => {
    const cindy = await addOwing();
    await pay(cindy);
    await stage.world.pass(11 * 60_000, 60_000);
    await cindy.says('UNDO');
    expect(cindy.lastText()).toMatch(/^Acme: It is too late .* reply AGENT or call 800-555-0100\.$/);
    expect(await statuses(cindy)).toEqual(['submitted_for_settlement']);
  });

  it('before YES is a NO', async () => {
    const cindy = await addOwing();
    await cindy.says('PAY');
    const code = codeIn(cindy.lastText());
    await cindy.says('UNDO');
    expect(cindy.lastText()).toMatch(/^Acme: Nothing was charged\./);
    await cindy.says(`YES ${code}`);
    expect(await cindy.sales()).toEqual([]);
  });
});

it('WHO is answered with what tells us from a stranger: account, reference, telephone, where our links lead', async () => {
  const cindy = await addOwing();
  await cindy.announce();
  await stage.world.pass(2_000);
  await cindy.says('Who is this?');
  const { origin } = stage.world;
  expect(cindy.lastText()).toMatch(
    /^Acme: This is really us, about account \.\.\S+\. Our last text to you has the reference \w{7}\./,
  );
  expect(cindy.lastText()).toContain('call 800-555-0100');
  expect(cindy.lastText()).toContain(`Our links begin with ${origin}`);
});

describe('LANG', () => {
  it('changes the language of this answer and of every one after it', async () => {
    const cindy = await addOwing();
    await cindy.says('LANG sv');
    expect(cindy.lastText()).toBe('Acme: Från och med nu skriver vi på svenska.');
    await cindy.says('SALDO');
    expect(cindy.lastText()).toMatch(/^Acme: Du har/);
    await cindy.says('English please');
    expect(cindy.lastText()).toBe('Acme: We will write to you in English from now on.');
  });

  it('of a language that we do not write says which there are', async () => {
    const cindy = await addOwing();
    await cindy.says('LANG FR');
    expect(cindy.lastText()).toMatch(/^Acme: For another language, reply LANG EN/);
  });
});

describe('LESS LINKS', () => {
  it('takes the links out of every text, those that wait included, and paying by reply works all the same', async () => {
    const cindy = await addOwing();
    await cindy.says('LESS LINKS');
    await cindy.announce();
    await stage.world.pass(2_000);
    await pay(cindy);
    expect(cindy.lastText()).toMatch(/^Acme: Paid \$84\.20/);
    for (const { text } of cindy.texts()) expect(text).not.toMatch(/https?:/);
    await cindy.says('MORE LINKS');
    await cindy.issue(500);
    await cindy.says('BAL');
    expect(cindy.lastText()).toMatch(/https?:/);
  });

  it('still gives a link to who asks for one', async () => {
    const cindy = await addOwing();
    await cindy.says('no links');
    await cindy.says('LINK');
    expect(cindy.lastText()).toMatch(/^Acme: Here is a new link to your bill: http/);
  });
});

it.each([
  ['CARD', /^Acme: Add a card or change it here: http/],
  ['AUTOPAY OFF', /^Acme: Autopay is off\. Nothing is charged unless you pay\./],
  ['PAPER', /^Acme: You will get your bills on paper again/],
  ['LATER', /^Acme: Nothing was charged\. You have \$84\.20 to pay by Fri, Nov 27\. .*PROMISE FRI\.$/],
  ['PLAN', /^Acme: You can pay \$84\.20 in 3 parts of \$28\.07/],
  ['DUE', /^Acme: You have \$84\.20 to pay on 1 bill, due Fri, Nov 27\./],
  ['PROMISE', /^Acme: Which day will you pay\?/],
  ['PROMISE 12/31', /^Acme: We cannot note that day\. The latest is Fri, Dec 4\./],
  ['PROMISE SAT 5', /^Acme: We can note a promise of \$21\.05 up to \$84\.20\./],
])('%s is answered, and moves no money', async (text, answer) => {
  const cindy = await addOwing();
  await cindy.says(text);
  expect(cindy.lastText()).toMatch(answer);
  expect(await cindy.sales()).toEqual([]);
});

describe('PROMISE', () => {
  it.each([
    [
      'PROMISE FRI',
      8420,
      '2026-11-27',
      /^Acme: We have noted that you will pay \$84\.20 by Fri, Nov 27\. Nothing is charged by itself\./,
    ],
    ['PROMISE 12/1 50', 5000, '2026-12-01', /\$50\.00 by Tue, Dec 1\./],
    ['promise $50 tomorrow', 5000, '2026-11-21', /\$50\.00 by Sat, Nov 21\./],
  ])('%s notes day and amount, and says so', async (text, amountMinor, dueOn, answer) => {
    const cindy = await addOwing();
    await cindy.says(text);
    expect(cindy.lastText()).toMatch(answer);
    const { accountId } = cindy;
    const made = await stage.world.ctx.em.fork().find(PromiseToPay, { accountId, state: 'open' });
    expect(made.map((one) => [one.amountMinor, one.dueOn])).toEqual([[amountMinor, dueOn]]);
    expect(await cindy.sales()).toEqual([]);
  });
});

describe('words that are no command', () => {
  it('reach a person each time, and are answered with what can be said once a day', async () => {
    const cindy = await addOwing();
    const menus = () => cindy.texts().filter(({ text }) => text.includes('You can also reply PAY')).length;
    await cindy.says('Why is my bill so high?');
    expect(await personWanted(cindy)).toBe('question');
    expect(menus()).toBe(1);
    await cindy.says('And who reads the meter?');
    expect(menus()).toBe(1);
    await stage.world.pass(24 * 3_600_000, 1_800_000);
    await cindy.says('Hello?');
    expect(menus()).toBe(2);
  });
});

it('hears PAY, NO, PAY as three texts, however fast they come', async () => {
  const cindy = await addOwing();
  for (const text of ['PAY', 'NO', 'PAY']) await cindy.says(text);
  expect(cindy.texts()).toHaveLength(3);
  expect(cindy.lastText()).toMatch(/^Acme: Pay \$84\.20/);
});

it.each<[Language, { pay: string; yes: string; later: string; who: string; bills: string; undo: string }]>([
  ['en', { pay: 'PAY', yes: 'YES', later: 'LATER', who: 'WHO', bills: 'BILLS', undo: 'UNDO' }],
  ['es', { pay: 'PAGAR', yes: 'SÍ', later: 'LUEGO', who: 'QUIÉN', bills: 'FACTURAS', undo: 'DESHACER' }],
  ['de', { pay: 'ZAHLEN', yes: 'JA', later: 'SPÄTER', who: 'WER', bills: 'RECHNUNGEN', undo: 'RÜCKGÄNGIG' }],
  ['sv', { pay: 'BETALA', yes: 'JA', later: 'SENARE', who: 'VEM', bills: 'FAKTUROR', undo: 'ÅNGRA' }],
  ['nb', { pay: 'BETAL', yes: 'JA', later: 'SENERE', who: 'HVEM', bills: 'FAKTURAER', undo: 'ANGRE' }],
])('is spoken with in the customer’s own words: %s', async (language, words) => {
  const cindy = await addOwing({ language });
  await cindy.says(words.later);
  await cindy.says(words.who);
  await cindy.says(words.bills);
  await cindy.says(words.pay);
  await cindy.says(`${words.yes} ${codeIn(cindy.lastText())}`);
  await stage.world.pass(2_000);
  expect(await statuses(cindy)).toEqual(['submitted_for_settlement']);
  await cindy.says(words.undo);
  await stage.world.pass(5_000);
  expect(await statuses(cindy)).toEqual(['voided']);
  expect((await textsOf(stage.world, cindy)).map(({ template }) => template)).toEqual([
    'later',
    'who',
    'balance',
    'pay-question',
    'receipt',
    'undo-done',
  ]);
});
