import { Account } from '@kvitt/db/customer/account.entity';
import { loadJourney } from '@kvitt/db/offer/load-journey';
import { loadSituation } from '@kvitt/db/offer/load-situation';
import { pickCard } from '@kvitt/domain/offer/pick-card';
import { localDate } from '@kvitt/domain/time/local-date';
import { findCampaigner } from '../campaign/find-campaign.ts';
import { CommandError } from '../command-error.ts';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import { readDay } from '../read-day.ts';
import { withContext } from '../with-context.ts';
import { writeAnswer } from '../write-answer.ts';

/** `journey pick ACCOUNT`: which card an account would be shown beside its bill, and why not another; writes nothing. */
export async function pickCardCommand(
  number: string,
  options: { biller?: string; day?: string; json?: boolean },
): Promise<ExitCode> {
  return withContext({ isReadOnly: true }, async (ctx) => {
    const biller = await findCampaigner(ctx, options.biller);
    const today =
      options.day === undefined ? localDate(ctx.clock.now(), biller.timeZone) : readDay(options.day);
    const em = ctx.em.fork();
    const account = await em.findOne(Account, { billerId: biller.id, number });
    if (!account) throw new CommandError(EXIT.no, `There is no account ${number}.`);
    const journey = await loadJourney(em, biller.id);
    const situation = await loadSituation(em, { billerId: biller.id, accountId: account.id }, today);
    const card = journey ? pickCard(journey.rules, situation) : undefined;
    const { openedOn, isOverdue, isDisputed, hasAutopay, isPaperless, hasObjected } = situation;
    const facts = { openedOn, isOverdue, isDisputed, hasAutopay, isPaperless, hasObjected };
    if (options.json) {
      await writeAnswer(`${JSON.stringify({ day: today, card: card?.key ?? null, ...facts })}\n`);
      return EXIT.done;
    }
    const said = Object.entries(facts).map(([name, value]) => `  ${name}: ${value}`);
    const shown = card ? `${card.key} (${card.kind})` : 'nothing: no card fits';
    await writeAnswer(`On ${today} account ${number} is shown ${shown}\n${said.join('\n')}\n`);
    return EXIT.done;
  });
}
