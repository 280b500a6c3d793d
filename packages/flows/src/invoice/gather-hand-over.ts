import { type EvidenceRows, loadEvidence } from '@kvitt/db/dispute/load-evidence';
import { type LoadedBill, loadBillDocument } from '@kvitt/db/document/load-bill-document';
import { Invoice } from '@kvitt/db/invoice/invoice.entity';
import { listPhones } from '@kvitt/db/invoice/list-phones';
import type { RecordDocument } from '@kvitt/domain/document/record-document';
import { money } from '@kvitt/domain/money/money';
import { toDecimal } from '@kvitt/domain/money/to-decimal';
import { layOutRecord } from '../dispute/lay-out-evidence.ts';
import type { Ctx } from '../kit/context.ts';

/** Everything that goes along with a bill to whoever collects it from now on. */
export interface HandOver extends EvidenceRows {
  bill: LoadedBill;
  /** In E.164, with how each stands now: whoever texts them next has to keep to it. */
  phones: { e164: string; role: string; mayBeTexted: boolean; revokedAt: string | null }[];
}

/** Gathers what goes along with a bill: what is owed and why, the consent with its words, and all that was said. */
export async function gatherHandOver(
  ctx: Pick<Ctx, 'em'>,
  key: { billerId: string; invoiceId: string },
): Promise<HandOver> {
  const { em } = ctx;
  const { billerId, invoiceId } = key;
  const { accountId } = await em.findOneOrFail(Invoice, { billerId, id: invoiceId });
  const bill = await loadBillDocument(em, billerId, invoiceId);
  if (!bill) throw new Error(`there is no bill ${invoiceId}`);
  const rows = await loadEvidence(em, { billerId, accountId, invoiceId });
  return { bill, phones: await listPhones(em, { billerId, accountId }), ...rows };
}

/** Lays it out as a paper. */
export function layOutHandOver(pack: HandOver): RecordDocument {
  const { bill, phones } = pack;
  const amount = (minor: number) =>
    `${minor < 0 ? '−' : ''}${toDecimal(money(Math.abs(minor), bill.currency))} ${bill.currency}`;
  return {
    biller: bill.biller,
    title: 'Hand-over of a claim',
    paper: bill.currency === 'USD' ? 'LETTER' : 'A4',
    panel: {
      label: 'What is owed',
      value: amount(Math.max(0, bill.dueMinor)),
      note: `Bill ${bill.number}, due ${bill.dueOn}`,
    },
    facts: [
      { label: 'Customer', value: `${bill.firstName} ${bill.lastName}` },
      { label: 'Account', value: bill.accountNumber },
      { label: 'Language', value: bill.language },
      { label: 'Issued', value: bill.issuedOn },
      { label: 'As issued', value: amount(bill.totalMinor) },
      { label: 'For', value: bill.description },
    ],
    parts: [
      {
        heading: 'How what is owed came about',
        columns: [
          { head: 'Day', share: 0.25 },
          { head: 'What', share: 0.5 },
          { head: 'Amount', share: 0.25, align: 'right' },
        ],
        rows: [
          [bill.issuedOn, 'issued', amount(bill.totalMinor)],
          ...bill.changes.map(({ on, kind, minor }) => [on, kind, amount(minor)]),
        ],
      },
      {
        heading: 'Phones, and whether they may be texted',
        note: 'Consent was given to the biller. A STOP binds whoever acts for it as well.',
        columns: [
          { head: 'Phone', share: 0.35 },
          { head: 'Role', share: 0.25 },
          { head: 'May be texted', share: 0.4 },
        ],
        rows: phones.map(({ e164, role, mayBeTexted, revokedAt }) => [
          e164,
          role,
          mayBeTexted ? 'yes' : revokedAt ? `no, STOP on ${revokedAt.slice(0, 10)}` : 'no',
        ]),
      },
      ...layOutRecord(pack, bill.currency),
    ],
  };
}
