import type { VendorPart } from '../kit/vendor-hosts.ts';
import type { PortalView } from './page.ts';

/** What of the processor's stands on a page: nothing at all but where something is paid or kept. */
export function listVendorParts(view: PortalView): VendorPart[] {
  if (view.kind === 'new-method') return view.step.kind === 'card' ? ['fields'] : ['bank-account'];
  if (view.kind !== 'pay') return [];
  const { mustAuthenticate, wallets = [] } = view.pay.fields;
  return ['fields', ...(mustAuthenticate ? ['three-d-secure' as const] : []), ...wallets];
}
