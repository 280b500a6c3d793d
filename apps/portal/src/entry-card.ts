import type { PortalPage } from '@kvitt/api/portal/page';
import { startPay } from './features/payment/start-pay.ts';

// The steps that take a card. Their pages are finished when they leave the server: a phone that is about to be handed the
// processor's fields has no framework to unpack first. Rejects where the fields do not come up; the document then says so.
const state = document.getElementById('state');
if (state?.textContent) {
  const page: PortalPage = JSON.parse(state.textContent);
  if (page.view.kind === 'pay') await startPay(page, page.view.pay);
  if (page.view.kind === 'new-method') {
    const { startNewMethod } = await import('./features/method/start-new-method.ts');
    await startNewMethod(page, page.view.step);
  }
}
