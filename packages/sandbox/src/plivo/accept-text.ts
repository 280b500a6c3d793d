import { randomUUID } from 'node:crypto';
import { countUnits } from './count-units.ts';
import { dispatchTexts } from './dispatch-texts.ts';
import type { PlivoWorld } from './open-world.ts';
import { reportState } from './report-state.ts';
import type { SandboxText } from './sandbox-state.ts';

/** A text that waits longer than this in its queue expires, unless the sender asked for less. */
const longestWaitSeconds = 3 * 60 * 60;

export interface TextDraft {
  origin: SandboxText['origin'];
  from: string;
  to: string;
  text: string;
  type?: 'sms' | 'mms';
  media?: string[];
  url?: string | null;
  method?: 'POST' | 'GET';
  log?: SandboxText['log'];
  powerpackUuid?: string | null;
  expirySeconds?: number;
  requesterIp?: string;
  apiId?: string;
}

/** Takes a text into the account's outbound traffic: recorded as queued now, dispatched on the sandbox's clock. */
export function acceptText(world: PlivoWorld, draft: TextDraft): SandboxText {
  const text = recordText(world, draft, 'outbound');
  // A callback about having been queued must never take back what has happened since.
  world.later(0, () => (text.state === 'queued' ? reportState(world, text, 'queued') : undefined));
  dispatchTexts(world, text);
  return text;
}

/** Writes a text into the vendor's records, outbound as `queued` or inbound as `received`. */
export function recordText(
  world: PlivoWorld,
  draft: TextDraft,
  direction: SandboxText['direction'],
): SandboxText {
  const type = draft.type ?? 'sms';
  const { units, encoding } = countUnits(draft.text);
  const now = world.now();
  const text: SandboxText = {
    uuid: randomUUID(),
    apiId: draft.apiId ?? randomUUID(),
    direction,
    origin: draft.origin,
    from: draft.from,
    to: draft.to,
    text: draft.text,
    type,
    media: draft.media ?? [],
    state: direction === 'outbound' ? 'queued' : 'received',
    errorCode: null,
    units: type === 'mms' ? 1 : units,
    encoding,
    url: draft.url ?? null,
    method: draft.method ?? 'POST',
    log: draft.log ?? 'true',
    powerpackUuid: draft.powerpackUuid ?? null,
    requesterIp: draft.requesterIp ?? '127.0.0.1',
    sequence: 0,
    acceptedAt: now,
    expiresAt: now + (draft.expirySeconds ?? longestWaitSeconds) * 1000,
    sentAt: null,
    reportedAt: null,
    reportDueAt: null,
  };
  world.state.texts.push(text);
  world.texts.set(text.uuid, text);
  world.tell({ kind: 'text', text });
  return text;
}
