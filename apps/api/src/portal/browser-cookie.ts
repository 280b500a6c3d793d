import type { Context } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import type { Visit } from './visit.ts';

const NAME = 'kvitt_browser';

/** Longer than a session: it also counts the browser's misses. */
const KEPT_SECONDS = 30 * 24 * 3_600;

/** What this browser was given when it last tried to prove whose it is; undefined where it never did. */
export function readBrowser(c: Context): string | undefined {
  const held = getCookie(c, NAME);
  return held && /^[1-9A-HJ-NP-Za-km-z]{16}$/.test(held) ? held : undefined;
}

/** Gives the browser its token: read by no script, and sent along with nothing that another site starts. */
export function keepBrowser({ c, deps }: Visit, token: string): void {
  setCookie(c, NAME, token, {
    httpOnly: true,
    sameSite: 'Lax',
    path: '/',
    secure: deps.publicUrl.startsWith('https://'),
    maxAge: KEPT_SECONDS,
  });
}
