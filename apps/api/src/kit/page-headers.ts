import type { Context } from 'hono';
import type { Deps } from './deps.ts';

/** Braintree's hosts, as its own documentation lists them for a content security policy. */
const VENDOR_FRAMES = 'https://assets.braintreegateway.com https://*.paypal.com';
const VENDOR_CONNECTIONS =
  'https://api.braintreegateway.com https://api.sandbox.braintreegateway.com https://client-analytics.braintreegateway.com https://client-analytics.sandbox.braintreegateway.com https://*.braintree-api.com https://www.paypal.com';

/**
 * Where there is a touch keyboard, and in Firefox, the card fields' library puts an invisible box before and behind each
 * field and hides it by a style attribute, always the same one. This is its hash: no other style attribute is applied.
 */
const VENDOR_STYLE = "'sha256-4czfXQjob+oZraeCjc/EZAHcxgDRsFi4oNmCaMUaugQ='";

/**
 * The headers of every portal page: nothing is kept by caches, the address is told to nobody, no robot lists it but the page for
 * who wants to join, and no
 * script runs but ours and, in frames of their own, the processor's card fields.
 */
export function setPageHeaders(
  c: Context,
  deps: Deps,
  { nonce, isListed }: { nonce: string; isListed: boolean },
): void {
  const isEmulated = deps.cardFieldsOrigin !== undefined;
  const policy = [
    "default-src 'none'",
    `script-src 'self' 'nonce-${nonce}'`,
    `style-src 'self' 'nonce-${nonce}'`,
    `style-src-attr 'unsafe-hashes' ${VENDOR_STYLE}`,
    "img-src 'self' data:",
    "manifest-src 'self'",
    `connect-src 'self'${isEmulated ? '' : ` ${VENDOR_CONNECTIONS}`}`,
    `frame-src 'self'${isEmulated ? '' : ` ${VENDOR_FRAMES}`}`,
    "form-action 'self'",
    "base-uri 'none'",
    `frame-ancestors ${deps.handsetOrigin ?? "'none'"}`,
  ];
  c.header('Content-Security-Policy', policy.join('; '));
  c.header('Cache-Control', 'no-store');
  c.header('Referrer-Policy', 'no-referrer');
  if (!isListed) c.header('X-Robots-Tag', 'noindex, nofollow');
  c.header('X-Content-Type-Options', 'nosniff');
  c.header('Cross-Origin-Opener-Policy', 'same-origin');
  c.header('Permissions-Policy', 'camera=(), microphone=(), geolocation=(), payment=(self)');
  if (deps.publicUrl.startsWith('https://')) {
    c.header('Strict-Transport-Security', 'max-age=31536000; includeSubDomains');
  }
}
