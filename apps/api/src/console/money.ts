import { Biller } from '@kvitt/db/biller/biller.entity';
import { listMoneyRules, type MoneyRulesVersion } from '@kvitt/db/payment/list-money-rules';
import { loadMoneyRules } from '@kvitt/db/payment/load-money-rules';
import { lockMoneyRules } from '@kvitt/db/payment/lock-money-rules';
import { ADMINS, OVERSEERS } from '@kvitt/domain/agent/role';
import { LANGUAGES } from '@kvitt/domain/locale/language';
import { renderTemplate } from '@kvitt/domain/message/templates/render-template';
import { type Currency, money } from '@kvitt/domain/money/money';
import { type CardFeeTerms, NOTICE_OF_SURCHARGE_DAYS } from '@kvitt/domain/payment/card-fee';
import { compareMoneyRules } from '@kvitt/domain/payment/compare-money-rules';
import { foreseeCardFee } from '@kvitt/domain/payment/foresee-card-fee';
import { DEFAULT_MONEY_RULES } from '@kvitt/domain/payment/money-rules';
import { sayWithFee } from '@kvitt/domain/payment/say-with-fee';
import { addDays } from '@kvitt/domain/time/add-days';
import { localDate } from '@kvitt/domain/time/local-date';
import { noteAct } from '@kvitt/flows/agent/note-act';
import { readMoneyRules } from '@kvitt/flows/payment/read-money-rules';
import { saveMoneyRules } from '@kvitt/flows/payment/save-money-rules';
import { z } from 'zod';
import { consoleRoom, forRoles } from '../kit/trpc-console.ts';

/** How many changes are shown. */
const SHOWN_VERSIONS = 30;

/** Read by the flow, which says what is wrong with them. */
const TERMS = z.unknown();

/** What the biller decides about money where the law leaves it to them: seeing it, trying a change, putting it in force. */
export const moneyRoom = consoleRoom({
  show: forRoles(OVERSEERS).query(async ({ ctx: { em, tx, agent } }) => {
    const { currency, timeZone } = await em.findOneOrFail(Biller, { id: agent.billerId });
    const { cardFee, ...rules } = await loadMoneyRules(em, agent.billerId);
    const versions = await listMoneyRules(em, agent.billerId, SHOWN_VERSIONS + 1);
    return {
      cardFee,
      rules,
      /** Which state of the rules this is: a change says which one it began with. */
      version: versions[0]?.number ?? 0,
      history: tellChanges(versions).slice(0, SHOWN_VERSIONS),
      currency,
      today: localDate(tx.clock.now(), timeZone),
      noticeDays: NOTICE_OF_SURCHARGE_DAYS,
    };
  }),

  /** What a draft of the card fee would add in each place, and how a customer would read it; or what is wrong with it. */
  foresee: forRoles(OVERSEERS)
    .input(
      z.object({
        cardFee: TERMS,
        amountMinor: z.int().positive().max(1e9),
        brand: z.enum(['Visa', 'Mastercard', 'American Express', 'Discover']),
        place: z.string().max(10),
        language: z.enum(LANGUAGES),
      }),
    )
    .query(async ({ ctx: { em, tx, agent }, input }) => {
      const reading = readMoneyRules({ cardFee: input.cardFee });
      if ('problem' in reading) return { kind: 'refused' as const, problem: reading.problem };
      const { name, currency, timeZone } = await em.findOneOrFail(Biller, { id: agent.billerId });
      const terms = reading.rules.cardFee ?? null;
      const today = localDate(tx.clock.now(), timeZone);
      const amount = money(input.amountMinor, currency);
      const places = foreseeCardFee({ amount, brand: input.brand, today }, terms);
      const here = places.find(({ place }) => place === input.place);
      const text = renderTemplate('pay-question', input.language, {
        brand: name,
        amount: sayWithFee(amount, here?.feeMinor ?? 0, input.language),
        invoiceNumber: '10442',
        card: `${input.brand} ..4242`,
        code: '73',
      });
      return {
        kind: 'foreseen' as const,
        places,
        text,
        feeMinor: here?.feeMinor ?? 0,
        startsOn: startOf(terms),
      };
    }),

  /** All rules but the card fee at once; nothing is changed where one of them is wrong, or somebody else was faster. */
  saveRules: forRoles(ADMINS)
    .input(z.object({ rules: z.record(z.string(), z.unknown()), seen: z.int().min(0) }))
    .mutation(async ({ ctx: { tx, actor }, input }) => {
      const { billerId } = actor;
      if ((await lockMoneyRules(tx.em, billerId)) !== input.seen) return { kind: 'overtaken' as const };
      const { cardFee: _, ...others } = input.rules;
      const reading = readMoneyRules(others);
      if ('problem' in reading) return { kind: 'refused' as const, problems: reading.problems };
      const before = await loadMoneyRules(tx.em, billerId);
      const changes = compareMoneyRules(before, { ...before, ...reading.rules });
      if (changes.length === 0) return { kind: 'same' as const };
      await saveMoneyRules(tx, billerId, reading.rules, 'kept', actor.name);
      await noteAct(tx, actor, 'money.rules', { detail: changes.map(({ path }) => path).join(', ') });
      return { kind: 'saved' as const };
    }),

  saveCardFee: forRoles(ADMINS)
    .input(z.object({ cardFee: TERMS }))
    .mutation(async ({ ctx: { tx, actor }, input }) => {
      const reading = readMoneyRules({ cardFee: input.cardFee });
      if ('problem' in reading) return { kind: 'refused' as const, problem: reading.problem };
      const { cardFee = null } = reading.rules;
      const { billerId } = actor;
      const { currency } = await tx.em.findOneOrFail(Biller, { id: billerId });
      await saveMoneyRules(tx, billerId, { cardFee }, 'kept', actor.name);
      await noteAct(tx, actor, 'money.card-fee', { detail: sayTerms(cardFee, currency) });
      return { kind: 'saved' as const };
    }),
});

/** Each state with what it changed of the one before; of the first one, of what holds by default. */
function tellChanges(versions: readonly MoneyRulesVersion[]) {
  return versions.map(({ number, rules, changedAt, changedBy }, index) => ({
    number,
    changedAt: changedAt.toISOString(),
    changedBy,
    changes: compareMoneyRules(versions[index + 1]?.rules ?? DEFAULT_MONEY_RULES, rules),
  }));
}

/** The first day on which a surcharge may be added; null where there is none to wait for. */
function startOf(terms: CardFeeTerms | null): string | null {
  return terms?.kind === 'surcharge' ? addDays(terms.announcedOn, NOTICE_OF_SURCHARGE_DAYS) : null;
}

/** For the audit table: what it is from now on. */
function sayTerms(terms: CardFeeTerms | null, currency: Currency): string {
  if (!terms) return 'off';
  if (terms.kind === 'convenience') return `convenience, ${terms.feeMinor} ${currency} in minor units`;
  return `surcharge, ${terms.bp} bp, cost ${terms.costBp} bp, announced on ${terms.announcedOn}`;
}
