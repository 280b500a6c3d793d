import { createReadStream } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { all, codesOf, first, type OpenGateway, openGateway } from './open-gateway.ts';
import type { SdkDispute } from './sdk-records.ts';

const dayMs = 24 * 3_600_000;
let open: OpenGateway;
let folder: string;
beforeEach(async () => {
  open = await openGateway();
  folder = await mkdtemp(join(tmpdir(), 'evidence-'));
});
afterEach(async () => {
  await open.close();
  await rm(folder, { recursive: true });
});

async function dispute(): Promise<SdkDispute> {
  const { transaction } = await open.sdk.transaction.sale({
    amount: '100.00',
    creditCard: { number: '4023898493988028', expirationDate: '12/2030' },
  });
  return first(transaction.disputes);
}
const statusOf = async (id: string) => (await open.sdk.dispute.find(id)).dispute.status;

async function upload(name: string, content: string | Buffer) {
  const path = join(folder, name);
  await writeFile(path, content);
  return open.sdk.documentUpload.create({ kind: 'evidence_document', file: createReadStream(path) });
}

describe('a dispute', () => {
  test('is opened by the sale with the dispute card', async () => {
    expect(await dispute()).toMatchObject({ status: 'open', kind: 'chargeback', amountDisputed: '100.00' });
  });

  test('can be accepted once', async () => {
    const { id } = await dispute();
    expect((await open.sdk.dispute.accept(id)).success).toBe(true);
    expect(await statusOf(id)).toBe('accepted');
    const again = await open.sdk.dispute.accept(id);
    expect(again.errors.for('dispute').on('status')[0]).toMatchObject({
      code: '95704',
      message: 'Disputes can only be accepted when they are in an Open state',
    });
  });

  test('that nobody answers expires', async () => {
    const { id } = await dispute();
    await open.clock.advance(10 * dayMs);
    expect(await statusOf(id)).toBe('expired');
  });

  test.each([
    ['compelling_evidence', 'won'],
    ['losing_evidence', 'lost'],
  ])('that is answered with %s is %s two weeks later', async (text, status) => {
    const { id } = await dispute();
    await open.sdk.dispute.addTextEvidence(id, text);
    await open.sdk.dispute.finalize(id);
    expect(await statusOf(id)).toBe('disputed');
    await open.clock.advance(14 * dayMs);
    expect(await statusOf(id)).toBe(status);
  });

  test('is found by its fields', async () => {
    const { id, transaction } = await dispute();
    await dispute();
    const found = await all<SdkDispute>(
      open.sdk.dispute.search((search) => search.transactionId?.().is(transaction.id)),
    );
    expect(found.map((one) => one.id)).toEqual([id]);
    expect(await all(open.sdk.dispute.search((search) => search.status?.().in('open', 'won')))).toHaveLength(
      2,
    );
    expect(await all(open.sdk.dispute.search((search) => search.id?.().is('none')))).toEqual([]);
  });

  test('that does not exist is not found', async () => {
    await expect(open.sdk.dispute.find('none')).rejects.toThrow("dispute with id 'none' not found");
  });
});

describe('evidence', () => {
  test('is added, shown and removed while the dispute is open', async () => {
    const { id } = await dispute();
    const { evidence } = await open.sdk.dispute.addTextEvidence(id, 'It was delivered.');
    expect((await open.sdk.dispute.find(id)).dispute.evidence).toMatchObject([
      { id: evidence.id, comment: 'It was delivered.' },
    ]);
    expect((await open.sdk.dispute.removeEvidence(id, evidence.id)).success).toBe(true);
    await open.sdk.dispute.accept(id);
    expect(codesOf(await open.sdk.dispute.addTextEvidence(id, 'Too late.'))).toEqual(['95701']);
  });

  test('of a document shows where it is', async () => {
    const { id } = await dispute();
    const { documentUpload } = await upload('receipt.png', Buffer.from([0x89, 0x50, 0x4e, 0x47]));
    const { evidence } = await open.sdk.dispute.addFileEvidence(id, {
      documentId: documentUpload.id,
      category: 'GENERAL',
    });
    expect(evidence).toMatchObject({
      category: 'GENERAL',
      comment: null,
      url: expect.stringContaining('receipt.png'),
    });
  });

  test.each([
    ['95706', { content: 'x', category: 'NO_SUCH_CATEGORY' }],
    ['95712', { content: 'x', category: 'PROOF_OF_DELIVERY' }],
    ['95707', { content: 'yesterday-ish', category: 'DOWNLOAD_DATE_TIME' }],
    ['95715', { content: 'nobody', category: 'PRIOR_NON_DISPUTED_TRANSACTION_EMAIL_ADDRESS' }],
  ])('is refused with %s', async (code, evidence) => {
    const { id } = await dispute();
    expect(codesOf(await open.sdk.dispute.addTextEvidence(id, evidence))).toEqual([code]);
  });

  test('of digital goods is not enough without the moment of the download and a second proof', async () => {
    const { id } = await dispute();
    await open.sdk.dispute.addTextEvidence(id, { content: 'phone', category: 'DEVICE_ID' });
    expect(codesOf(await open.sdk.dispute.finalize(id)).sort()).toEqual(['95720', '95721']);
  });
});

describe('a document', () => {
  test('is taken with its name, size and type', async () => {
    const content = '%PDF-1.4\n1 0 obj<</Type /Page>>\n%%EOF';
    const result = await upload('page.pdf', content);
    expect(result.documentUpload).toMatchObject({
      name: 'page.pdf',
      contentType: 'application/pdf',
      size: content.length,
    });
  });

  test.each([
    ['84906', 'empty.png', ''],
    ['84903', 'picture.gif', 'GIF89a'],
    ['84904', 'broken.pdf', 'no pdf'],
    ['84905', 'long.pdf', `%PDF-1.4\n${'<</Type /Page>>\n'.repeat(51)}%%EOF`],
    ['84902', 'large.png', Buffer.alloc(4 * 1024 * 1024 + 1)],
  ])('is refused with %s', async (code, name, content) => {
    const result = await upload(name, content);
    expect(result.errors.for('documentUpload').on('file')[0]?.code).toBe(code);
  });
});
