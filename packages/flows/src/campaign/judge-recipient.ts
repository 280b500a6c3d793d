import type { Recipient } from '@kvitt/db/campaign/load-recipients';
import type { CampaignTemplate } from '@kvitt/domain/campaign/campaign';
import { consentLevel } from '@kvitt/domain/consent/consent-level';
import { mayText } from '@kvitt/domain/consent/may-text';
import type { PolicyAnswer } from '@kvitt/domain/consent/policy/policy-input';
import type { Category } from '@kvitt/domain/consent/policy/rule';
import { countryOfPhone } from '@kvitt/domain/customer/country-of-phone';
import { TEMPLATE_KINDS } from '@kvitt/domain/message/templates/template-vars';

/** Asks the contact policy whether a campaign's text may go to a phone now: advertising or information, by its content. */
export function judgeRecipient(recipient: Recipient, template: CampaignTemplate, now: Date): PolicyAnswer {
  const category = TEMPLATE_KINDS[template].category as Category;
  const country = countryOfPhone(recipient.phone) ?? 'US';
  const flags = [
    ...(recipient.lineType === 'landline' ? ['landline'] : []),
    ...(recipient.isUnreachable ? ['unreachable'] : []),
  ];
  return mayText({
    jur: country === 'US' && recipient.region !== '' ? [`US-${recipient.region}`] : [country],
    zones: [recipient.timeZone],
    at: now.getTime(),
    category,
    channel: 'sms',
    consent: consentLevel(category, recipient.consents),
    facts: {
      profile: 'P',
      subject: template,
      ...(flags.length > 0 && { flags }),
      history: recipient.history.map((contact) => ({ kind: 'sms' as const, ...contact })),
    },
  });
}
