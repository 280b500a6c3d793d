import type { Biller } from '@kvitt/db/biller/biller.entity';
import { findRecipients } from '@kvitt/db/message/find-recipients';
import { loadOwnTexts } from '@kvitt/db/message/load-own-texts';
import { LANGUAGES, type Language } from '@kvitt/domain/locale/language';
import { countSegments, type SegmentCount } from '@kvitt/domain/message/count-segments';
import { countryOf, type PartPrices, priceOfPart } from '@kvitt/domain/message/price/price-of-part';
import { compileText } from '@kvitt/domain/message/templates/compile-text';
import { WORDINGS } from '@kvitt/domain/message/templates/render-template';
import { renderText } from '@kvitt/domain/message/templates/render-text';
import { sampleVars } from '@kvitt/domain/message/templates/sample-vars';
import type { TemplateName } from '@kvitt/domain/message/templates/template-vars';
import type { Ctx } from '../kit/context.ts';
import { describeRecipient } from './describe-recipient.ts';

export interface PreviewOrder {
  biller: Biller;
  name: TemplateName;
  /** Tried in place of the wording that stands in its language; it must have passed the linter. */
  draft: { language: Language; wording: string };
  prices: PartPrices;
  /** The account after which the customer to try on is taken; the first of all where absent, or where none follows. */
  after?: string;
}

export interface TemplatePreview {
  /** In millionths of a US dollar, in each language: every way in which the text can turn out. */
  languages: { language: Language; texts: ({ text: string; micros: number } & SegmentCount)[] }[];
  customer: { accountId: string; firstName: string; language: Language };
}

/**
 * A text as one real customer would get it in every language: their name, card and next bill, and ordinary values for the
 * rest. Null where nobody may be texted yet. Reads only.
 */
export async function previewTemplate(ctx: Ctx, order: PreviewOrder): Promise<TemplatePreview | null> {
  const { biller, name, draft, prices, after } = order;
  const em = ctx.em.fork();
  const next = await findRecipients(em, biller.id, after, 1);
  const [customer] = next.length > 0 ? next : await findRecipients(em, biller.id, undefined, 1);
  if (!customer) return null;
  const own = await loadOwnTexts(em, biller.id);
  const price = priceOfPart(prices, countryOf(customer.e164));
  const languages = LANGUAGES.map((language) => {
    const drafted = draft.language === language ? draft.wording : undefined;
    const text =
      (drafted === undefined ? own.find(name, language) : undefined) ??
      compileText(drafted ?? WORDINGS[language][name], language);
    const facts = { ...describeRecipient(biller, customer, language), firstName: customer.firstName };
    const texts = sampleVars(name, language).map((vars) => {
      const words = renderText(text, name, { ...vars, ...facts });
      const count = countSegments(words);
      return { text: words, ...count, micros: count.parts * price };
    });
    return { language, texts };
  });
  const { accountId, firstName, language } = customer;
  return { languages, customer: { accountId, firstName, language } };
}
