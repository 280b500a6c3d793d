import { Biller } from '@kvitt/db/biller/biller.entity';
import { Sender } from '@kvitt/db/biller/sender.entity';
import { Account } from '@kvitt/db/customer/account.entity';
import { AccountPhone } from '@kvitt/db/customer/account-phone.entity';
import { Payment } from '@kvitt/db/payment/payment.entity';
import type { Language } from '@kvitt/domain/locale/language';
import { money } from '@kvitt/domain/money/money';
import { addCustomer } from '@kvitt/flows/customer/add-customer';
import { announceBills } from '@kvitt/flows/invoice/announce-bills';
import { issueInvoice } from '@kvitt/flows/invoice/issue-invoice';
import { inTransaction } from '@kvitt/flows/kit/in-transaction';
import { keepCard } from '@kvitt/flows/payment/keep-card';
import type { SandboxTransaction } from '@kvitt/sandbox/braintree/braintree-sandbox';
import type { SandboxText } from '@kvitt/sandbox/plivo/sandbox-state';
import { countIn } from './count-in.ts';
import { OUR_NUMBER, type World } from './open-world.ts';

/** A company that is owed, with one number that sends five texts a second. */
export async function addBiller(
  world: World,
  traits: { slug?: string; name?: string; number?: string } = {},
): Promise<{ billerId: string }> {
  const { ctx } = world;
  const billerId = ctx.ids.next();
  const createdAt = ctx.clock.now();
  await ctx.em.insert(Biller, {
    id: billerId,
    slug: traits.slug ?? 'acme',
    name: traits.name ?? 'Acme',
    currency: 'USD',
    timeZone: 'America/New_York',
    language: 'en',
    accent: '#1f5f5b',
    supportPhone: '800-555-0100',
    supportEmail: null,
    createdAt,
  });
  await ctx.em.insert(Sender, {
    billerId,
    id: ctx.ids.next(),
    number: `+${traits.number ?? OUR_NUMBER}`,
    perSecond: 5,
    burst: 5,
    tokens: 5,
    refilledAt: createdAt,
    pausedAt: null,
  });
  return { billerId };
}

export interface Person {
  accountId: string;
  phone: string;
  /** Sends a text to the biller's number, or to another, and has everything done that follows at once. */
  says(text: string, to?: string): Promise<void>;
  /** What this phone was texted by us, oldest first. */
  texts(): SandboxText[];
  /** The words of the latest of them. */
  lastText(): string;
  issue(totalMinor: number, dueOn?: string): Promise<string>;
  /** Has the bills that were issued and not announced put into the outbox, those of the biller's other customers too. */
  announce(): Promise<void>;
  /** Lets another person's phone serve this account, and no other, as a phone of the same household does. */
  shareWith(other: Person): Promise<void>;
  /** Has another person's phone serve this account besides its own, as where one of a household sees to the bills. */
  serveAlso(other: Person): Promise<void>;
  /** Keeps another card, which becomes the one that PAY charges. */
  addCard(nonce: string): Promise<void>;
  /** What the gateway has of this account's payments, refusals included, oldest first. */
  sales(): Promise<SandboxTransaction[]>;
}

export interface Traits {
  firstName?: string;
  language?: Language;
  card?: string | null;
  isOneReplyOn?: boolean;
  lineType?: 'mobile' | 'landline';
  /** Without a plus; a number that nobody has where absent. */
  phone?: string;
  hasConsent?: boolean;
  /** Whether the words agreed to mention late bills; they do where absent. */
  hasPastDueConsent?: boolean;
}

