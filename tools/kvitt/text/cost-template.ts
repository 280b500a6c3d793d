import { lintText } from '@kvitt/domain/message/lint/lint-text';
import { ASSUMED_PRICES, type PartPrices } from '@kvitt/domain/message/price/price-of-part';
import { costTemplate as cost, type TemplateCost } from '@kvitt/flows/message/cost-template';
import { CommandError } from '../command-error.ts';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import { findBiller } from '../find-biller.ts';
import { withContext } from '../with-context.ts';
import { writeAnswer } from '../write-answer.ts';
import { sayFindings } from './lint-template.ts';
import { readPrices } from './read-prices.ts';
import { readLanguage, readTemplateName } from './read-template-name.ts';
import { readWording } from './read-wording.ts';

export interface CostOptions {
  biller?: string;
  language?: string;
  /** A file with a wording to try, in the language of `--language`. */
  draft?: string;
  prices?: string;
  samples?: number;
  json?: boolean;
}

/** Enough names to see which letters cost. */
const SHOWN_NAMES = 10;

/** `template cost NAME` and, with examples for an answer, `template preview NAME`: over every real recipient. */
export async function costTemplate(
  text: string,
  options: CostOptions,
  shows: 'cost' | 'texts',
): Promise<ExitCode> {
  const name = readTemplateName(text);
  const language = readLanguage(options.language);
  const prices = options.prices === undefined ? ASSUMED_PRICES : readPrices(options.prices);
  const wording = options.draft === undefined ? undefined : readWording(options.draft);
  if (wording !== undefined) {
    const findings = lintText({ name, language, wording, maxParts: Number.MAX_SAFE_INTEGER });
    if (findings.length > 0) {
      throw new CommandError(
        EXIT.no,
        `The draft would not save:\n${sayFindings(wording, findings)}`.trimEnd(),
      );
    }
  }
  return withContext({ isReadOnly: true }, async (ctx) => {
    const biller = await findBiller(ctx, options.biller);
    if (!biller) throw new CommandError(EXIT.no, 'There is no biller yet: import customers first.');
    const samples = shows === 'texts' ? (options.samples ?? 5) : 0;
    const draft = wording === undefined ? {} : { draft: { language, wording } };
    const answer = await cost(ctx, { biller, name, prices, samples, ...draft });
    if (options.json) await writeAnswer(`${JSON.stringify({ name, prices: prices.source, ...answer })}\n`);
    else
      await writeAnswer(
        sayStandIn(name, answer) + (shows === 'texts' ? sayTexts(answer) : sayCost(answer, prices)),
      );
    return EXIT.done;
  });
}

function sayStandIn(name: string, { sent }: TemplateCost): string {
  return sent === name
    ? ''
    : `A lock screen may show less than ${name} says: ${sent} goes out in its place.\n`;
}

function sayTexts({ samples, longest }: TemplateCost): string {
  const lines = samples.map(({ account, language, text }) => `${account} (${language}): ${text}`);
  if (longest) lines.push(`longest (${longest.parts} parts): ${longest.text}`);
  return `${lines.join('\n') || 'Nobody may be texted.'}\n`;
}

function sayCost(answer: TemplateCost, prices: PartPrices): string {
  const lines = [`${answer.recipients} recipients, ${answer.parts} parts, ${dollars(answer.micros)}`];
  for (const [parts, count] of Object.entries(answer.byParts)) {
    lines.push(`  ${parts === '1' ? '1 part' : `${parts} parts`}: ${count}`);
  }
  for (const [country, { recipients, parts, micros }] of Object.entries(answer.byCountry)) {
    lines.push(`  ${country}: ${recipients} recipients, ${parts} parts, ${dollars(micros)}`);
  }
  for (const { name, letters, parts, partsSpelt, recipients } of answer.names.slice(0, SHOWN_NAMES)) {
    const times = recipients === 1 ? '' : `, ${recipients} times`;
    const why = letters.map((letter) => `‘${letter}’`).join(' ');
    lines.push(`${name} makes this ${parts} parts because of ${why}, ${partsSpelt} without${times}`);
  }
  if (answer.names.length > SHOWN_NAMES) lines.push(`and ${answer.names.length - SHOWN_NAMES} names more`);
  const saved = answer.micros - answer.spelt.micros;
  if (saved > 0) {
    lines.push(
      `Names in plain letters would save ${answer.parts - answer.spelt.parts} parts, ${dollars(saved)}.`,
    );
  }
  lines.push(`Prices: ${prices.source}.`);
  return `${lines.join('\n')}\n`;
}

function dollars(micros: number): string {
  return `$${(micros / 1_000_000).toFixed(2)}`;
}
