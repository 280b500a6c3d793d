import type { Context } from 'hono';
import type { Deps } from './deps.ts';
import type { InlineSources } from './inline-sources.ts';
import { allowVendors, type VendorPart } from './vendor-hosts.ts';

/**
 * Where there is a touch keyboard, and in Firefox, the card fields' library puts an invisible box before and behind each
 * field and hides it by a style attribute, always the same one. This is its hash: no other style attribute is applied.
 */
const VENDOR_STYLE = "'sha256-4czfXQjob+oZraeCjc/EZAHcxgDRsFi4oNmCaMUaugQ='";

/**
 * The headers of every portal page: nothing is kept by caches, the address is told to nobody, no robot lists it but the page for
 * who wants to join, and no script runs but ours. Only a page with something of the processor's on it may reach its hosts, and
 * only those that this part needs.
 */
export function setPageHeaders(
  c: Context,
  deps: Deps,
  {
    inline,
    isListed,
    parts = [],
  }: { inline: InlineSources; isListed: boolean; parts?: readonly VendorPart[] | undefined },
): void {
  // In the sandbox all of it is on our own origin.
  const isReal = deps.cardFieldsOrigin === undefined;
  const vendors = allowVendors(isReal ? parts : []);
  const allow = (name: 'script' | 'img' | 'connect' | 'frame' | 'form') =>
    vendors[name].map((host) => ` ${host}`).join('');
  // The bank's window and PayPal's buttons are styled by attributes that no list can name.
  const style = vendors.isStyled ? "'unsafe-inline'" : `'unsafe-hashes' ${VENDOR_STYLE}`;
  const policy = [
    "default-src 'none'",
    `script-src 'self' ${inline.script}${allow('script')}`,
    `style-src 'self' ${inline.style}`,
    `style-src-attr ${style}`,
    `img-src 'self' data:${allow('img')}`,
    "manifest-src 'self'",
    `connect-src 'self'${allow('connect')}`,
    `frame-src 'self'${allow('frame')}`,
    `form-action 'self'${allow('form')}`,
    "base-uri 'none'",
    `frame-ancestors ${deps.handsetOrigin ?? "'none'"}`,
  ];
  c.header('Content-Security-Policy', policy.join('; '));
  c.header('Cache-Control', 'no-store');
  c.header('Referrer-Policy', 'no-referrer');
  if (!isListed) c.header('X-Robots-Tag', 'noindex, nofollow');
  c.header('X-Content-Type-Options', 'nosniff');
  // PayPal's and Venmo's windows have to answer the page that opened them.
  c.header('Cross-Origin-Opener-Policy', vendors.opensWindows ? 'same-origin-allow-popups' : 'same-origin');
  c.header('Permissions-Policy', 'camera=(), microphone=(), geolocation=(), payment=(self)');
  if (deps.publicUrl.startsWith('https://')) {
    c.header('Strict-Transport-Security', 'max-age=31536000; includeSubDomains');
  }
}
