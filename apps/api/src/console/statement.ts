import { Biller } from '@kvitt/db/biller/biller.entity';
import { Account } from '@kvitt/db/customer/account.entity';
import { loadMovements } from '@kvitt/db/statement/load-movements';
import { ANYONE } from '@kvitt/domain/agent/role';
import { LANGUAGES } from '@kvitt/domain/locale/language';
import { CURRENCIES } from '@kvitt/domain/money/money';
import { makeStatement } from '@kvitt/domain/statement/make-statement';
import { TRPCError } from '@trpc/server';
import { z } from 'zod';
import { consoleRoom, forRoles } from '../kit/trpc-console.ts';

/** Statements of account: every movement in words, in the language of whoever reads it. */
export const statementRoom = consoleRoom({
  show: forRoles(ANYONE)
    .input(
      z.object({
        accountId: z.uuid(),
        from: z.iso.date(),
        to: z.iso.date(),
        language: z.enum(LANGUAGES as [(typeof LANGUAGES)[number]]),
        /** The biller's own where absent. */
        currency: z.enum(CURRENCIES).optional(),
      }),
    )
    .query(async ({ ctx: { em, agent }, input: { language, ...of } }) => {
      const { billerId } = agent;
      if (!(await em.findOne(Account, { billerId, id: of.accountId }))) {
        throw new TRPCError({ code: 'NOT_FOUND', message: 'no such account' });
      }
      const currency = of.currency ?? (await em.findOneOrFail(Biller, { id: billerId })).currency;
      const found = await loadMovements(em, { ...of, billerId, currency });
      return makeStatement({ ...of, currency, language, ...found });
    }),
});
