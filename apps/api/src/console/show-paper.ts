import { Biller } from '@kvitt/db/biller/biller.entity';
import { Dispute } from '@kvitt/db/dispute/dispute.entity';
import { loadBillDocument } from '@kvitt/db/document/load-bill-document';
import { loadReceiptDocument } from '@kvitt/db/document/load-receipt-document';
import { Invoice } from '@kvitt/db/invoice/invoice.entity';
import { AUDITORS, type Role } from '@kvitt/domain/agent/role';
import { joinAddress } from '@kvitt/domain/enrollment/join-address';
import { LANGUAGES } from '@kvitt/domain/locale/language';
import { gatherEvidence } from '@kvitt/flows/dispute/gather-evidence';
import { layOutEvidence } from '@kvitt/flows/dispute/lay-out-evidence';
import { gatherHandOver, layOutHandOver } from '@kvitt/flows/invoice/gather-hand-over';
import type { Ctx } from '@kvitt/flows/kit/context';
import { inTransaction } from '@kvitt/flows/kit/in-transaction';
import { writeBillPdf } from '@kvitt/pdf/write-bill-pdf';
import { writeInsertPdf } from '@kvitt/pdf/write-insert-pdf';
import { writeReceiptPdf } from '@kvitt/pdf/write-receipt-pdf';
import { writeRecordPdf } from '@kvitt/pdf/write-record-pdf';
import type { Context } from 'hono';
import { sendPdf } from '../kit/send-pdf.ts';
import { limitToBiller, type SignedIn } from '../kit/session.ts';

interface Wanted {
  ctx: Ctx;
  billerId: string;
  id: string;
}

interface Paper {
  name: string;
  pdf: Buffer;
  /** The same as data, where somebody may want it so. */
  json?: unknown;
}

const PAPERS: Record<string, { roles?: readonly Role[]; make(wanted: Wanted): Promise<Paper | undefined> }> =
  {
    bills: { make: makeBill },
    receipts: { make: makeReceipt },
    // Every word of a thread is in these: they are for those who answer for it.
    disputes: { roles: AUDITORS, make: makeEvidence },
    handover: { roles: AUDITORS, make: makeHandOver },
  };

/** `/console/papers/insert/{language}.pdf`: slips for paper statements, of the signed-in person's biller. */
export async function showInsert(c: Context, unlimited: Ctx, agent: SignedIn): Promise<Response> {
  const language = LANGUAGES.find((one) => `${one}.pdf` === c.req.param('language'));
  if (!language) return c.json({ refusal: 'NO_SUCH_PAPER' }, 404);
  const biller = await unlimited.em.fork().findOneOrFail(Biller, { id: agent.billerId });
  const { code, typed } = joinAddress(unlimited.publicUrl, biller.slug, language);
  const insert = {
    biller: { ...biller, supportEmail: biller.supportEmail ?? null },
    language,
    paper: biller.currency === 'USD' ? ('LETTER' as const) : ('A4' as const),
    codeAddress: code,
    typedAddress: typed,
  };
  return sendPdf(c, await writeInsertPdf(insert, unlimited.clock.now()), `insert-${biller.slug}-${language}`);
}

const FILE = /^([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\.(pdf|json)$/;

/** `/console/papers/{kind}/{id}.pdf`: a paper for who is signed in, of their own biller's rows and no others. */
export async function showPaper(c: Context, unlimited: Ctx, agent: SignedIn): Promise<Response> {
  const paper = PAPERS[c.req.param('kind') ?? ''];
  const [, id, as] = FILE.exec(c.req.param('id') ?? '') ?? [];
  if (!paper || !id) return c.json({ refusal: 'NO_SUCH_PAPER' }, 404);
  if (paper.roles && !paper.roles.includes(agent.role)) return c.json({ refusal: 'FORBIDDEN' }, 403);
  const { billerId } = agent;
  const made = await inTransaction(limitToBiller(unlimited, billerId), (tx) =>
    // The transaction's own entity manager: what forks from it stays within the limit to one biller.
    paper.make({ ctx: { ...unlimited, em: tx.em as Ctx['em'] }, billerId, id }),
  );
  if (!made || (as === 'json' && made.json === undefined)) return c.json({ refusal: 'NO_SUCH_PAPER' }, 404);
  return as === 'json' ? c.json(made.json as object) : sendPdf(c, made.pdf, made.name);
}

async function makeBill({ ctx, billerId, id }: Wanted): Promise<Paper | undefined> {
  const bill = await loadBillDocument(ctx.em, billerId, id);
  if (!bill) return undefined;
  const customerName = `${bill.firstName} ${bill.lastName}`;
  return { name: `bill-${bill.number}`, pdf: await writeBillPdf({ ...bill, customerName }, ctx.clock.now()) };
}

async function makeReceipt({ ctx, billerId, id }: Wanted): Promise<Paper | undefined> {
  const receipt = await loadReceiptDocument(ctx.em, billerId, id);
  if (!receipt) return undefined;
  const customerName = `${receipt.firstName} ${receipt.lastName}`;
  const pdf = await writeReceiptPdf({ ...receipt, customerName }, ctx.clock.now());
  return { name: `receipt-${receipt.reference}`, pdf };
}

async function makeEvidence({ ctx, billerId, id }: Wanted): Promise<Paper | undefined> {
  if (!(await ctx.em.findOne(Dispute, { billerId, id }))) return undefined;
  const pack = await gatherEvidence(ctx, { billerId, disputeId: id });
  const pdf = await writeRecordPdf(layOutEvidence(pack), ctx.clock.now());
  return { name: `evidence-${pack.dispute.vendorId}`, pdf, json: pack };
}

async function makeHandOver({ ctx, billerId, id }: Wanted): Promise<Paper | undefined> {
  if (!(await ctx.em.findOne(Invoice, { billerId, id }))) return undefined;
  const pack = await gatherHandOver(ctx, { billerId, invoiceId: id });
  const pdf = await writeRecordPdf(layOutHandOver(pack), ctx.clock.now());
  return { name: `hand-over-${pack.bill.number}`, pdf, json: pack };
}
