import { createReadStream } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { DisputeMove, Evidence } from '../payments-port.ts';
import type { BraintreeVendor } from './braintree-vendor.ts';
import { callVendor } from './call-vendor.ts';
import { findDispute } from './find-dispute.ts';
import { moveDispute, readRefusal } from './move-dispute.ts';

/**
 * Sends evidence to the bank: the texts, the document, and then the word that it is all. What an earlier try has added is
 * seen first and not added again; after the last word nothing can be added.
 */
export async function submitDispute(
  vendor: BraintreeVendor,
  vendorId: string,
  evidence: Evidence,
): Promise<DisputeMove> {
  const before = await findDispute(vendor, vendorId);
  if (before.kind === 'not-found') return { kind: 'refused', code: 'not-found', text: 'no such dispute' };
  if (before.kind === 'unanswered') return { kind: 'unknown', reason: before.reason };
  for (const text of evidence.texts) {
    if (before.dispute.texts.includes(text)) continue;
    const added = await moveDispute(vendor, vendorId, undefined, () =>
      vendor.gateway.dispute.addTextEvidence(vendorId, { content: text }),
    );
    if (added.kind !== 'done') return added;
  }
  if (evidence.document && before.dispute.documents === 0) {
    const added = await addDocument(vendor, vendorId, evidence.document);
    if (added.kind !== 'done') return added;
  }
  return moveDispute(vendor, vendorId, 'answered', () => vendor.gateway.dispute.finalize(vendorId));
}

/** The SDK takes a document from a file only. */
async function addDocument(
  vendor: BraintreeVendor,
  vendorId: string,
  { name, bytes }: { name: string; bytes: Uint8Array },
): Promise<DisputeMove> {
  const folder = await mkdtemp(path.join(tmpdir(), 'kvitt-evidence-'));
  try {
    const file = path.join(folder, path.basename(name));
    await writeFile(file, bytes, { mode: 0o600 });
    const uploaded = await callVendor(
      () => vendor.gateway.documentUpload.create({ kind: 'evidence_document', file: createReadStream(file) }),
      vendor.timeoutMs * 3,
    );
    if (uploaded.kind === 'failed') return { kind: 'unknown', reason: `no answer (${uploaded.type})` };
    const documentId = uploaded.value.documentUpload?.id;
    if (!documentId) return readRefusal(uploaded.value);
    return await moveDispute(vendor, vendorId, undefined, () =>
      vendor.gateway.dispute.addFileEvidence(vendorId, { documentId, category: 'GENERAL' }),
    );
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
