import { inTransaction } from '@kvitt/flows/kit/in-transaction';
import { makeLink } from '@kvitt/flows/session/make-link';
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
