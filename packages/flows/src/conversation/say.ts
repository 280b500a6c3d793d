import type { Saying } from '@kvitt/domain/conversation/dialog';
import { formatDueDate } from '@kvitt/domain/locale/format-due-date';
import { formatMoney } from '@kvitt/domain/locale/format-money';
import type { TxCtx } from '../kit/context.ts';
import { loadWriter, type Writer } from '../message/load-writer.ts';
import { queueText } from '../message/queue-text.ts';
import type { Answering } from './answering.ts';

/** The law presumes a STOP confirmation within five minutes to be fine (47 CFR 64.1200(a)(12)); a later one is not sent. */
const CONFIRM_STOP_WITHIN_MS = 300_000;

/** Says something in answer to a text: renders it in the customer's language and queues it as a reply. */
export async function say(tx: TxCtx, answering: Answering, what: Saying): Promise<void> {
  const { text } = answering;
  const { billerId, conversationId, senderId, phoneId } = text;
  const words = render(answering, what, tx.publicUrl, await loadWriter(tx, billerId));
  const isStop = what.kind === 'stop-confirmed';
  await queueText(tx, {
    billerId,
    conversationId,
    senderId,
    phoneId,
    purpose: 'reply',
    askedAt: text.createdAt,
    template: words.template,
    body: words.body,
    cause: `answer/${text.id}`,
    ...(words.bill && { invoiceId: words.bill.invoiceId }),
    ...(isStop && { sendBefore: new Date(text.createdAt.getTime() + CONFIRM_STOP_WITHIN_MS) }),
  });
}

interface Words {
  template: string;
  body: string;
  /** The bill whose link the words carry. */
  bill?: { invoiceId: string };
}

function render({ dialog }: Answering, what: Saying, publicUrl: string, renderTemplate: Writer): Words {
  const { language, biller } = dialog;
  const brand = biller.name;
  const link = '{link}';
  const { supportPhone } = biller;
  switch (what.kind) {
    case 'nothing-due':
      return plain('nothing-due', renderTemplate('nothing-due', language, { brand }));
    case 'no-card': {
      const amount = formatMoney(what.bill.amountDue, language);
      return about('no-card', what.bill, renderTemplate('no-card', language, { brand, amount, link }));
    }
    case 'several-bills': {
      const vars = { brand, count: what.count, total: formatMoney(what.total, language), link };
      return about('several-bills', what.first, renderTemplate('several-bills', language, vars));
    }
    case 'amount-by-link':
      return about('amount-by-link', what.bill, renderTemplate('amount-by-link', language, { brand, link }));
    case 'checking': {
      const amount = formatMoney(what.amount, language);
      return plain('checking-payment', renderTemplate('checking-payment', language, { brand, amount }));
    }
    case 'nothing-asked':
      return plain('no-offer', renderTemplate('no-offer', language, { brand }));
    case 'not-charged':
      return about('offer-declined', what, renderTemplate('offer-declined', language, { brand, link }));
    case 'balance': {
      const vars = {
        brand,
        amount: formatMoney(what.total, language),
        count: what.count,
        nextDue: formatDueDate(what.first.dueOn, language),
        link,
      };
      return about('balance', what.first, renderTemplate('balance', language, vars));
    }
    case 'help':
      return plain('help', renderTemplate('help', language, { brand, supportPhone }));
    case 'stop-confirmed':
      return plain('stop-confirmed', renderTemplate('stop-confirmed', language, { brand, supportPhone }));
    case 'start-confirmed':
      return plain('start-confirmed', renderTemplate('start-confirmed', language, { brand }));
    case 'person-coming':
      return plain('agent-coming', renderTemplate('agent-coming', language, { brand }));
    case 'question-received':
      return plain('question-received', renderTemplate('question-received', language, { brand }));
    case 'card-number-removed': {
      if (!what.bill)
        return plain(
          'card-number-removed',
          renderTemplate('card-number-removed', language, { brand, link: publicUrl }),
        );
      return about(
        'card-number-removed',
        what.bill,
        renderTemplate('card-number-removed', language, { brand, link }),
      );
    }
    case 'wrong-party-noted':
      return plain('wrong-party-noted', renderTemplate('wrong-party-noted', language, { brand }));
  }
}

function plain(template: string, body: string): Words {
  return { template, body };
}

function about(template: string, bill: { invoiceId: string }, body: string): Words {
  return { template, body, bill };
}
