import { loadBillDocument } from '@kvitt/db/document/load-bill-document';
import { loadReceiptDocument } from '@kvitt/db/document/load-receipt-document';
import { maskName } from '@kvitt/domain/customer/mask-name';
import { writeBillPdf } from '@kvitt/pdf/write-bill-pdf';
import { writeReceiptPdf } from '@kvitt/pdf/write-receipt-pdf';
import { sendPdf } from '../kit/send-pdf.ts';
import { findPayment } from './find-payment.ts';
import { openLink } from './open-link.ts';
import { chooseView } from './show-bill.ts';
import { showView, type Visit } from './visit.ts';

/** The bill behind a link as a PDF: what the page shows, and like it with the name masked. */
export async function showBillPdf(visit: Visit): Promise<Response> {
  const { c, ctx } = visit;
  const opened = await openLink(visit);
  if (opened.kind === 'answered') return opened.response;
  const { invoice } = opened.target;
  const loaded = await loadBillDocument(ctx.em, invoice.billerId, invoice.id);
  if (!loaded) return showView(visit, { kind: 'unknown-link' }, 404);
  const customerName = nameFor(visit, loaded);
  const pdf = await writeBillPdf({ ...loaded, customerName }, ctx.clock.now());
  return sendPdf(c, pdf, `bill-${loaded.number}`);
}

/** The receipt of a payment of the link's bill as a PDF; of one that is not settled, the page that says how it stands. */
export async function showReceiptPdf(visit: Visit): Promise<Response> {
  const { c, ctx } = visit;
  const opened = await openLink(visit);
  if (opened.kind === 'answered') return opened.response;
  const { target } = opened;
  const payment = await findPayment(visit, target, c.req.param('paymentId'));
  const loaded = payment && (await loadReceiptDocument(ctx.em, payment.billerId, payment.id));
  if (!loaded) return showView(visit, await chooseView(ctx, target), 404, target);
  const customerName = nameFor(visit, loaded);
  const pdf = await writeReceiptPdf({ ...loaded, customerName }, ctx.clock.now());
  return sendPdf(c, pdf, `receipt-${loaded.reference}`);
}

/** In full for who has proved whose the account is, as on the pages. */
function nameFor(
  { isUnlocked }: Visit,
  { firstName, lastName }: { firstName: string; lastName: string },
): string {
  return isUnlocked ? `${firstName} ${lastName}` : maskName(firstName, lastName);
}
