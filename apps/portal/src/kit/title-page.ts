import type { PageKit } from './use-page.ts';

/** What the tab and a screen reader say first: where one is and, after a payment, how it went; then whose page it is. */
export function titlePage({ page, t }: PageKit): string {
  return `${sayWhere({ page, t })} · ${page.biller.name}`;
}

function sayWhere({ page: { view, biller }, t }: Pick<PageKit, 'page' | 't'>): string {
  switch (view.kind) {
    case 'bill':
      return t('bill.title', { number: view.bill.number });
    case 'pay':
    case 'pay-saved':
      return sayPaying(view.pay.problem?.kind, { biller: biller.name, t });
    case 'settled':
      return t(view.receipt.remaining.minor === 0 ? 'settled.title' : 'settled.part');
    case 'checking':
      return t('checking.title');
    case 'nothing-due':
      return t('nothing-due.title');
    case 'expired':
      return t('expired.title');
    case 'fresh-link-sent':
      return t('fresh.title');
    case 'unknown-link':
      return t('unknown.title');
    case 'step-up':
      return t('step.title');
    case 'account':
      return t('account.title');
    case 'amount':
      return t('amount.title');
    case 'pay-fee':
      return t('fee.title');
    case 'promise':
      return t('promise.title');
    case 'autopay':
      return t('autopay.title');
    case 'statement':
      return t('statement.title');
    case 'shared-receipt':
      return t('settled.receipt');
    case 'new-method':
      return t(view.step.kind === 'bank' ? 'new.bank-title' : 'new.card-title');
    case 'plan':
      return t(view.plan.step === 'running' ? 'plan.running' : 'plan.title');
    case 'methods':
      return t('methods.title');
    case 'card-answer':
      return t(`card.${view.answer.outcome}`);
    case 'join':
      return t('join.title');
    case 'join-code':
      return t('join.code-title');
    case 'joined':
      return t('join.done-title');
    case 'thread':
      return t('thread.title', { number: view.thread.number });
    case 'due-date':
      return t('due.title');
    case 'preferences':
      return t('pref.title');
    case 'payers':
      return t(view.payers.made ? 'payers.made' : 'payers.title');
    case 'guest-over':
      return t('guest.over');
    case 'phones':
      return t('phones.title');
    case 'passkeys':
    case 'own-data':
      return t(view.kind === 'passkeys' ? 'passkey.title' : 'data.title');
    case 'paperless':
      return t(view.paperless.isOn ? 'paperless.is-on' : 'paperless.title');
    case 'slow-down':
      return t('slow.title');
  }
}

function sayPaying(
  problem: 'declined' | 'amount-changed' | 'not-ready' | undefined,
  { biller, t }: { biller: string; t: PageKit['t'] },
): string {
  if (problem === 'declined') return t('declined.title');
  if (problem === 'amount-changed') return t('changed.title');
  return problem ? t('not-ready.title') : t('pay.title', { biller });
}
