import type { Act, Call, Gateway } from '../state/gateway.ts';
import { answer, notFound } from '../wire/answer.ts';
import { collectErrors } from '../wire/collect-errors.ts';
import { filled, group } from '../wire/params.ts';
import { evidenceError, missingEvidence } from './check-evidence.ts';
import type { Dispute, Evidence } from './dispute-record.ts';
import { moveDispute } from './move-dispute.ts';
import { writeDispute } from './write-dispute.ts';
import { writeEvidence } from './write-evidence.ts';

/** GET /disputes/:id */
export const findDispute: Act = (gateway, call) => {
  const dispute = disputeOf(gateway, call);
  return dispute ? answer({ dispute: writeDispute(gateway, dispute) }) : notFound();
};

/** PUT /disputes/:id/accept: the merchant gives in. */
export const acceptDispute: Act = (gateway, call) => {
  const dispute = disputeOf(gateway, call);
  if (!dispute) return notFound();
  if (dispute.status !== 'open') return refuse(call, 'status', ['95704']);
  moveDispute(gateway, dispute, 'accepted');
  return answer({ dispute: writeDispute(gateway, dispute) });
};

/** PUT /disputes/:id/finalize: the evidence goes to the bank. */
export const finalizeDispute: Act = (gateway, call) => {
  const dispute = disputeOf(gateway, call);
  if (!dispute) return notFound();
  if (dispute.status !== 'open') return refuse(call, 'status', ['95705']);
  const missing = missingEvidence(dispute.evidence);
  if (missing.length) return refuse(call, 'dispute', missing);
  moveDispute(gateway, dispute, 'disputed');
  return answer({ dispute: writeDispute(gateway, dispute) });
};

/** POST /disputes/:id/evidence: a text, or a document uploaded before. */
export const addEvidence: Act = (gateway, call) => {
  const dispute = disputeOf(gateway, call);
  if (!dispute) return notFound();
  const sent = group(call.body.evidence);
  const documentId = filled(sent.documentUploadId);
  const document = documentId === undefined ? undefined : gateway.state.documents[documentId];
  if (documentId !== undefined && !document) return notFound();
  if (dispute.status !== 'open') return refuse(call, 'status', ['95701']);
  const comment = filled(sent.comments) ?? null;
  const category = filled(sent.category) ?? filled(sent.tag) ?? null;
  const wrong = evidenceError(category, comment, dispute.evidence);
  if (wrong) return refuse(call, 'evidence', [wrong]);
  const evidence: Evidence = {
    id: gateway.newId(20),
    createdAt: gateway.clock.now(),
    comment: document ? null : comment,
    category,
    sequenceNumber: filled(sent.sequenceNumber) ?? null,
    url: document ? `https://sandbox.example/disputes/${dispute.id}/${document.id}/${document.name}` : null,
    sentToProcessorAt: null,
  };
  dispute.evidence.push(evidence);
  return answer({ evidence: writeEvidence(evidence) }, 201);
};

/** DELETE /disputes/:id/evidence/:evidenceId */
export const removeEvidence: Act = (gateway, call) => {
  const dispute = disputeOf(gateway, call);
  const evidence = dispute?.evidence.find(({ id }) => id === call.path.evidenceId);
  if (!dispute || !evidence) return notFound();
  if (dispute.status !== 'open') return refuse(call, 'status', ['95702']);
  dispute.evidence = dispute.evidence.filter((other) => other !== evidence);
  return answer();
};

function disputeOf(gateway: Gateway, call: Call): Dispute | undefined {
  return gateway.state.disputes[call.path.id ?? ''];
}

function refuse(call: Call, attribute: string, codes: string[]) {
  const errors = collectErrors();
  for (const code of codes) errors.add(['dispute'], attribute, code);
  return errors.refuse(call.body);
}
