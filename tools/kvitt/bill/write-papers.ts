import { writeFile } from 'node:fs/promises';
import { loadBillDocument } from '@kvitt/db/document/load-bill-document';
import { loadReceiptDocument } from '@kvitt/db/document/load-receipt-document';
import { writeBillPdf } from '@kvitt/pdf/write-bill-pdf';
import { writeReceiptPdf } from '@kvitt/pdf/write-receipt-pdf';
import { CommandError } from '../command-error.ts';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import { findPaymentKey } from '../money/show-payment.ts';
import { withContext } from '../with-context.ts';
import { writeAnswer } from '../write-answer.ts';
import { findBill } from './find-bill.ts';

/** `bill pdf NUMBER`: the bill as its customer gets it, on paper. */
export async function writeBill(
  number: string,
  options: { out?: string; biller?: string },
): Promise<ExitCode> {
  return withContext({ isReadOnly: true }, async (ctx) => {
    const { billerId, id } = await findBill(ctx, number, options.biller);
    const bill = await loadBillDocument(ctx.em.fork(), billerId, id);
    if (!bill) throw new CommandError(EXIT.no, `There is no bill ${number}.`);
    const customerName = `${bill.firstName} ${bill.lastName}`;
    const pdf = await writeBillPdf({ ...bill, customerName }, ctx.clock.now());
    return keepPaper(pdf, options.out ?? `bill-${number}.pdf`);
  });
}

/** `pay receipt ID`: the receipt of a payment, on paper. */
export async function writeReceipt(id: string, options: { out?: string }): Promise<ExitCode> {
  return withContext({ isReadOnly: true }, async (ctx) => {
    const key = await findPaymentKey(ctx, id.trim());
    const receipt = key && (await loadReceiptDocument(ctx.em.fork(), key.billerId, key.paymentId));
    if (!receipt) throw new CommandError(EXIT.no, `There is no approved payment ${id}.`);
    const customerName = `${receipt.firstName} ${receipt.lastName}`;
    const pdf = await writeReceiptPdf({ ...receipt, customerName }, ctx.clock.now());
    return keepPaper(pdf, options.out ?? `receipt-${receipt.reference}.pdf`);
  });
}

/** Writes the bytes where they are to go, and says where that was. */
export async function keepPaper(pdf: Buffer, file: string): Promise<ExitCode> {
  const safe = file.includes('/') || file.includes('\\') ? file : file.replace(/[^\w.-]+/g, '-');
  await writeFile(safe, pdf);
  await writeAnswer(`${safe}\n`);
  return EXIT.done;
}
