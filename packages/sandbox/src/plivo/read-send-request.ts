import type { TextDraft } from './accept-text.ts';
import { readDestinations } from './read-destinations.ts';

/** The vendor takes up to a thousand destinations in one call. */
const mostDestinations = 1000;
const shortestExpirySeconds = 5;
const longestExpirySeconds = 10_800;

export interface SendRequest {
  /** The sender as it was named; null where a powerpack picks it. */
  src: string | null;
  powerpackUuid: string | null;
  destinations: string[];
  invalid: string[];
  /** Uploaded files that go with a picture message. */
  mediaIds: string[];
  draft: Pick<TextDraft, 'text' | 'type' | 'media' | 'url' | 'method' | 'log'> & { expirySeconds?: number };
}

/** Reads the body of a call to send. Refuses with the sentence of the 400, naming the parameter. */
export function readSendRequest(params: Record<string, unknown>): SendRequest | { error: string } {
  const src = stringOf(params.src)?.replace(/^\+/, '') ?? null;
  const powerpackUuid = stringOf(params.powerpack_uuid) ?? null;
  const dst = Array.isArray(params.dst) ? params.dst.join('<') : stringOf(params.dst);
  const text = stringOf(params.text) ?? '';
  const type = stringOf(params.type) ?? 'sms';
  const media = listOf(params.media_urls);
  const mediaIds = listOf(params.media_ids);
  if (!src && !powerpackUuid) return { error: 'either src or powerpack_uuid parameter is required' };
  if (src && powerpackUuid) return { error: 'src and powerpack_uuid cannot both be present' };
  if (!dst) return { error: 'dst parameter not present' };
  if (type !== 'sms' && type !== 'mms') return { error: `type parameter '${type}' is not supported` };
  if (!text && !(type === 'mms' && media.length + mediaIds.length))
    return { error: 'text parameter not present' };
  const { valid, invalid } = readDestinations(dst);
  if (valid.length + invalid.length > mostDestinations) {
    return { error: `dst parameter has more than ${mostDestinations} destinations` };
  }
  if (!valid.length) return { error: 'dst parameter is not a valid phone number' };
  if (src && valid.includes(src)) return { error: 'src and dst parameters cannot be the same' };
  const url = stringOf(params.url) ?? null;
  if (url && !isWebAddress(url)) return { error: 'url parameter is not a valid url' };
  const method = (stringOf(params.method) ?? 'POST').toUpperCase();
  if (method !== 'GET' && method !== 'POST') return { error: 'method parameter is not GET or POST' };
  const log = String(params.log ?? 'true').toLowerCase();
  if (!isLogSetting(log)) return { error: 'log parameter is not valid' };
  const expirySeconds = expiryOf(params.message_expiry);
  if (Number.isNaN(expirySeconds)) {
    return {
      error: `message_expiry parameter is not from ${shortestExpirySeconds} to ${longestExpirySeconds}`,
    };
  }
  return {
    src,
    powerpackUuid,
    destinations: valid,
    invalid,
    mediaIds,
    draft: { text, type, media, url, method, log, ...(expirySeconds === undefined ? {} : { expirySeconds }) },
  };
}

function stringOf(value: unknown): string | undefined {
  if (typeof value === 'number') return String(value);
  return typeof value === 'string' && value !== '' ? value : undefined;
}

/** JSON sends a list, a form one string with commas. */
function listOf(value: unknown): string[] {
  if (Array.isArray(value)) return value.map(String);
  return stringOf(value)?.split(',') ?? [];
}

function isWebAddress(url: string): boolean {
  return URL.canParse(url) && /^https?:$/.test(new URL(url).protocol);
}

function isLogSetting(log: string): log is 'true' | 'false' | 'number_only' | 'content_only' {
  return ['true', 'false', 'number_only', 'content_only'].includes(log);
}

/** Seconds, undefined where nothing was asked, NaN where what was asked is not allowed. */
function expiryOf(value: unknown): number | undefined {
  if (value === undefined || value === null || value === '') return undefined;
  const seconds = Number(value);
  const isAllowed =
    Number.isInteger(seconds) && seconds >= shortestExpirySeconds && seconds <= longestExpirySeconds;
  return isAllowed ? seconds : Number.NaN;
}
