import type { Recipient } from '@kvitt/db/campaign/load-recipients';
import type { CampaignPlan } from '@kvitt/domain/campaign/campaign';
import { LANGUAGES, type Language } from '@kvitt/domain/locale/language';
import type { Writer } from '../message/load-writer.ts';

/** Writes a campaign's text for one person: in their language where the campaign has words in it, else in another it has. */
export function writeCampaignText(
  plan: CampaignPlan,
  recipient: Pick<Recipient, 'firstName' | 'language'>,
  biller: { name: string; language: Language },
  write: Writer,
): string {
  const order = [recipient.language, biller.language, ...LANGUAGES];
  const language = order.find((one) => plan.words[one] !== undefined);
  if (!language) throw new Error(`the campaign ${plan.name} has no words`);
  const vars = {
    brand: biller.name,
    ...plan.words[language],
    firstName: recipient.firstName,
    withStop: true,
  };
  // What each template needs was looked at when the campaign was read.
  return write(plan.template, language, vars as unknown as Parameters<typeof write<typeof plan.template>>[2]);
}
