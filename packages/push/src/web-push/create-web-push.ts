import webPush from 'web-push';
import type { OutgoingNote, PushAnswer, PushPort } from '../push-port.ts';

export interface WebPushOptions {
  publicKey: string;
  privateKey: string;
  /** Whom a push service writes to where something is wrong: `mailto:` or `https:` (RFC 8292, section 2.1). */
  subject: string;
  /** A push service beside the browsers' own: the sandbox's. */
  extraOrigin?: string;
  timeoutMs?: number;
}

/** The push services of Chromium, Firefox, Safari and Edge. Whoever could name any address would have us post to it. */
const SERVICES = [
  /^fcm\.googleapis\.com$/,
  /\.push\.services\.mozilla\.com$/,
  /\.push\.apple\.com$/,
  /\.notify\.windows\.com$/,
];

const TIMEOUT_MS = 10_000;
/** How long to leave a service alone that says nothing of it. */
const PAUSE_MS = 30_000;

/** The port on the kept library, which seals (RFC 8291) and signs (RFC 8292); the request itself is ours, with a limit. */
export function createWebPush(options: WebPushOptions): PushPort {
  const { publicKey, privateKey, subject, extraOrigin, timeoutMs = TIMEOUT_MS } = options;
  const vapidDetails = { subject, publicKey, privateKey };
  const mayReach = (endpoint: string) => isService(endpoint, extraOrigin);
  return {
    publicKey,
    mayReach,
    async send(note) {
      if (!mayReach(note.endpoint)) return { kind: 'refused', status: 0 };
      const { endpoint, method, headers, body } = webPush.generateRequestDetails(
        { endpoint: note.endpoint, keys: { p256dh: note.p256dh, auth: note.auth } },
        note.payload,
        { vapidDetails, TTL: note.ttlSeconds, urgency: 'normal' },
      );
      const { 'Content-Length': _, ...asked } = headers as Record<string, string>;
      return post(endpoint, { method, headers: asked, body: new Uint8Array(body) }, timeoutMs);
    },
  };
}

function isService(endpoint: string, extraOrigin: string | undefined): boolean {
  if (!URL.canParse(endpoint)) return false;
  const { protocol, hostname, origin, port } = new URL(endpoint);
  if (extraOrigin !== undefined && origin === extraOrigin) return true;
  return protocol === 'https:' && port === '' && SERVICES.some((service) => service.test(hostname));
}

async function post(
  endpoint: OutgoingNote['endpoint'],
  request: { method: string; headers: Record<string, string>; body: Uint8Array<ArrayBuffer> },
  timeoutMs: number,
): Promise<PushAnswer> {
  try {
    const answer = await fetch(endpoint, {
      ...request,
      redirect: 'error',
      signal: AbortSignal.timeout(timeoutMs),
    });
    await answer.body?.cancel();
    return read(answer);
  } catch {
    return { kind: 'throttled', retryAfterMs: PAUSE_MS };
  }
}

/** RFC 8030, sections 5 and 7.3: 201 taken, 404 and 410 gone, 429 too fast. */
function read({ ok, status, headers }: Response): PushAnswer {
  if (ok) return { kind: 'accepted' };
  if (status === 404 || status === 410) return { kind: 'gone' };
  if (status !== 429 && status < 500) return { kind: 'refused', status };
  const seconds = Number(headers.get('retry-after') ?? '');
  return { kind: 'throttled', retryAfterMs: seconds > 0 ? seconds * 1_000 : PAUSE_MS };
}
