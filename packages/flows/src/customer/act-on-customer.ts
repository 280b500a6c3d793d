import { changeCustomerTag } from '@kvitt/db/customer/change-customer-tag';
import { Customer } from '@kvitt/db/customer/customer.entity';
import { listOpenBillsOfCustomer } from '@kvitt/db/customer/list-open-bills-of-customer';
import type { HoldReason } from '@kvitt/domain/invoice/hold';
import { noteAct } from '../agent/note-act.ts';
import { findThread } from '../conversation/find-thread.ts';
import type { AtDesk } from '../desk/move-thread.ts';
import { sendReply } from '../desk/send-reply.ts';
import { holdInvoice } from '../invoice/hold-invoice.ts';
import { releaseInvoice } from '../invoice/release-invoice.ts';
import type { TxCtx } from '../kit/context.ts';

/** What can be done for many customers at once. */
export type CustomerAct =
  | { kind: 'tag'; tag: string; isOn: boolean }
  /** `endsOn`: the last day, `YYYY-MM-DD`; until they are released where absent. */
  | { kind: 'hold'; why: HoldReason; note: string; endsOn?: string | undefined }
  /** Only these bills, where some are named. */
  | { kind: 'release'; invoiceIds?: readonly string[] | undefined }
  /** `words` with `{link}` where the link goes; `sendId` makes an order that is sent twice one. */
  | { kind: 'send-link'; words: string; sendId: string };

export type CustomerActAnswer =
  /** The bills or the text that it was done to: by them it is taken back. */
  | { kind: 'done'; ids: string[] }
  /**
   * Nothing that a rule forbids is done: `NO_CHANGE` it is so already · `NOTHING_OPEN` no bill has anything due ·
   * `NO_PHONE` · what the reply's own rules say.
   */
  | { kind: 'refused'; refusal: string };

/** Does one thing for one of many customers, within the caller's transaction, by the flow that does it for one. */
export async function actOnCustomer(
  tx: TxCtx,
  actor: AtDesk,
  customerId: string,
  act: CustomerAct,
): Promise<CustomerActAnswer> {
  const key = { billerId: actor.billerId, customerId };
  const customer = await tx.em.findOne(Customer, { billerId: actor.billerId, id: customerId });
  if (!customer || customer.mergedIntoId) return { kind: 'refused', refusal: 'NO_SUCH_CUSTOMER' };
  switch (act.kind) {
    case 'tag':
      return tagCustomer(tx, actor, key, act);
    case 'hold':
      return holdBills(tx, actor, key, act);
    case 'release':
      return releaseBills(tx, actor, key, act);
    case 'send-link':
      return sendLink(tx, actor, key, act);
  }
}

interface Key {
  billerId: string;
  customerId: string;
}

async function tagCustomer(
  tx: TxCtx,
  actor: AtDesk,
  key: Key,
  { tag, isOn }: Extract<CustomerAct, { kind: 'tag' }>,
): Promise<CustomerActAnswer> {
  const isNew = await changeCustomerTag(tx.em, key, { tag, isOn, at: tx.clock.now() });
  if (!isNew) return { kind: 'refused', refusal: 'NO_CHANGE' };
  await noteAct(tx, actor, isOn ? 'customer.tagged' : 'customer.untagged', {
    subject: 'customer',
    subjectId: key.customerId,
    detail: tag,
  });
  return { kind: 'done', ids: [] };
}

async function holdBills(
  tx: TxCtx,
  actor: AtDesk,
  key: Key,
  { why, note, endsOn }: Extract<CustomerAct, { kind: 'hold' }>,
): Promise<CustomerActAnswer> {
  const open = await listOpenBillsOfCustomer(tx.em, key);
  if (open.length === 0) return { kind: 'refused', refusal: 'NOTHING_OPEN' };
  const ids = open.filter(({ isHeld }) => !isHeld).map(({ invoiceId }) => invoiceId);
  if (ids.length === 0) return { kind: 'refused', refusal: 'NO_CHANGE' };
  for (const invoiceId of ids) {
    const order = { billerId: key.billerId, invoiceId, why, note, by: actor.name };
    await holdInvoice(tx, endsOn === undefined ? order : { ...order, endsOn });
    await noteAct(tx, actor, 'bill.held', { subject: 'invoice', subjectId: invoiceId });
  }
  return { kind: 'done', ids };
}

async function releaseBills(
  tx: TxCtx,
  actor: AtDesk,
  key: Key,
  { invoiceIds }: Extract<CustomerAct, { kind: 'release' }>,
): Promise<CustomerActAnswer> {
  const open = await listOpenBillsOfCustomer(tx.em, key);
  const ids = open
    .filter(({ invoiceId, isHeld }) => isHeld && (invoiceIds?.includes(invoiceId) ?? true))
    .map(({ invoiceId }) => invoiceId);
  if (ids.length === 0) return { kind: 'refused', refusal: 'NO_CHANGE' };
  for (const invoiceId of ids) {
    await releaseInvoice(tx, { billerId: key.billerId, invoiceId, by: actor.name });
    await noteAct(tx, actor, 'bill.released', { subject: 'invoice', subjectId: invoiceId });
  }
  return { kind: 'done', ids };
}

/** Texts the link of the bill that is due soonest, as an agent's reply: under the same rules, and to be taken back as one. */
async function sendLink(
  tx: TxCtx,
  actor: AtDesk,
  key: Key,
  { words, sendId }: Extract<CustomerAct, { kind: 'send-link' }>,
): Promise<CustomerActAnswer> {
  const [first] = await listOpenBillsOfCustomer(tx.em, key);
  if (!first) return { kind: 'refused', refusal: 'NOTHING_OPEN' };
  const thread = await findThread(tx, key.billerId, first.accountId);
  if (!thread) return { kind: 'refused', refusal: 'NO_PHONE' };
  const answer = await sendReply(tx, actor, {
    conversationId: thread.conversationId,
    replyId: tx.ids.derived(sendId, key.customerId),
    body: words.includes('{link}') ? words : `${words.trimEnd()} {link}`,
    invoiceId: first.invoiceId,
  });
  if (answer.kind === 'refused') return { kind: 'refused', refusal: answer.refusal };
  return { kind: 'done', ids: answer.kind === 'queued-before' ? [] : [answer.messageId] };
}
