import type { Biller } from '@kvitt/db/biller/biller.entity';
import { findRecipients } from '@kvitt/db/message/find-recipients';
import { loadOwnTexts } from '@kvitt/db/message/load-own-texts';
import type { Language } from '@kvitt/domain/locale/language';
import type { PartPrices } from '@kvitt/domain/message/price/price-of-part';
import { type Cost, tallyCost } from '@kvitt/domain/message/price/tally-cost';
import { type CompiledText, compileText } from '@kvitt/domain/message/templates/compile-text';
import { fitsLockScreen } from '@kvitt/domain/message/templates/fits-lock-screen';
import { WORDINGS } from '@kvitt/domain/message/templates/render-template';
import { renderText } from '@kvitt/domain/message/templates/render-text';
import { sampleVars } from '@kvitt/domain/message/templates/sample-vars';
import type { TemplateName } from '@kvitt/domain/message/templates/template-vars';
import type { Ctx } from '../kit/context.ts';
import { describeRecipient } from './describe-recipient.ts';

export interface CostOrder {
  biller: Biller;
  name: TemplateName;
  /** A wording to try in one language in place of the one that stands; it must have passed the linter. */
  draft?: { language: Language; wording: string };
  prices: PartPrices;
  /** How many texts to show in full; the first of every language are always among them. */
  samples: number;
  /** Stops after so many recipients, for somebody who waits; all of them where absent. */
  most?: number;
}

export interface TemplateCost extends Cost {
  /** The text that goes out: another one where a lock screen may not show what this one says. */
  sent: TemplateName;
  samples: { account: string; language: Language; text: string }[];
}

/** Recipients that are in memory at a time. */
const PAGE = 1_000;

/**
 * What a text would cost if it went to everybody who may be texted now: each is written to in their language, with their
 * name, card and next bill, and ordinary values for the rest. Where the biller lets a lock screen show less than the text says,
 * it is what goes out in its place that is counted. Reads only, page by page.
 */
export async function costTemplate(ctx: Ctx, order: CostOrder): Promise<TemplateCost> {
  const { biller } = order;
  const em = ctx.em.fork();
  const own = await loadOwnTexts(em, biller.id);
  const name = fitsLockScreen(order.name, own.lockScreen) ? order.name : 'account-message';
  const texts = new Map<Language, CompiledText>();
  const textIn = (language: Language): CompiledText => {
    const drafted =
      order.draft?.language === language && name === order.name ? order.draft.wording : undefined;
    const text =
      texts.get(language) ??
      (drafted === undefined ? own.find(name, language) : undefined) ??
      compileText(drafted ?? WORDINGS[language][name], language);
    texts.set(language, text);
    return text;
  };
  const ordinary = new Map<Language, Vars>();
  const ordinaryIn = (language: Language): Vars => {
    const vars = ordinary.get(language) ?? (sampleVars(name, language)[0] as Vars);
    ordinary.set(language, vars);
    return vars;
  };
  const tally = tallyCost(order.prices);
  const samples: TemplateCost['samples'] = [];
  for (let after: string | undefined; ; ) {
    const page = await findRecipients(em, biller.id, after, PAGE);
    for (const recipient of page) {
      const { language } = recipient;
      const vars = { ...ordinaryIn(language), ...describeRecipient(biller, recipient, language) };
      const write = (firstName: string) => renderText(textIn(language), name, { ...vars, firstName });
      tally.add(recipient, write);
      if (samples.length < order.samples || !samples.some((one) => one.language === language)) {
        samples.push({ account: recipient.accountNumber, language, text: write(recipient.firstName) });
      }
    }
    after = page.at(-1)?.accountId;
    const isEnough = order.most !== undefined && tally.total().recipients >= order.most;
    if (page.length < PAGE || isEnough) return { sent: name, ...tally.total(), samples };
  }
}

type Vars = { brand: string } & Record<string, string | number | boolean>;
