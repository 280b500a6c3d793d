import type { SandboxNumber, SandboxText } from './sandbox-state.ts';

/** US list price of one outbound SMS unit; inbound is free of charge on long codes here. */
export const smsRate = 0.0035;
export const mmsRate = 0.016;

/** A message detail record in the shape of the vendor's API (snake case, amounts as strings). */
export function renderMessage(text: SandboxText, authId: string, source: SandboxNumber | undefined) {
  const { rate, amount } = rateOf(text);
  return {
    error_code: text.errorCode ?? (text.state === 'delivered' ? '000' : null),
    from_number: text.from,
    message_direction: text.direction,
    message_sent_time: text.sentAt === null ? null : `${formatTime(text.sentAt)}+00:00`,
    message_state: text.state,
    message_time: `${formatTime(text.acceptedAt)}+00:00`,
    message_type: text.type,
    message_updated_time: `${formatTime(text.reportedAt ?? text.sentAt ?? text.acceptedAt)}+00:00`,
    message_uuid: text.uuid,
    resource_uri: `/v1/Account/${authId}/Message/${text.uuid}/`,
    to_number: visibleTo(text),
    total_amount: amount,
    total_rate: rate,
    units: text.units,
    powerpack_id: text.powerpackUuid,
    tendlc_campaign_id: source?.campaign ?? null,
    tendlc_registration_status: source?.campaign ? 'registered' : null,
    destination_country_iso2: text.to.startsWith('1') ? 'US' : null,
    destination_network: null,
    carrier_fees: '0.00000',
    carrier_fees_rate: '0.00000',
    is_domestic: text.to.startsWith('1') && text.from.startsWith('1'),
    replaced_sender: null,
    requester_ip: text.requesterIp,
    log: text.log,
  };
}

/** The number as the vendor's records keep it: hidden but for its ends when the sender asked not to log it. */
export function visibleTo(text: SandboxText): string {
  if (text.log !== 'false' && text.log !== 'content_only') return text.to;
  return `${text.to.slice(0, 3)}XXXXX${text.to.slice(-3)}`;
}

/** Price of a unit and of the whole text, in dollars with five decimals; what failed is not charged. */
export function rateOf(text: SandboxText): { rate: string; amount: string } {
  const isFree = text.state === 'failed' || text.direction === 'inbound' || text.origin === 'automatic';
  const rate = text.direction === 'inbound' ? 0 : text.type === 'mms' ? mmsRate : smsRate;
  return { rate: rate.toFixed(5), amount: (isFree ? 0 : rate * text.units).toFixed(5) };
}

/** Milliseconds since the epoch as the vendor writes them: `2026-11-21 19:20:01.123456`, in UTC. */
export function formatTime(ms: number): string {
  return `${new Date(ms).toISOString().slice(0, -1).replace('T', ' ')}000`;
}
