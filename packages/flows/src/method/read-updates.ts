import type { Ctx } from '../kit/context.ts';
import { refreshMethods } from './refresh-methods.ts';

/**
 * Reads the account updater's daily report and asks the processor about every stored way to pay that it names: what
 * counts is how each stands there now, the report only says where to look.
 * @throws where the report cannot be had yet: the job is tried again
 */
export async function readUpdates(ctx: Ctx, reportUrl: string): Promise<void> {
  const report = await ctx.payments.listUpdates(reportUrl);
  if (report.kind === 'failed') {
    if (report.retryable) throw new Error('the report did not answer; the job is tried again');
    ctx.log.warn({ reason: report.reason }, 'the account updater’s report cannot be read');
    return;
  }
  for (const { token, kind } of report.updates) await refreshMethods(ctx, token, kind);
  ctx.log.info({ updates: report.updates.length }, 'the account updater’s report was read');
}
