import { Phone } from '@kvitt/db/customer/phone.entity';
import type { Language } from '@kvitt/domain/locale/language';
import { addCustomer } from '@kvitt/flows/customer/add-customer';
import { inTransaction } from '@kvitt/flows/kit/in-transaction';
import { keepCard } from '@kvitt/flows/payment/keep-card';
import type { Beside } from './open-beside.ts';

export interface PayerTraits {
  firstName?: string;
  lastName?: string;
  language?: Language;
  /** A test nonce of the processor's whose card is kept; none is where absent. */
  card?: string;
  /** Another customer's phone, E.164: one phone for two accounts. */
  phone?: string;
  /** False for one who has not been asked for texts yet: a caller who may be enrolled. */
  hasConsent?: boolean;
}

export interface Payer {
  accountId: string;
  /** E.164. */
  phone: string;
}

const AGREED = {
  channel: 'web',
  wording: 'I agree to texts about my bills, late ones too.',
  actor: 'customer',
  purposes: ['service', 'past-due'],
} as const;

/** Adds a customer of the running biller's, agreed to texts unless told otherwise, without a bill; nobody else has the phone. */
export async function addPayer(beside: Beside, traits: PayerTraits = {}): Promise<Payer> {
  const { biller } = beside;
  const ctx = beside.context();
  const phone = traits.phone ?? (await findFreeNumber(beside));
  const { accountId } = await inTransaction(ctx, (tx) =>
    addCustomer(tx, {
      billerId: biller.id,
      number: `T-${tx.ids.next()}`,
      firstName: traits.firstName ?? 'Ada',
      lastName: traits.lastName ?? 'Winter',
      language: traits.language ?? 'en',
      timeZone: biller.timeZone,
      phone: { e164: phone, lineType: 'mobile' },
      ...(traits.hasConsent !== false && { consent: AGREED }),
    }),
  );
  if (traits.card) await vault(beside, accountId, traits.card);
  return { accountId, phone };
}

/** 555-01xx is nobody's, in every area: a hundred numbers in each. */
async function findFreeNumber(beside: Beside): Promise<string> {
  const taken = await beside.context().em.count(Phone);
  const area = 602 + Math.floor(taken / 100);
  return `+1${area}55501${String(taken % 100).padStart(2, '0')}`;
}

async function vault({ biller, context }: Beside, accountId: string, nonce: string): Promise<void> {
  const ctx = context();
  const customer = await ctx.payments.createCustomer({});
  if (customer.kind !== 'made') throw new Error(`no customer in the vault: ${customer.reason}`);
  const { customerId } = customer;
  const method = await ctx.payments.createMethod(customerId, nonce);
  if (method.kind !== 'made') throw new Error(`no card in the vault: ${method.reason}`);
  const { card, token } = method;
  await inTransaction(ctx, (tx) =>
    keepCard(tx, {
      billerId: biller.id,
      accountId,
      methodId: tx.ids.next(),
      card,
      token,
      customerId,
      takesOver: true,
    }),
  );
}
