import { listCredits } from '@kvitt/db/credit/list-credits';
import type { LinkTarget } from '@kvitt/db/session/find-link';
import { money } from '@kvitt/domain/money/money';
import type { Ctx } from '@kvitt/flows/kit/context';
import type { CreditLine } from './own-views.ts';

/** What stands to an account's credit, the latest first; those that are over are not among them. */
export async function listCreditLines(
  ctx: Ctx,
  { account }: Pick<LinkTarget, 'account'>,
): Promise<CreditLine[]> {
  const credits = await listCredits(ctx.em, { billerId: account.billerId, accountId: account.id });
  return credits
    .filter(({ endedAs }) => endedAs === null)
    .map(
      ({ creditId, kind, amountMinor, leftMinor, currency, grantedOn, expiresOn, isKept, isAskedBack }) => ({
        creditId,
        kind,
        amount: money(amountMinor, currency),
        left: money(leftMinor, currency),
        grantedOn,
        ...(expiresOn && { expiresOn }),
        ...(!isKept && { choice: isAskedBack ? ('asked-back' as const) : ('open' as const) }),
      }),
    );
}
