import type { Command } from 'commander';
import { readDay } from '../read-day.ts';
import { runCommand } from '../run-command.ts';

const json = ['--json', 'answer in JSON'] as const;
const biller = ['--biller <slug>', 'which biller, where there are several'] as const;

/** The commands about what customers have to their credit, and about statements of account. */
export function addCreditCommands(program: Command): void {
  const credit = program.command('credit').description('what customers have to their credit');

  credit
    .command('grant')
    .argument('<account>', "the account's number")
    .requiredOption('--reason <words>', 'why')
    .requiredOption('--by <person>', 'who says so')
    .option('--kind <kind>', 'goodwill or paperless; goodwill where absent')
    .option('--amount <amount>', 'how much, as 5.00; for paperless what the rules say where absent')
    .option('--expires <date>', 'the last day on which it can be used, YYYY-MM-DD', readDay)
    .option(...biller)
    .option(...json)
    .description('give credit, which goes by itself to the next amount due; no cash')
    .action(async (account: string, options) =>
      runCommand(async () => (await import('./manage-credits.ts')).giveCredit(account, options)),
    );

  credit
    .command('list')
    .argument('<account>', "the account's number")
    .option(...biller)
    .option(...json)
    .description('every credit of an account with what is left of it')
    .action(async (account: string, options) =>
      runCommand(async () => (await import('./manage-credits.ts')).showCredits(account, options)),
    );

  credit
    .command('expire')
    .option(...json)
    .description('end the credits whose last day is over at once, instead of within a minute')
    .action(async (options) =>
      runCommand(async () => (await import('./manage-credits.ts')).expireNow(options)),
    );

  for (const [name, as, says] of [
    ['take-back', 'taken-back', 'take back what is left of a credit that was given'],
    ['keep', 'kept', 'keep an overpayment as a credit, with the consent of the customer'],
    ['pay-back', 'paid-back', 'note that what is left of an overpayment was paid back'],
  ] as const) {
    credit
      .command(name)
      .argument('<credit>', "the credit's id")
      .requiredOption('--by <person>', 'who says so')
      .option('--consent <words>', 'how the customer agreed; needed to keep an overpayment')
      .option(...biller)
      .option(...json)
      .description(says)
      .action(async (id: string, options) =>
        runCommand(async () => (await import('./manage-credits.ts')).moveCredit(id, as, options)),
      );
  }

  addAccountCommands(program);
}

function addAccountCommands(program: Command): void {
  program
    .command('receive')
    .argument('<account>', "the account's number")
    .requiredOption('--amount <amount>', 'how much came in, as 84.20')
    .requiredOption('--reference <words>', "the bank's or the cheque's own; the same is received once")
    .requiredOption('--by <person>', 'who says so')
    .option('--on <date>', 'when it came in, YYYY-MM-DD; today where absent', readDay)
    .option(...biller)
    .option(...json)
    .description('book money that came in past Kvitt, the oldest bill first')
    .action(async (account: string, options) =>
      runCommand(async () => (await import('./receive-money.ts')).receiveMoney(account, options)),
    );

  program
    .command('statement')
    .argument('<account>', "the account's number")
    .option('--from <date>', 'the first day, YYYY-MM-DD; a year back where absent', readDay)
    .option('--to <date>', 'the last day, YYYY-MM-DD; today where absent', readDay)
    .option('--currency <code>', "the biller's own where absent")
    .option('--csv', 'as CSV')
    .option(...biller)
    .option(...json)
    .description('the statement of account: every movement in words, with what is owed after it')
    .action(async (account: string, options) =>
      runCommand(async () => (await import('./show-statement.ts')).showStatement(account, options)),
    );
}
