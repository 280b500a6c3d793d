import { Biller } from '@kvitt/db/biller/biller.entity';
import { Sender } from '@kvitt/db/biller/sender.entity';
import { Account } from '@kvitt/db/customer/account.entity';
import type { ConsentPurpose } from '@kvitt/domain/consent/consent';
import { findWording } from '@kvitt/domain/consent/find-wording';
import { money } from '@kvitt/domain/money/money';
import { defaultCadence } from '@kvitt/domain/reminder/default-cadence';
import { localDate } from '@kvitt/domain/time/local-date';
import { addCustomer } from '@kvitt/flows/customer/add-customer';
import { announceAccount } from '@kvitt/flows/invoice/announce-account';
import { announceBills } from '@kvitt/flows/invoice/announce-bills';
import { issueInvoice } from '@kvitt/flows/invoice/issue-invoice';
import type { Ctx } from '@kvitt/flows/kit/context';
import { inTransaction } from '@kvitt/flows/kit/in-transaction';
import { keepCard } from '@kvitt/flows/payment/keep-card';
import { saveCadence } from '@kvitt/flows/reminder/save-cadence';
import { addDemoAgents } from './demo-agents.ts';
import { PERSONAS, type Persona } from './personas.ts';

const DAY_MS = 86_400_000;

const BRAND = 'Northlight Energy';

/** What the seeding asks of the sandbox beyond what a merchant can do: that a bank refuses a card from now on. */
export interface Bank {
  refuse(vaultToken: string): Promise<void>;
}

/**
 * Fills an empty database with a biller and its personas, dated from today, and announces their bills. Does nothing where
 * there is a biller already.
 * @param number the number that the biller texts from, E.164
 */
export async function seedDemo(ctx: Ctx, number: string, bank: Bank | undefined): Promise<boolean> {
  if ((await ctx.em.count(Biller)) > 0) return false;
  const billerId = await addBiller(ctx, number);
  let billNumber = 10_441;
  for (const persona of PERSONAS) {
    const accountId = await addPersona(ctx, billerId, persona);
    const { card } = persona;
    if (card) await vaultCard(ctx, { billerId, accountId, persona, card, bank });
    const today = ctx.clock.now().getTime();
    for (const bill of persona.bills) {
      const onDay = (days: number) => localDate(new Date(today + days * DAY_MS), persona.timeZone);
      await inTransaction(ctx, (tx) =>
        issueInvoice(tx, {
          billerId,
          accountId,
          number: String(++billNumber),
          description: bill.description,
          total: money(bill.minor, 'USD'),
          issuedOn: onDay(-bill.issuedDaysAgo),
          dueOn: onDay(bill.dueInDays),
        }),
      );
    }
    if (persona.lineType === 'mobile') await answerWithBill(ctx, billerId, accountId);
  }
  // Who cannot have asked by text gets the same treatment as any customer: Kvitt says why nothing is sent.
  await announceBills(ctx, { billerId });
  await addDemoAgents(ctx, billerId);
  return true;
}

/**
 * The people of the demo have just asked for their bill: an answer goes at any hour, while a bill that nobody asked for
 * waits until eight in the morning where they live, and a newcomer of the evening would see an empty handset.
 */
async function answerWithBill(ctx: Ctx, billerId: string, accountId: string): Promise<void> {
  const askedAt = ctx.clock.now();
  const biller = await ctx.em.fork().findOneOrFail(Biller, { id: billerId });
  const today = localDate(askedAt, biller.timeZone);
  await inTransaction(ctx, (tx) => announceAccount(tx, { biller, accountId, today, askedAt }));
}

async function addBiller(ctx: Ctx, number: string): Promise<string> {
  const billerId = ctx.ids.next();
  const createdAt = ctx.clock.now();
  await inTransaction(ctx, async (tx) => {
    await tx.em.insert(Biller, {
      id: billerId,
      slug: 'northlight',
      name: BRAND,
      currency: 'USD',
      timeZone: 'America/New_York',
      language: 'en',
      accent: '#0f6e66',
      supportPhone: '800-555-0100',
      supportEmail: 'help@northlight.example',
      createdAt,
    });
    await tx.em.insert(Sender, {
      billerId,
      id: tx.ids.next(),
      number,
      // What Plivo grants a new account: five texts a second.
      perSecond: 5,
      burst: 5,
      tokens: 5,
      refilledAt: createdAt,
      pausedAt: null,
    });
    await saveCadence(tx, { billerId, cadence: defaultCadence('US'), actor: 'seed' });
  });
  return billerId;
}

async function addPersona(ctx: Ctx, billerId: string, persona: Persona): Promise<string> {
  const { accountId } = await inTransaction(ctx, (tx) =>
    addCustomer(tx, {
      billerId,
      number: `NL-${persona.phone.slice(-4)}`,
      firstName: persona.firstName,
      lastName: persona.lastName,
      language: persona.language,
      timeZone: persona.timeZone,
      region: persona.region,
      postalCode: persona.postalCode,
      phone: { e164: persona.phone, lineType: persona.lineType },
      consent: { channel: 'web', ...agreedTo(persona), actor: 'customer' },
    }),
  );
  return accountId;
}

/** What stood beside the box that the persona ticked. */
function agreedTo({ language }: Persona): {
  wording: string;
  wordingKey: string;
  purposes: readonly ConsentPurpose[];
} {
  const said = findWording('bills-shown', { channel: 'web', language, brand: BRAND });
  if (!said) throw new Error('the words for joining on a page are missing');
  const { words, ...rest } = said;
  return { wording: words, ...rest };
}

interface Vaulting {
  billerId: string;
  accountId: string;
  persona: Persona;
  card: NonNullable<Persona['card']>;
  bank: Bank | undefined;
}

async function vaultCard(ctx: Ctx, { billerId, accountId, persona, card, bank }: Vaulting): Promise<void> {
  const { firstName, lastName } = persona;
  const customer = await ctx.payments.createCustomer({ firstName, lastName });
  if (customer.kind !== 'made') throw new Error(`the processor made no customer: ${customer.reason}`);
  const method = await ctx.payments.createMethod(customer.customerId, card.nonce);
  if (method.kind !== 'made') throw new Error(`the processor kept no card: ${method.reason}`);
  await inTransaction(ctx, async (tx) => {
    await keepCard(tx, {
      billerId,
      accountId,
      methodId: tx.ids.next(),
      card: method.card,
      token: method.token,
      customerId: customer.customerId,
      takesOver: true,
    });
    if (persona.isOneReplyOn) {
      const oneReplySince = tx.clock.now();
      await tx.em.nativeUpdate(Account, { billerId, id: accountId }, { oneReplySince });
    }
  });
  if (card.isDeclined) await bank?.refuse(method.token);
}
