import type { PlivoWorld } from './open-world.ts';
import { postCallback } from './post-callback.ts';
import { formatTime, rateOf } from './render-message.ts';
import type { SandboxText, TextState } from './sandbox-state.ts';

/** A held callback whose successor never comes is let go after this much sandbox time. */
const longestHoldMs = 30_000;

/**
 * Moves an outbound text to `state` and posts the status callback, if the text asked for one.
 * Settles when the callback's first attempt has.
 */
export function reportState(
  world: PlivoWorld,
  text: SandboxText,
  state: TextState,
  errorCode: string | null = null,
): Promise<void> {
  text.state = state;
  text.errorCode = errorCode;
  text.sequence += 1;
  world.tell({ kind: 'text', text });
  const { url } = text;
  if (!url) return Promise.resolve();
  const params = statusParams(text);
  const send = () =>
    postCallback(world, { kind: 'status', about: text.uuid, url, method: text.method, params }, () => {});
  return world.state.settings.callbackFaults.reorder ? sendOutOfOrder(world, text, send) : send();
}

/** Each callback waits until the next one of its text has been posted; the last of all waits for nothing. */
async function sendOutOfOrder(
  world: PlivoWorld,
  text: SandboxText,
  send: () => Promise<void>,
): Promise<void> {
  const waiting = world.held.get(text.uuid);
  world.held.delete(text.uuid);
  const isLast = text.state !== 'queued' && text.state !== 'sent';
  if (waiting || isLast) {
    await send();
    await waiting?.();
    return;
  }
  world.held.set(text.uuid, send);
  world.later(longestHoldMs, async () => {
    if (world.held.get(text.uuid) !== send) return;
    world.held.delete(text.uuid);
    await send();
  });
}

function statusParams(text: SandboxText): Record<string, string> {
  const { rate, amount } = rateOf(text);
  return {
    MessageUUID: text.uuid,
    To: text.to,
    From: text.from,
    Type: text.type,
    Status: text.state,
    Units: String(text.units),
    TotalRate: rate,
    TotalAmount: amount,
    MCC: '310',
    MNC: '260',
    ErrorCode: text.errorCode ?? '',
    ParentMessageUUID: text.uuid,
    PartInfo: '1 of 1',
    Sequence: String(text.sequence),
    MessageTime: formatTime(text.acceptedAt),
    QueuedTime: formatTime(text.acceptedAt),
    SentTime: text.sentAt === null ? '' : formatTime(text.sentAt),
    DeliveryReportTime: text.reportedAt === null ? '' : formatTime(text.reportedAt),
    requester_ip: text.requesterIp,
    PowerpackUUID: text.powerpackUuid ?? '',
  };
}
