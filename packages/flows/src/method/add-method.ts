import { Biller } from '@kvitt/db/biller/biller.entity';
import { Account } from '@kvitt/db/customer/account.entity';
import { Customer } from '@kvitt/db/customer/customer.entity';
import { findOwner } from '@kvitt/db/customer/find-owner';
import { BankMandate } from '@kvitt/db/method/bank-mandate.entity';
import { PaymentMethod } from '@kvitt/db/payment/payment-method.entity';
import type { AutopayChannel } from '@kvitt/domain/autopay/autopay';
import { findWording } from '@kvitt/domain/consent/find-wording';
import type { Ctx } from '../kit/context.ts';
import { inTransaction } from '../kit/in-transaction.ts';
import { type KeptCard, keepCard } from '../payment/keep-card.ts';

/** The words that a mandate for a bank account is given in. */
const BANK_WORDING = 'bank-debit';

export interface MethodOrder {
  billerId: string;
  accountId: string;
  /** Names this try: sent twice, it is kept once. */
  tryId: string;
  /** From the processor's fields: a one-time reference, never a number. */
  nonce: string;
  /** Whether its holder has proved whose account it is; see `keepCard`. */
  takesOver: boolean;
  /** With a bank account, and only there: what was agreed to, and by whom. */
  mandate?: {
    /** The wording that was shown, `key@version`; another than the one that holds now is refused. */
    wordingKey: string;
    channel: AutopayChannel;
    actor: string;
    evidence?: Record<string, string | number>;
  };
}

/**
 * `other-words` what was agreed to is not what holds now · `declined` the processor, or the bank, does not take it ·
 * `no-answer` nobody knows; nothing was charged, and it can be tried again.
 */
export type AddRefusal = 'other-words' | 'declined' | 'no-answer';

export type AddMethodAnswer =
  | { kind: 'kept'; methodId: string }
  | { kind: 'refused'; refusal: AddRefusal; code?: string };

/**
 * Keeps a card, a wallet or a bank account without paying: has the processor put it in its vault and check it, outside any
 * transaction, and writes it down with its mandate. A bank account that does not pass the check is not kept, so that no debit
 * is the first to find out.
 */
export async function addMethod(ctx: Ctx, order: MethodOrder): Promise<AddMethodAnswer> {
  const { billerId, accountId, mandate } = order;
  // What comes with a form may be anybody's id: made from it and the account, it is this account's alone.
  const methodId = ctx.ids.derived(order.tryId.toLowerCase(), `method/${accountId}`);
  const em = ctx.em.fork();
  if (await em.findOne(PaymentMethod, { billerId, id: methodId })) return { kind: 'kept', methodId };
  const said = mandate && (await findWords(ctx, order));
  if (mandate && said?.wordingKey !== mandate.wordingKey) return refused('other-words');
  const owner = await findVaultCustomer(ctx, { billerId, accountId });
  if (owner === undefined) return refused('no-answer');
  const made = await ctx.payments.createMethod(owner, order.nonce, mandate ? 'bank' : 'card');
  if (made.kind === 'failed') return refused(made.retryable ? 'no-answer' : 'declined', made.code);
  const { card, token } = made;
  // Neither without the other: a mandate is for a bank account, and a bank account is debited under one.
  if ((card.kind === 'bank') !== (mandate !== undefined)) {
    await ctx.payments.deleteMethod(token);
    return refused('declined', 'another-kind');
  }
  const kept = { billerId, accountId, methodId, card, token, customerId: owner, takesOver: order.takesOver };
  await keep(ctx, kept, mandate && said && { ...mandate, ...said });
  return { kind: 'kept', methodId };
}

function refused(refusal: AddRefusal, code?: string): AddMethodAnswer {
  return { kind: 'refused', refusal, ...(code && { code }) };
}

async function findWords(ctx: Ctx, { billerId, accountId, mandate }: MethodOrder) {
  const em = ctx.em.fork();
  const { name: brand } = await em.findOneOrFail(Biller, { id: billerId });
  const { language } = await findOwner(em, { billerId, accountId });
  const said = findWording(BANK_WORDING, { channel: mandate?.channel ?? 'web', language, brand });
  return said && { ...said, language };
}

/** The account's customer at the processor; made where there is none yet. */
async function findVaultCustomer(
  ctx: Ctx,
  key: { billerId: string; accountId: string },
): Promise<string | undefined> {
  const em = ctx.em.fork();
  const account = await em.findOneOrFail(Account, { billerId: key.billerId, id: key.accountId });
  if (account.vaultCustomerId) return account.vaultCustomerId;
  const customer = await em.findOneOrFail(Customer, { billerId: key.billerId, id: account.customerId });
  const { firstName, lastName } = customer;
  const made = await ctx.payments.createCustomer({ firstName, lastName });
  return made.kind === 'made' ? made.customerId : undefined;
}

type Agreed = NonNullable<MethodOrder['mandate']> & NonNullable<Awaited<ReturnType<typeof findWords>>>;

async function keep(ctx: Ctx, kept: KeptCard, agreed: Agreed | undefined): Promise<void> {
  const { billerId, accountId, methodId } = kept;
  await inTransaction(ctx, async (tx) => {
    // The same form sent twice at once: the second finds what the first has kept.
    if (await tx.em.findOne(PaymentMethod, { billerId, id: methodId })) return;
    await keepCard(tx, kept);
    if (!agreed) return;
    await tx.em.insert(BankMandate, {
      billerId,
      id: tx.ids.derived(methodId, 'mandate'),
      accountId,
      methodId,
      wordingKey: agreed.wordingKey,
      wording: agreed.words,
      language: agreed.language,
      actor: agreed.actor,
      channel: agreed.channel,
      evidence: agreed.evidence ?? {},
      agreedAt: tx.clock.now(),
      endedAt: null,
    });
  });
}
