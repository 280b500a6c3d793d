import { Sender } from '@kvitt/db/biller/sender.entity';
import { Account } from '@kvitt/db/customer/account.entity';
import { takeBackReminders } from '@kvitt/db/reminder/take-back-reminders';
import { postSettledOutside } from '@kvitt/domain/ledger/post-invoice';
import type { Language } from '@kvitt/domain/locale/language';
import { money } from '@kvitt/domain/money/money';
import { defaultCadence } from '@kvitt/domain/reminder/default-cadence';
import { addCustomer } from '@kvitt/flows/customer/add-customer';
import { announceBills } from '@kvitt/flows/invoice/announce-bills';
import { issueInvoice } from '@kvitt/flows/invoice/issue-invoice';
import { inTransaction } from '@kvitt/flows/kit/in-transaction';
import { postEntry } from '@kvitt/flows/ledger/post-entry';
import { saveCadence } from '@kvitt/flows/reminder/save-cadence';
import type { World } from '../open-world.ts';

/** A customer and a bill of the data, as far as reminders are concerned. Dates are `YYYY-MM-DD`. */
export interface RehearsedCustomer {
  number: string;
  firstName: string;
  phone: string;
  postalCode: string;
  region: string;
  timeZone: string;
  language: Language;
}

export interface RehearsedBill {
  number: string;
  customer: string;
  issuedOn: string;
  dueOn: string;
  settledOn: string;
  totalMinor: number;
}

const DAY_MS = 86_400_000;

/** When what was paid past Kvitt is known. */
const MORNING_MS = 12 * 3_600_000;

/** When each day's work is done: in the afternoon of New York, and past ten in the morning of Honolulu. */
const WORK_AT_MS = 20.5 * 3_600_000;

/** Lets a biller live through its days with these customers and bills: issued, reminded of, and settled on their days. */
export async function rehearseYear(
  world: World,
  billerId: string,
  data: {
    customers: readonly RehearsedCustomer[];
    bills: readonly RehearsedBill[];
    until: string;
    /** Told of each day that is over, `YYYY-MM-DD`. */
    onDay?: (day: string) => void;
  },
): Promise<void> {
  const { ctx, clock } = world;
  await ctx.em
    .fork()
    .nativeUpdate(Sender, { billerId }, { perSecond: 10_000, burst: 10_000, tokens: 10_000 });
  await inTransaction(ctx, (tx) =>
    saveCadence(tx, { billerId, cadence: defaultCadence('US'), actor: 'test' }),
  );
  for (const customer of data.customers) await add(world, billerId, customer);
  const accounts = await ctx.em.fork().find(Account, { billerId });
  const accountOf = new Map(accounts.map(({ number, id }) => [number, id]));
  const ids = new Map<string, string>();
  for (let dayMs = Math.floor(clock.now() / DAY_MS) * DAY_MS; ; dayMs += DAY_MS) {
    const today = new Date(dayMs).toISOString().slice(0, 10);
    if (today > data.until) return;
    for (const bill of data.bills) {
      if (bill.issuedOn !== today) continue;
      const accountId = accountOf.get(bill.customer) ?? '';
      const { number, issuedOn, dueOn } = bill;
      const order = { billerId, accountId, number, description: 'Goods', issuedOn, dueOn };
      const issued = await inTransaction(ctx, (tx) =>
        issueInvoice(tx, { ...order, total: money(bill.totalMinor, 'USD') }),
      );
      ids.set(number, issued.invoiceId);
    }
    await clock.advance(Math.max(0, dayMs + MORNING_MS - clock.now()));
    await settleBills(world, billerId, today, data.bills, ids);
    await clock.advance(dayMs + WORK_AT_MS - clock.now());
    await announceBills(ctx, { billerId, asOf: today });
    await world.settle();
    data.onDay?.(today);
  }
}

async function add(world: World, billerId: string, customer: RehearsedCustomer): Promise<void> {
  const { phone, ...rest } = customer;
  await inTransaction(world.ctx, (tx) =>
    addCustomer(tx, {
      billerId,
      ...rest,
      lastName: 'Doe',
      phone: { e164: phone, lineType: 'mobile' },
      consent: {
        channel: 'web',
        wording: 'I agree to texts about my bills, late ones too.',
        actor: 'customer',
        purposes: ['service', 'past-due'],
      },
    }),
  );
}

/** What the data calls settled was paid past Kvitt; it is known in the morning of its day. */
async function settleBills(
  world: World,
  billerId: string,
  today: string,
  bills: readonly RehearsedBill[],
  ids: ReadonlyMap<string, string>,
): Promise<void> {
  for (const bill of bills) {
    const id = ids.get(bill.number);
    if (bill.settledOn !== today || id === undefined) continue;
    await inTransaction(world.ctx, async (tx) => {
      const fact = { id, totalMinor: bill.totalMinor, currency: 'USD' as const };
      await postEntry(tx, billerId, postSettledOutside(fact));
      await takeBackReminders(tx.em, { billerId, invoiceIds: [id] });
    });
  }
}
