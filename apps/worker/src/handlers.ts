import { answerText } from '@kvitt/flows/conversation/answer-text';
import { announceBills } from '@kvitt/flows/invoice/announce-bills';
import type { Ctx } from '@kvitt/flows/kit/context';
import { recordDelivery } from '@kvitt/flows/message/record-delivery';
import { readNotice } from '@kvitt/flows/payment/read-notice';
import type { JobHandlers } from '@kvitt/jobs/jobs';

/** Every job and the flow that does it: the one table. */
export function makeHandlers(context: () => Ctx): JobHandlers {
  return {
    'conversation.answer': (job) => answerText(context(), job),
    'message.record-delivery': (job) => recordDelivery(context(), job),
    'payment.read-notice': (job) => readNotice(context(), job),
    'invoice.announce': async (job) => {
      await announceBills(context(), job);
    },
  };
}