/** A customer of the biller's with a phone, agreed to texts; with a card in the vault unless `card` is null. */
export async function addPerson(world: World, billerId: string, traits: Traits = {}): Promise<Person> {
  const { ctx } = world;
  const phone = traits.phone ?? `1212555${String(99 + countIn(world, 'phone')).padStart(4, '0')}`;
  const number = `C-${countIn(world, 'account')}`;
  const accountId = await signUp(world, { billerId, number, phone }, traits);
  let bills = 0;
  const texts = () => world.plivo.texts({ to: phone });
  return {
    accountId,
    phone,
    texts,
    lastText: () => texts().at(-1)?.text ?? '',
    async says(text, to = OUR_NUMBER) {
      await world.plivo.receive({ from: phone, to, text });
      // Taken in at this instant of the world's, not at whichever the next step finds it.
      await world.plivo.idle();
      await world.pass(1_000);
    },
    async issue(totalMinor, dueOn = '2026-11-27') {
      const { invoiceId } = await inTransaction(ctx, (tx) =>
        issueInvoice(tx, {
          billerId,
          accountId,
          number: `${number}-${++bills}`,
          description: 'Electricity, November',
          total: money(totalMinor, 'USD'),
          issuedOn: '2026-11-20',
          dueOn,
        }),
      );
      return invoiceId;
    },
    async announce() {
      await announceBills(ctx, { billerId });
    },
    async shareWith(other) {
      const em = ctx.em.fork();
      const { phoneId } = await em.findOneOrFail(AccountPhone, { billerId, accountId: other.accountId });
      await em.nativeUpdate(AccountPhone, { billerId, phoneId }, { accountId, role: 'other' });
    },
    async serveAlso(other) {
      const em = ctx.em.fork();
      const { phoneId } = await em.findOneOrFail(AccountPhone, { billerId, accountId: other.accountId });
      await em.insert(AccountPhone, { billerId, phoneId, accountId, role: 'other', since: ctx.clock.now() });
    },
    addCard: (other) => vault(world, billerId, accountId, other),
    async sales() {
      const payments = await ctx.em.fork().find(Payment, { billerId, accountId });
      const ids = new Set<string | null>(payments.map(({ id }) => id));
      return world.braintree.transactions({ type: 'sale' }).filter(({ orderId }) => ids.has(orderId));
    },
  };
}

async function signUp(
  world: World,
  who: { billerId: string; number: string; phone: string },
  traits: Traits,
): Promise<string> {
  const { ctx } = world;
  const { billerId, number, phone } = who;
  const { accountId } = await inTransaction(ctx, (tx) =>
    addCustomer(tx, {
      billerId,
      number,
      firstName: traits.firstName ?? 'Cindy',
      lastName: 'Rivera',
      language: traits.language ?? 'en',
      timeZone: 'America/New_York',
      phone: { e164: `+${phone}`, lineType: traits.lineType ?? 'mobile' },
      ...(traits.hasConsent !== false && {
        consent: {
          channel: 'web',
          actor: 'customer',
          ...(traits.hasPastDueConsent === false
            ? { wording: 'I agree to texts about my bills.', purposes: ['service'] }
            : {
                wording: 'I agree to texts about my bills, late ones too.',
                purposes: ['service', 'past-due'],
              }),
        },
      }),
    }),
  );
  const nonce = traits.card === undefined ? 'fake-valid-visa-nonce' : traits.card;
  if (nonce !== null) await vault(world, billerId, accountId, nonce);
  if (traits.isOneReplyOn) {
    await ctx.em
      .fork()
      .nativeUpdate(Account, { billerId, id: accountId }, { oneReplySince: ctx.clock.now() });
  }
  return accountId;
}

async function vault(world: World, billerId: string, accountId: string, nonce: string): Promise<void> {
  const { ctx } = world;
  const customer = await ctx.payments.createCustomer({ firstName: 'Cindy' });
  if (customer.kind !== 'made') throw new Error(`no customer in the vault: ${customer.reason}`);
  const method = await ctx.payments.createMethod(customer.customerId, nonce);
  if (method.kind !== 'made') throw new Error(`no card in the vault: ${method.reason}`);
  await inTransaction(ctx, (tx) =>
    keepCard(tx, {
      billerId,
      accountId,
      methodId: ctx.ids.next(),
      card: method.card,
      token: method.token,
      customerId: customer.customerId,
      takesOver: true,
    }),
  );
}
