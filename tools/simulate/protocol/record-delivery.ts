import { stateAfterReport } from '@kvitt/domain/message/message-state';
import { type Flow, transaction } from '../kernel/flow.ts';
import type { ReportRow } from '../rows.ts';
import type { Report } from '../vendors/carrier.ts';
import type { Ctx } from '../world.ts';

/** As packages/flows/src/message/receive-report.ts: the row, once per (text, state, sequence), and its job. */
export function* receiveReport(ctx: Ctx, report: Report): Flow<void> {
  yield* transaction(() => {
    const id = `${report.vendorId}/${report.state}/${report.sequence}`;
    if (ctx.store.insert(ctx.store.reports, id, { id, ...report }))
      ctx.enqueue('message.record-delivery', id);
  });
}

/** As packages/flows/src/message/record-delivery.ts. */
export function* recordDelivery(ctx: Ctx, reportId: string): Flow<void> {
  yield* transaction(() => {
    const { store } = ctx;
    const report = store.reports.get(reportId) as ReportRow;
    const named = store.messages.get(report.messageId);
    const text = named ?? store.outbox().find(({ vendorId }) => vendorId === report.vendorId);
    if (!text) return;
    if (text.vendorId !== report.vendorId) forgetGuess(ctx, report.vendorId, text.id);
    const before = { state: text.state, sequence: text.reportSequence };
    const { state, sequence } = stateAfterReport(before, report);
    const change = { state, reportSequence: sequence, reason: null };
    const isNews = state !== before.state || sequence !== before.sequence;
    store.update(text, { ...(isNews && change), vendorId: report.vendorId });
  });
}

/** As packages/flows/src/message/forget-guess.ts. */
export function forgetGuess(ctx: Ctx, vendorId: string, owner: string): void {
  for (const text of ctx.store.outbox()) {
    if (text.vendorId !== vendorId || text.id === owner) continue;
    ctx.store.update(text, {
      vendorId: null,
      reportSequence: null,
      state: 'uncertain',
      reason: 'ANSWER_LOST',
      sendAt: ctx.now(),
    });
    ctx.bells.missing.ring();
  }
}
