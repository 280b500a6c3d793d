import { listBillFacts } from '@kvitt/db/invoice/list-bill-facts';
import { gatherHandOver, layOutHandOver } from '@kvitt/flows/invoice/gather-hand-over';
import { holdInvoice } from '@kvitt/flows/invoice/hold-invoice';
import { inTransaction } from '@kvitt/flows/kit/in-transaction';
import { makeLink } from '@kvitt/flows/session/make-link';
import { writeRecordPdf } from '@kvitt/pdf/write-record-pdf';
import { addPerson } from '@kvitt/testing/people';
import { useWorld } from '@kvitt/testing/use-world';
import { payOnLink, viewOf, visitPage } from '@kvitt/testing/visit-page';
import { expect, it } from 'vitest';

const stage = useWorld();

async function fetchPaper(address: string) {
  const response = await fetch(address);
  const bytes = Buffer.from(await response.arrayBuffer());
  return { response, isPdf: bytes.subarray(0, 5).toString() === '%PDF-' };
}

it('a link opens its bill and its own receipts as PDFs, and nobody else’s', async () => {
  const { world, billerId } = stage;
  const cindy = await addPerson(world, billerId, { card: null });
  const other = await addPerson(world, billerId, { card: null });
  const linkTo = async (invoiceId: string) =>
    inTransaction(world.ctx, (tx) => makeLink(tx, { billerId, invoiceId }));
  const link = await linkTo(await cindy.issue(8420));
  const foreign = await linkTo(await other.issue(5000));

  const paper = await fetchPaper(`${link}/bill.pdf`);
  expect([paper.isPdf, paper.response.headers.get('content-type')]).toEqual([true, 'application/pdf']);
  expect(paper.response.headers.get('cache-control')).toBe('no-store');

  const paid = await payOnLink(link, { nonce: 'fake-valid-visa-nonce' });
  const { receipt } = viewOf(await visitPage(paid.location), 'settled');
  const address = `/payments/${receipt.paymentId}/receipt.pdf`;
  expect((await fetchPaper(`${link}${address}`)).isPdf).toBe(true);
  const stolen = await fetchPaper(`${foreign}${address}`);
  expect([stolen.isPdf, stolen.response.status]).toEqual([false, 404]);
  expect((await fetchPaper(`${link}x/bill.pdf`)).response.status).toBe(404);
});

it('what goes along with a bill to collection has the claim, the consent in its words and the thread', async () => {
  const { world, billerId } = stage;
  const cindy = await addPerson(world, billerId);
  const invoiceId = await cindy.issue(8420);
  await cindy.announce();
  await world.pass(2_000);
  await cindy.says('I moved out in June');
  const pack = await gatherHandOver({ em: world.ctx.em.fork() }, { billerId, invoiceId });
  expect(pack).toMatchObject({
    bill: { dueMinor: 8420, lastName: 'Rivera' },
    phones: [{ e164: `+${cindy.phone}`, mayBeTexted: true }],
    consents: expect.arrayContaining([expect.objectContaining({ purpose: 'service' })]),
  });
  expect(pack.texts.map(({ body }) => body)).toContain('I moved out in June');
  const pdf = await writeRecordPdf(layOutHandOver(pack), world.ctx.clock.now());
  expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
  await inTransaction(world.ctx, (tx) =>
    holdInvoice(tx, { billerId, invoiceId, why: 'collection', note: 'Fair Collectors', by: 'ann' }),
  );
  const kinds = (await listBillFacts(world.ctx.em.fork(), billerId, invoiceId)).map(({ kind }) => kind);
  expect(kinds).toContain('collection');
});
