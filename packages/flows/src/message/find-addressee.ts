import { Biller } from '@kvitt/db/biller/biller.entity';
import { Account } from '@kvitt/db/customer/account.entity';
import { Customer } from '@kvitt/db/customer/customer.entity';
import { findDefaultMethod } from '@kvitt/db/payment/find-default-method';
import type { Language } from '@kvitt/domain/locale/language';
import { cardWords } from '../conversation/card-words.ts';
import { findThread, type Thread } from '../conversation/find-thread.ts';
import type { TxCtx } from '../kit/context.ts';
import { loadWriter, type Writer } from './load-writer.ts';

/** Whom a text about an account goes to, and what every such text says. */
export interface Addressee {
  thread: Thread;
  write: Writer;
  language: Language;
  /** The customer's own. */
  timeZone: string;
  accountNumber: string;
  /** `card` where one is kept that PAY would charge. */
  vars: { brand: string; firstName: string; card?: string };
}

/** Who is told about an account, within the caller's transaction; undefined where it has no phone. */
export async function findAddressee(
  tx: TxCtx,
  { billerId, accountId }: { billerId: string; accountId: string },
): Promise<Addressee | undefined> {
  const thread = await findThread(tx, billerId, accountId);
  if (!thread) return undefined;
  const { name: brand } = await tx.em.findOneOrFail(Biller, { id: billerId });
  const account = await tx.em.findOneOrFail(Account, { billerId, id: accountId });
  const { firstName, language, timeZone } = await tx.em.findOneOrFail(Customer, {
    billerId,
    id: account.customerId,
  });
  const method = await findDefaultMethod(tx.em, { billerId, accountId });
  return {
    thread,
    write: await loadWriter(tx, billerId),
    language,
    timeZone,
    accountNumber: account.number,
    vars: { brand, firstName, ...(method && { card: cardWords(method) }) },
  };
}
