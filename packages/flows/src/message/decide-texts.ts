import { createHash } from 'node:crypto';
import { type DecisionRow, insertDecisions } from '@kvitt/db/message/insert-decisions';
import { loadContactFacts, type TextToDecide } from '@kvitt/db/message/load-contact-facts';
import { mayText } from '@kvitt/domain/consent/may-text';
import {
  assembleInput,
  type ContactFacts,
  type TextTraits,
} from '@kvitt/domain/consent/policy/assemble-input';
import type { Contact, PolicyAnswer } from '@kvitt/domain/consent/policy/policy-input';
import { RULES } from '@kvitt/domain/consent/policy/rules';
import { writePolicyInput } from '@kvitt/domain/consent/policy/written-answer';
import { sql } from 'kysely';
import type { TxCtx } from '../kit/context.ts';

/** A text that waits for a decision. */
export interface OpenText extends TextToDecide, Omit<TextTraits, 'url' | 'sender'> {
  body: string;
  /** The number or the name that it would come from. */
  from: string;
  /** Whether it only goes once its reader has agreed to it, as who is on a call may: then that is not what it lacks. */
  followsAgreement?: boolean;
}

/** What a decision takes: it needs no transaction, only one moment of the database and of the clock. */
export type Deciding = Pick<TxCtx, 'em' | 'clock' | 'log' | 'publicUrl'>;

export interface DecidedText extends PolicyAnswer {
  messageId: string;
  inputs: object;
}

/** The rules as they are in this version of Kvitt; a decision names them. */
const POLICY_VERSION = createHash('sha256').update(JSON.stringify(RULES)).digest('hex');

/**
 * Asks the contact policy about texts of one biller, in their order: one that may go counts as a contact for those after
 * it. Nothing is kept yet. A fault denies, and is shouted about: a rule that cannot be read must not open the gate.
 */
export async function decideTexts(
  tx: Deciding,
  billerId: string,
  texts: readonly OpenText[],
): Promise<DecidedText[]> {
  const now = tx.clock.now();
  const facts = await loadContactFacts(tx.em, billerId, texts, now);
  const sent = new Map<string, Contact[]>();
  return texts.map((text) => {
    const known = facts.get(text.id);
    const before = sent.get(text.phoneId) ?? [];
    const decided = known
      ? decide(tx, text, { ...foresee(text, known), history: [...known.history, ...before] })
      : failed(text.id, {});
    if (decided.reasons.includes('POLICY_ERROR')) {
      const fields = { alarm: 'contact-policy', metric: 'policy_errors', count: 1, messageId: text.id };
      tx.log.warn(fields, 'the contact policy failed: the text is not sent');
    }
    if (decided.decision === 'ALLOW' && text.purpose !== 'reply') {
      const contact: Contact = { kind: 'sms', at: now.getTime(), subject: text.template };
      sent.set(text.phoneId, [...before, known?.debt ? { ...contact, debt: known.debt } : contact]);
    }
    return decided;
  });
}

/** Keeps what was decided on texts whose rows are there, and the rules that it was decided by where they are new. */
export async function keepDecisions(
  tx: TxCtx,
  shared: { billerId: string; phase: 'planned' | 'claimed' },
  decided: readonly DecidedText[],
): Promise<void> {
  if (decided.length === 0) return;
  const at = tx.clock.now();
  const rows = decided.map(({ messageId, decision, reasons, nextAllowedAt, inputs }): DecisionRow => {
    const next = nextAllowedAt === null ? null : new Date(nextAllowedAt);
    return { id: tx.ids.next(), messageId, decision, reasons, nextAllowedAt: next, inputs };
  });
  if (await insertDecisions(tx.em, { ...shared, version: POLICY_VERSION, at }, rows)) return;
  await keepRules(tx, shared.billerId);
}

/** Keeps the rules that are decided by, for decisions that are kept elsewhere, and gives their version. */
export async function keepRules(tx: TxCtx, billerId: string): Promise<string> {
  const db = tx.em.getKysely();
  const known =
    await sql`select from policy_version where biller_id = ${billerId} and hash = ${POLICY_VERSION}`.execute(
      db,
    );
  if (known.rows.length > 0) return POLICY_VERSION;
  await sql`insert into policy_version (biller_id, hash, rules, first_used_at)
    values (${billerId}, ${POLICY_VERSION}, ${JSON.stringify(RULES)}::jsonb,
      ${tx.clock.now().toISOString()}::timestamptz)
    on conflict do nothing`.execute(db);
  return POLICY_VERSION;
}

/** As it will stand once they have agreed; a STOP stands whatever is said on a call. */
function foresee({ followsAgreement }: OpenText, facts: ContactFacts): ContactFacts {
  const { service = 'pending' as const } = facts.consents;
  return followsAgreement ? { ...facts, consents: { ...facts.consents, service } } : facts;
}

function decide(tx: Deciding, text: OpenText, facts: ContactFacts): DecidedText {
  try {
    const traits: TextTraits = {
      ...text,
      url: text.body.includes('{link}') ? tx.publicUrl : undefined,
      // A name in place of a number: phones in the United States cannot answer it, and carriers do not take it.
      sender: /[A-Za-z]/.test(text.from) ? 'alphanumeric' : undefined,
    };
    const input = assembleInput(facts, traits, tx.clock.now());
    return { messageId: text.id, ...mayText(input), inputs: writePolicyInput(input) };
  } catch (error) {
    return failed(text.id, { error: error instanceof Error ? error.name : 'unknown' });
  }
}

function failed(messageId: string, inputs: object): DecidedText {
  return { messageId, decision: 'DENY', reasons: ['POLICY_ERROR'], nextAllowedAt: null, inputs };
}
