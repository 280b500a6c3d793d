import type { AccountOverview } from '@kvitt/api/portal/account-views';
import type { Way } from '@kvitt/ui/way-list/WayList.vue';
import { sayPlan } from '../../kit/say-plan.ts';
import type { PageKit } from '../../kit/use-page.ts';

/** What can be done with an account besides paying it at once, with how each stands now: about paying, and about oneself. */
export function listAccountWays(account: AccountOverview, kit: PageKit): { paying: Way[]; own: Way[] } {
  return { paying: listPaying(account, kit), own: listOwn(kit) };
}

function listPaying(account: AccountOverview, kit: PageKit): Way[] {
  const { t, address } = kit;
  const isDue = account.open.length > 0;
  return [
    ...(isDue ? [{ href: address('/amount'), label: t('way.amount') }] : []),
    ...(isDue
      ? [{ href: address('/promise'), label: t('way.promise'), hint: sayPromise(account, kit) }]
      : []),
    ...(account.plan
      ? [{ href: address('/plan'), label: t('way.plan'), hint: sayPlan(account.plan, kit) }]
      : []),
    { href: address('/methods'), label: t('way.methods') },
    { href: address('/autopay'), label: t('way.autopay'), hint: sayAutopay(account, kit) },
    { href: address('/statement'), label: t('way.statement') },
  ];
}

function listOwn({ t, address }: PageKit): Way[] {
  return [
    { href: address('/thread'), label: t('way.thread') },
    { href: address('/preferences'), label: t('way.preferences') },
    { href: address('/paperless'), label: t('way.paperless') },
    { href: address('/phones'), label: t('way.phones') },
    { href: address('/passkeys'), label: t('passkey.title'), hint: t('passkey.hint') },
    { href: address('/own-data'), label: t('way.own-data') },
  ];
}

function sayPromise({ promise }: AccountOverview, { t, format }: PageKit): string {
  if (!promise) return t('account.promise-none');
  return t('account.promise', { amount: format.money(promise.amount), date: format.day(promise.dueOn) });
}

function sayAutopay({ autopay }: AccountOverview, { t, format, cardName }: PageKit): string {
  if (!autopay) return t('account.autopay-off');
  if (autopay.state === 'paused' || !autopay.card) return t('account.autopay-paused');
  const on = t('account.autopay-on', { card: cardName(autopay.card) });
  if (!autopay.next) return on;
  const { number, chargeOn } = autopay.next;
  return `${on} ${t('account.autopay-next', { number, date: format.day(chargeOn) })}`;
}
