import { randomUUID } from 'node:crypto';
import { Biller } from '@kvitt/db/biller/biller.entity';
import { Sender } from '@kvitt/db/biller/sender.entity';
import { Account } from '@kvitt/db/customer/account.entity';
import { AccountPhone } from '@kvitt/db/customer/account-phone.entity';
import { Phone } from '@kvitt/db/customer/phone.entity';
import { Invoice } from '@kvitt/db/invoice/invoice.entity';
import { PaymentMethod } from '@kvitt/db/payment/payment-method.entity';
import { money } from '@kvitt/domain/money/money';
import type { CardFace } from '@kvitt/domain/payment/outcome';
import { defaultCadence } from '@kvitt/domain/reminder/default-cadence';
import { addDays } from '@kvitt/domain/time/add-days';
import { localDate } from '@kvitt/domain/time/local-date';
import { addCustomer } from '@kvitt/flows/customer/add-customer';
import { issueInvoice } from '@kvitt/flows/invoice/issue-invoice';
import type { Ctx } from '@kvitt/flows/kit/context';
import { inTransaction } from '@kvitt/flows/kit/in-transaction';
import { saveCadence } from '@kvitt/flows/reminder/save-cadence';
import { addMandate } from './add-mandate.ts';
import type { Dice } from './dice.ts';
import type { Newcomer } from './outside.ts';
import type { Script } from './scripts.ts';

export interface Card {
  token: string;
  face: CardFace;
}

/** The company that is owed, with one number and the default reminders; its rate is no bottleneck. */
export async function addBiller(ctx: Ctx, number: string): Promise<{ billerId: string; card: Card }> {
  const billerId = ctx.ids.next();
  const createdAt = ctx.clock.now();
  await ctx.em.fork().insert(Biller, {
    id: billerId,
    slug: 'acme',
    name: 'Acme',
    currency: 'USD',
    timeZone: 'America/New_York',
    language: 'en',
    accent: '#1f5f5b',
    supportPhone: '800-555-0100',
    supportEmail: null,
    createdAt,
  });
  await ctx.em.fork().insert(Sender, {
    billerId,
    id: ctx.ids.next(),
    number: `+${number}`,
    perSecond: 50,
    burst: 50,
    tokens: 50,
    refilledAt: createdAt,
    pausedAt: null,
  });
  const cadence = defaultCadence('US');
  await inTransaction(ctx, (tx) => saveCadence(tx, { billerId, cadence, actor: 'chaos' }));
  return { billerId, card: await vaultCard(ctx) };
}

/** One card in the vault stands for everybody's: the processor compares sales by their order, not by their card. */
async function vaultCard(ctx: Ctx): Promise<Card> {
  const customer = await ctx.payments.createCustomer({ firstName: 'Cindy' });
  if (customer.kind !== 'made') throw new Error(`no customer in the vault: ${customer.reason}`);
  const method = await ctx.payments.createMethod(customer.customerId, 'fake-valid-visa-nonce');
  if (method.kind !== 'made') throw new Error(`no card in the vault: ${method.reason}`);
  return { token: method.token, face: method.card };
}

const DAY_MS = 86_400_000;

/** The processor's sandbox declines this amount for want of money on the card. */
const DECLINED_MINOR = 200_100;

/** Of a hundred newcomers so many have an old bill, announced long ago: what they get today is its reminder. */
const OLD_BILLS = 45;

/** How many days ago an old bill was announced. */
const OLD_DAYS = 40;

/** In how many days an old bill is due: each of these has a step of the cadence today. */
const DUE_IN_DAYS = [7, 3, 1, 0, -1, -7, -14, -30] as const;

/** A customer with an open bill of an amount by lot, and with what their script needs; in one transaction. */
export async function addNewcomer(
  ctx: Ctx,
  place: { billerId: string; card: Card; index: number },
  script: Script,
  dice: Dice,
): Promise<Newcomer> {
  const { billerId, card, index } = place;
  const number = String(12_122_000_000 + index * 2);
  const other =
    script === 'shares the account, and both pay' ? String(12_122_000_001 + index * 2) : undefined;
  const today = localDate(ctx.clock.now(), 'America/New_York');
  const isOld = dice() * 100 < OLD_BILLS;
  const dueInDays = isOld ? (DUE_IN_DAYS[Math.floor(dice() * DUE_IN_DAYS.length)] ?? 0) : 0;
  await inTransaction(ctx, async (tx) => {
    const { accountId } = await addCustomer(tx, {
      billerId,
      number: `C-${randomUUID()}`,
      firstName: 'Cindy',
      lastName: 'Rivera',
      language: 'en',
      timeZone: 'America/New_York',
      phone: { e164: `+${number}`, lineType: 'mobile' },
      consent: {
        channel: 'web',
        wording: 'I agree to texts about my bills, late ones too.',
        actor: 'customer',
        purposes: ['service', 'past-due'],
      },
    });
    const createdAt = tx.clock.now();
    await tx.em.insert(PaymentMethod, {
      billerId,
      id: tx.ids.next(),
      accountId,
      ...faceOf(card.face),
      vaultToken: card.token,
      isDefault: true,
      createdAt,
      removedAt: null,
    });
    if (script === 'pays in one reply') {
      await tx.em.nativeUpdate(Account, { billerId, id: accountId }, { oneReplySince: createdAt });
    }
    if (other !== undefined) await addPhone(tx, billerId, accountId, `+${other}`);
    const minor =
      script === 'has a card that is declined' ? DECLINED_MINOR : 1_000 + Math.floor(dice() * 19_000);
    const { invoiceId } = await issueInvoice(tx, {
      billerId,
      accountId,
      number: `B-${index}`,
      description: 'Electricity',
      total: money(minor, 'USD'),
      issuedOn: isOld ? addDays(today, -OLD_DAYS) : today,
      dueOn: addDays(today, dueInDays),
    });
    if (script.startsWith('is charged by itself'))
      await addMandate(tx, { billerId, accountId, invoiceId, dueOn: addDays(today, dueInDays) }, dice());
    const announcedAt = new Date(createdAt.getTime() - OLD_DAYS * DAY_MS);
    if (isOld) await tx.em.nativeUpdate(Invoice, { billerId, id: invoiceId }, { announcedAt });
  });
  return { number, script, ...(other !== undefined && { other }) };
}

type Tx = Parameters<Parameters<typeof inTransaction>[1]>[0];

async function addPhone(tx: Tx, billerId: string, accountId: string, e164: string): Promise<void> {
  const phoneId = tx.ids.next();
  const since = tx.clock.now();
  await tx.em.insert(Phone, {
    billerId,
    id: phoneId,
    e164,
    lineType: 'mobile',
    unreachableSince: null,
    unreachableCode: null,
    createdAt: since,
  });
  await tx.em.insert(AccountPhone, { billerId, accountId, phoneId, role: 'other', since });
}

function faceOf({ brand, last4, expMonth, expYear }: CardFace) {
  return { kind: 'card' as const, brand, last4, expMonth, expYear };
}
