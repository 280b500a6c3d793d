import type { WalletKind } from '@kvitt/domain/payment/payment-method';

/** What of the processor's a page has on it: its fields, its confirmation by the bank, or a wallet's window. */
export type VendorPart = 'fields' | 'bank-account' | 'three-d-secure' | WalletKind;

/** Hosts by what a page may do with them. */
interface Hosts {
  script: readonly string[];
  img: readonly string[];
  connect: readonly string[];
  frame: readonly string[];
  form: readonly string[];
}

const NONE: Hosts = { script: [], img: [], connect: [], frame: [], form: [] };

/** What its library asks, and where it sends its measurements. */
const API = [
  'https://api.braintreegateway.com',
  'https://api.sandbox.braintreegateway.com',
  'https://client-analytics.braintreegateway.com',
  'https://client-analytics.sandbox.braintreegateway.com',
  'https://*.braintree-api.com',
  // Its measurements, by its source.
  'https://www.paypal.com',
];

/**
 * The processor's hosts for each of its parts, as the documentation of its library (braintree-web) lists them for a content
 * security policy. Scripts of PayPal and Google carry this page's nonce besides, and none of them may be inline.
 */
const HOSTS: Readonly<Record<VendorPart, Partial<Hosts>>> = {
  fields: {
    connect: API,
    frame: ['https://assets.braintreegateway.com'],
  },
  // Typed into fields of the page itself, and sent to the processor alone.
  'bank-account': { connect: API },
  // The window of a bank is on the bank's own host, of which there is no list; the form that opens it goes there too.
  'three-d-secure': {
    script: [
      'https://songbird.cardinalcommerce.com',
      'https://songbirdstag.cardinalcommerce.com',
      'https://static.client.cardinaltrusted.com',
      'https://cas.static.client.cardinaltrusted.com',
    ],
    connect: ['https://*.cardinalcommerce.com', 'https://*.cardinaltrusted.com'],
    frame: ['https:'],
    form: ['https:'],
  },
  paypal: {
    script: ['https://www.paypalobjects.com', 'https://*.paypal.com'],
    img: ['https://checkout.paypal.com', 'https://*.paypal.com', 'https://www.paypalobjects.com'],
    connect: ['https://*.paypal.com'],
    frame: ['https://*.paypal.com'],
  },
  // On a phone its app opens, on a desk a window: neither is a frame or a script of this page.
  venmo: {},
  // Its sheet is the browser's own; what it asks of a host goes through the processor.
  'apple-pay': {},
  'google-pay': {
    script: ['https://pay.google.com'],
    connect: ['https://pay.google.com', 'https://google.com/pay'],
    frame: ['https://pay.google.com'],
    img: ['https://www.gstatic.com'],
  },
};

/** What a page with these parts of the processor's may reach, each host once. */
export function allowVendors(
  parts: readonly VendorPart[],
): Hosts & { isStyled: boolean; opensWindows: boolean } {
  const gather = (name: keyof Hosts) => [
    ...new Set(parts.flatMap((part) => HOSTS[part][name] ?? NONE[name])),
  ];
  return {
    script: gather('script'),
    img: gather('img'),
    connect: gather('connect'),
    frame: gather('frame'),
    form: gather('form'),
    isStyled: parts.includes('three-d-secure') || parts.includes('paypal'),
    opensWindows: parts.includes('paypal') || parts.includes('venmo'),
  };
}
