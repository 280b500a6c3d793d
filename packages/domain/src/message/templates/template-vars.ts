import type { DeclineKind } from '../../payment/outcome.ts';

/** What every text is told: whose it is. The brand is its first word (CTIA 5.1). */
interface Brand {
  brand: string;
}

/**
 * What each template is told. All values are words, ready to read in the text's language: amounts from `formatMoney`,
 * dates from `formatDueDate`, `card` as "Visa ..4242", `link` with https and on the biller's own domain.
 */
export interface TemplateVarsByName {
  'bill-ready': Brand & {
    firstName: string;
    amount: string;
    dueDate: string;
    invoiceNumber?: string;
    /** Present where PAY would charge it after a question. */
    card?: string;
    link: string;
    withStop: boolean;
  };
  /** Only for a customer who switched one-reply pay on: PAY charges what this text states. */
  'bill-ready-one-reply': Brand & {
    firstName: string;
    amount: string;
    dueDate: string;
    card: string;
    link: string;
    withStop: boolean;
  };
  'pay-question': Brand & { amount: string; invoiceNumber: string; card: string; code: string };
  'pay-question-again': Brand & {
    /** The question's time ran out · the amount or the card is another now · the answer had another code or none. */
    why: 'expired' | 'changed' | 'code';
    amount: string;
    invoiceNumber: string;
    card: string;
    code: string;
  };
  receipt: Brand & {
    amount: string;
    date: string;
    card: string;
    reference: string;
    /** What is left to pay on the bill. */
    balance: string;
    link: string;
  };
  /** A receipt for several bills: `split` names each with what went to it. */
  'receipt-split': TemplateVarsByName['receipt'] & { split: string };
  'payment-declined': Brand & { why: DeclineKind; amount: string; card: string; link: string };
  'checking-payment': Brand & { amount: string };
  'payment-did-not-arrive': Brand & { amount: string };
  'already-paid': Brand & { invoiceNumber: string; date: string };
  'nothing-due': Brand;
  'no-card': Brand & { amount: string; link: string };
  'several-bills': Brand & { count: number; total: string; link: string };
  'amount-by-link': Brand & { link: string };
  /** A YES or NO where no question is open. */
  'no-offer': Brand;
  /** A NO to a question. */
  'offer-declined': Brand & { link: string };
  balance: Brand & { amount: string; count: number; nextDue: string; link?: string };
  help: Brand & { supportPhone: string };
  'stop-confirmed': Brand & { supportPhone: string };
  'start-confirmed': Brand;
  'agent-coming': Brand;
  'question-received': Brand;
  'card-number-removed': Brand & { link: string };
  'fresh-link': Brand & { link: string };
  'wrong-party-noted': Brand;
  'refund-made': Brand & { amount: string; card: string };
}

export type TemplateName = keyof TemplateVarsByName;

export type TemplateVars<N extends TemplateName> = TemplateVarsByName[N];

/** The texts of one language, each without the brand, which `renderTemplate` puts first. */
export type Templates = { readonly [N in TemplateName]: (vars: TemplateVarsByName[N]) => string };
