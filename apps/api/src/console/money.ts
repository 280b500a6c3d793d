import { Biller } from '@kvitt/db/biller/biller.entity';
import { loadMoneyRules } from '@kvitt/db/payment/load-money-rules';
import { ADMINS, OVERSEERS } from '@kvitt/domain/agent/role';
import { LANGUAGES } from '@kvitt/domain/locale/language';
import { renderTemplate } from '@kvitt/domain/message/templates/render-template';
import { type Currency, money } from '@kvitt/domain/money/money';
import { type CardFeeTerms, NOTICE_OF_SURCHARGE_DAYS } from '@kvitt/domain/payment/card-fee';
import { foreseeCardFee } from '@kvitt/domain/payment/foresee-card-fee';
import { sayWithFee } from '@kvitt/domain/payment/say-with-fee';
import { addDays } from '@kvitt/domain/time/add-days';
import { localDate } from '@kvitt/domain/time/local-date';
import { noteAct } from '@kvitt/flows/agent/note-act';
import { readMoneyRules } from '@kvitt/flows/payment/read-money-rules';
import { saveMoneyRules } from '@kvitt/flows/payment/save-money-rules';
import { z } from 'zod';
import { consoleRoom, forRoles } from '../kit/trpc-console.ts';

/** Read by the flow, which says what is wrong with them. */
const TERMS = z.unknown();

/** What the biller decides about money where the law leaves it to them: seeing it, trying a change, putting it in force. */
export const moneyRoom = consoleRoom({
  show: forRoles(OVERSEERS).query(async ({ ctx: { em, tx, agent } }) => {
    const { currency, timeZone } = await em.findOneOrFail(Biller, { id: agent.billerId });
    const { cardFee } = await loadMoneyRules(em, agent.billerId);
    return {
      cardFee,
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

  saveCardFee: forRoles(ADMINS)
    .input(z.object({ cardFee: TERMS }))
    .mutation(async ({ ctx: { tx, actor }, input }) => {
      const reading = readMoneyRules({ cardFee: input.cardFee });
      if ('problem' in reading) return { kind: 'refused' as const, problem: reading.problem };
      const { cardFee = null } = reading.rules;
      const { billerId } = actor;
      const { currency } = await tx.em.findOneOrFail(Biller, { id: billerId });
      await saveMoneyRules(tx, billerId, { cardFee }, 'kept');
      await noteAct(tx, actor, 'money.card-fee', { detail: sayTerms(cardFee, currency) });
      return { kind: 'saved' as const };
    }),
});

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
