import type { Gateway } from '../state/gateway.ts';
import { dayOf } from '../wire/write-xml.ts';
import type { CardUpdate } from './card-update.ts';
import { reportUrl } from './write-report.ts';

const dayMs = 86_400_000;

/** What a bank says of one of its cards; what is absent stays. */
export interface CardNews {
  number?: string;
  /** MM/YYYY */
  expirationDate?: string;
  /** The account is closed: the card stays in the vault as it was, and is declined. */
  closed?: boolean;
  /** The bank says no more than that its customer should be asked. */
  contactCustomer?: boolean;
}

/** The processor's word for an account that is no more. */
const closedAccountCode = '2015';

/**
 * Takes a bank's news of a stored card into the vault and into the account updater's report, which goes out at the next
 * midnight of the sandbox. Its token stays good, as with the vendor.
 * @throws Error where there is news of something that is not a card
 */
export function updateCard(gateway: Gateway, token: string, news: CardNews): void {
  const kind = kindOf(news);
  if (!kind) return;
  const method = gateway.state.paymentMethods[token];
  const card = method?.instrument.card;
  if (!method || !card) throw new Error(`No stored card ${token}`);
  const before = { ...card };
  if (news.number) card.number = news.number;
  const [month, year] = (news.expirationDate ?? '').split('/');
  if (month && year) {
    card.expirationMonth = month.padStart(2, '0');
    card.expirationYear = year;
  }
  if (news.closed) gateway.state.refusedTokens[token] = closedAccountCode;
  const now = gateway.clock.now();
  method.updatedAt = now;
  gateway.state.cardUpdates.push({
    token,
    at: now,
    kind,
    oldLast4: before.number.slice(-4),
    newLast4: card.number.slice(-4),
    oldExpiration: `${before.expirationMonth}/${before.expirationYear}`,
    newExpiration: `${card.expirationMonth}/${card.expirationYear}`,
  });
  scheduleReport(gateway, now);
}

/** Lays the reports that were still to come on the clock again, after a restart. */
export function scheduleReports(gateway: Gateway): void {
  const today = Math.floor(gateway.clock.now() / dayMs);
  for (const { at } of gateway.state.cardUpdates) {
    if (Math.floor(at / dayMs) === today) scheduleReport(gateway, at);
  }
}

function kindOf(news: CardNews): CardUpdate['kind'] | undefined {
  if (news.closed) return 'closed_account';
  if (news.contactCustomer) return 'contact_customer';
  if (news.number) return 'updated_number';
  return news.expirationDate ? 'updated_expiration' : undefined;
}

/** A report of a day is announced once, after that day. */
function scheduleReport(gateway: Gateway, now: number): void {
  const day = new Date(now).toISOString().slice(0, 10);
  const midnight = (Math.floor(now / dayMs) + 1) * dayMs;
  gateway.later(`account updater ${day}`, midnight, () => {
    gateway.announce('account_updater_daily_report', {
      accountUpdaterDailyReport: { reportDate: dayOf(now), reportUrl: reportUrl(gateway, day) },
    });
  });
}
