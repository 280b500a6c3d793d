import type { Dialog } from '@kvitt/db/message/load-dialog';
import type { Saying } from '@kvitt/domain/conversation/dialog-effects';
import { formatDueDate } from '@kvitt/domain/locale/format-due-date';
import { formatMoney } from '@kvitt/domain/locale/format-money';
import type { Language } from '@kvitt/domain/locale/language';
import type { TemplateName, TemplateVars } from '@kvitt/domain/message/templates/template-vars';
import { whenNext } from '@kvitt/domain/message/when-next';
import type { Money } from '@kvitt/domain/money/money';
import { paymentReference } from '@kvitt/domain/payment/payment-reference';
import type { Writer } from '../message/load-writer.ts';
import { cardWords } from './card-words.ts';
import type { Reply } from './reply.ts';

/** Who says it to whom: the biller's own wordings, what was loaded for the answer, and where the portal is. */
export interface Voice {
  write: Writer;
  dialog: Dialog;
  publicUrl: string;
}

/** What says each thing: the words of a saying in the customer's language, and the bill whose link they carry. */
export function renderSaying(voice: Voice, what: Saying): Reply {
  const { dialog, publicUrl } = voice;
  const { language } = dialog;
  const { supportPhone } = dialog.biller;
  const plain = plainly(voice);
  const amount = (money: Money) => formatMoney(money, language);
  switch (what.kind) {
    case 'nothing-due':
    case 'undo-nothing':
    case 'plan-not-possible':
    case 'promise-how':
    case 'paper-on':
    case 'autopay-off':
    case 'links-on':
    case 'links-off':
    case 'language-choices':
    case 'start-confirmed':
    case 'marketing-confirmed':
    case 'question-received':
    case 'stop-unclear':
    case 'wrong-party-noted':
      return plain(what.kind, {});
    case 'opt-in-confirmed': {
      const statements = dialog.accounts.flatMap(({ nextStatementOn }) => nextStatementOn ?? []);
      return plain(what.kind, whenNext(statements, dialog.facts.today));
    }
    case 'overpayment-kept':
      return plain(what.kind, { amount: amount(what.amount) });
    case 'nothing-asked':
      return plain('no-offer', {});
    case 'menu':
      return plain('what-to-say', {});
    case 'plan':
      return plain('plan-how', {});
    case 'person-coming':
      return plain('agent-coming', {});
    case 'help':
      return plain('help', { supportPhone });
    case 'stop-confirmed':
      return plain(what.asksWhich ? 'stop-confirmed-choose' : 'stop-confirmed', { supportPhone });
    case 'undo-too-late':
      return plain(what.kind, { amount: amount(what.amount), supportPhone });
    case 'checking':
      return plain('checking-payment', { amount: amount(what.amount) });
    case 'amount-not-possible':
    case 'promise-amount-not-possible':
      return plain(what.kind, { least: amount(what.least), most: amount(what.most) });
    case 'promise-not-possible':
      return plain(what.kind, {
        latest: formatDueDate(what.latest, language),
        example: EXAMPLE_DAY[language],
      });
    case 'language-changed':
      return plainly(voice, what.to)('language-changed', {});
    case 'who':
      return plain('who', { ...whoWeAre(dialog), supportPhone, site: publicUrl });
    default:
      return renderAboutBill(voice, what);
  }
}

type AboutBill = Extract<
  Saying,
  {
    kind:
      | 'no-card'
      | 'several-bills'
      | 'whole-bills-only'
      | 'not-charged'
      | 'balance'
      | 'later'
      | 'plan-running'
      | 'link'
      | 'card-link'
      | 'autopay-link'
      | 'autopay-on'
      | 'card-number-removed';
  }
>;

/** A day in the words of PROMISE, as it is taught. */
const EXAMPLE_DAY: Record<Language, string> = { en: 'FRI', es: 'VIE', de: 'FR', sv: 'FRE', nb: 'FRE' };

const link = '{link}';

function renderAboutBill(voice: Voice, what: AboutBill): Reply {
  const { language } = voice.dialog;
  const plain = plainly(voice);
  switch (what.kind) {
    case 'no-card':
      return about(what.bill, plain('no-card', { amount: formatMoney(what.bill.amountDue, language), link }));
    case 'several-bills': {
      const total = what.total && formatMoney(what.total, language);
      const vars = { count: what.count, link, ...(total && { total }) };
      return about(what.first, plain('several-bills', vars));
    }
    case 'whole-bills-only':
      return about(what.bill, plain('amount-by-link', { link }));
    case 'not-charged':
      return about(what, plain('offer-declined', { link }));
    case 'balance':
    case 'later': {
      const vars = {
        amount: formatMoney(what.total, language),
        count: what.count,
        nextDue: formatDueDate(what.first.dueOn, language),
      };
      return about(
        what.first,
        what.kind === 'later' ? plain('later', vars) : plain('balance', { ...vars, link }),
      );
    }
    case 'plan-running': {
      const { plan, bill } = what;
      const vars = {
        paid: plan.paid,
        count: plan.count,
        balance: formatMoney(plan.left, language),
        amount: formatMoney(plan.next.amount, language),
        dueDate: formatDueDate(plan.next.dueOn, language),
        link,
        ...(bill.method && { card: cardWords(bill.method.card) }),
      };
      return about(bill, plain('plan-running', vars));
    }
    case 'link':
      return { ...about(what, plain('fresh-link', { link })), isLinkAskedFor: true };
    case 'card-link':
      return { ...about(what, plain('card-link', { link })), isLinkAskedFor: true };
    case 'autopay-link':
      return { ...about(what, plain('autopay-page', { link })), isLinkAskedFor: true };
    case 'autopay-on': {
      const { invoiceId } = what;
      const vars = { card: cardWords(what.card) };
      return invoiceId === undefined
        ? plain('autopay-on', vars)
        : about({ invoiceId }, plain('autopay-on', { ...vars, link }));
    }
    case 'card-number-removed':
      if (!what.bill) return plain('card-number-removed', { link: voice.publicUrl });
      return about(what.bill, plain('card-number-removed', { link }));
  }
}

/** Renders a template in the customer's language, or in the one that was just chosen. */
function plainly({ write, dialog }: Voice, language = dialog.language) {
  return <N extends TemplateName>(template: N, vars: Omit<TemplateVars<N>, 'brand'>): Reply => {
    const all = { ...vars, brand: dialog.biller.name } as TemplateVars<N>;
    return { template, body: write(template, language, all) };
  };
}

function about({ invoiceId }: { invoiceId: string }, reply: Reply): Reply {
  return { ...reply, invoiceId };
}

/** What the customer can hold against the text that they doubt: the end of their account's number, and its reference. */
function whoWeAre({ accounts, lastTextId }: Dialog): { accountTail?: string; reference?: string } {
  const number = accounts[0]?.number;
  return {
    ...(number && { accountTail: number.slice(-4) }),
    ...(lastTextId && { reference: paymentReference(lastTextId) }),
  };
}
