import type { Command } from 'commander';
import { runCommand } from '../run-command.ts';

const BILLER = ['--biller <slug>', 'which biller, where there are several'] as const;
const JSON_ANSWER = ['--json', 'answer in JSON'] as const;

/** The commands of `campaign`. Each is loaded when it is called. */
export function addCampaignCommands(program: Command): void {
  const campaigns = program.command('campaign').description('news and offers to many at once');

  campaigns
    .command('create')
    .argument('<file>', 'JSON that says what, to whom, how fast')
    .option(...BILLER)
    .option(...JSON_ANSWER)
    .description('keep a campaign as a draft')
    .action(async (file: string, options) =>
      runCommand(async () => (await import('./create-campaign.ts')).createCampaignCommand(file, options)),
    );

  campaigns
    .command('preview')
    .argument('<name>')
    .option(...BILLER)
    .option('--at <time>', 'as if it went out then: 2026-12-24T09:00')
    .option('--prices <file>', 'prices of your own, as for `template cost`')
    .option('--list', 'also each phone that would not be texted, a line of JSON each')
    .option(...JSON_ANSWER)
    .description('who would be texted, who not and why, and what it takes')
    .action(async (name: string, options) =>
      runCommand(async () => (await import('./preview-campaign.ts')).previewCampaignCommand(name, options)),
    );

  for (const [act, about] of [
    ['schedule', 'have it begin, at once or --at a time'],
    ['pause', 'stop it; what waits in the outbox is taken back, to be written again'],
    ['resume', 'go on after a pause'],
    ['cancel', 'end it for good; what waits in the outbox is taken back at once'],
  ] as const) {
    const command = campaigns
      .command(act)
      .argument('<name>')
      .option(...BILLER)
      .option(...JSON_ANSWER)
      .description(about);
    if (act === 'schedule')
      command.option('--at <time>', 'when: 2026-12-24T09:00 in the biller’s zone; now where absent');
    command.action(async (name: string, options) =>
      runCommand(async () => (await import('./move-campaign.ts')).moveCampaignCommand(act, name, options)),
    );
  }

  campaigns
    .command('show')
    .argument('[name]', 'one campaign; a line for each where absent')
    .option(...BILLER)
    .option(...JSON_ANSWER)
    .description('how far a campaign is, and what came of it')
    .action(async (name: string | undefined, options) =>
      runCommand(async () => (await import('./show-campaign.ts')).showCampaign(name, options)),
    );
}
