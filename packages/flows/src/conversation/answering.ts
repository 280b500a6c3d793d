import type { Dialog } from '@kvitt/db/message/load-dialog';
import type { Message } from '@kvitt/db/message/message.entity';

/** The inbound text that is answered, and what was loaded for it. */
export interface Answering {
  text: Message;
  dialog: Dialog;
}

/** What a vendor is asked for once the answer is committed. */
export type FollowUp = { kind: 'charge'; paymentId: string } | { kind: 'refund'; refundId: string };
