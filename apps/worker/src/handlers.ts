import { answerText } from '@kvitt/flows/conversation/answer-text';
import { runImport } from '@kvitt/flows/import/run-import';
import { announceBills } from '@kvitt/flows/invoice/announce-bills';
import type { Ctx } from '@kvitt/flows/kit/context';
import { recordDelivery } from '@kvitt/flows/message/record-delivery';
import { readNotice } from '@kvitt/flows/payment/read-notice';
import type { JobHandlers } from '@kvitt/jobs/jobs';

/**
 * Every job and the flow that does it: the one table.
 * @param during what runs each of them; a clock that may be moved lets none span a move
 */
export function makeHandlers(
  context: () => Ctx,
  during: <T>(act: () => Promise<T>) => Promise<T> = (act) => act(),
): JobHandlers {
  return {
    'conversation.answer': (job) => during(() => answerText(context(), job)),
    'message.record-delivery': (job) => during(() => recordDelivery(context(), job)),
    'payment.read-notice': (job) => during(() => readNotice(context(), job)),
    'invoice.announce': (job) =>
      during(async () => {
        await announceBills(context(), job);
      }),
    'import.run': (job) => during(() => runImport(context(), job)),
  };
}
