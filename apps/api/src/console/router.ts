import { consoleRoom } from '../kit/trpc-console.ts';
import { agentRoom } from './agent.ts';
import { billRoom } from './bill.ts';
import { boardSettingRoom } from './board-setting.ts';
import { bonusRoom } from './bonus.ts';
import { cadenceRoom } from './cadence.ts';
import { campaignRoom } from './campaign.ts';
import { conversationRoom } from './conversation.ts';
import { creditRoom } from './credit.ts';
import { customerRoom } from './customer.ts';
import { disputeRoom } from './dispute.ts';
import { enrollmentRoom } from './enrollment.ts';
import { heldTextRoom } from './held-text.ts';
import { importRoom } from './import.ts';
import { inboxRoom } from './inbox.ts';
import { invoiceRoom } from './invoice.ts';
import { journeyRoom } from './journey.ts';
import { leaderboardRoom } from './leaderboard.ts';
import { moneyRoom } from './money.ts';
import { planRoom } from './plan.ts';
import { proofRoom } from './proof.ts';
import { railRoom } from './rail.ts';
import { refundRoom } from './refund.ts';
import { reportRoom } from './report.ts';
import { scriptRoom } from './script.ts';
import { sessionRoom } from './session.ts';
import { statementRoom } from './statement.ts';
import { viewRoom } from './view.ts';
import { wordingRoom } from './wording.ts';
import { workRoom } from './work.ts';

/** Everything that the console asks for, by room. A room is a file beside this one. */
export const consoleRouter = consoleRoom({
  agent: agentRoom,
  boardSetting: boardSettingRoom,
  bonus: bonusRoom,
  bill: billRoom,
  cadence: cadenceRoom,
  campaign: campaignRoom,
  conversation: conversationRoom,
  credit: creditRoom,
  customer: customerRoom,
  dispute: disputeRoom,
  enrollment: enrollmentRoom,
  heldText: heldTextRoom,
  import: importRoom,
  inbox: inboxRoom,
  invoice: invoiceRoom,
  journey: journeyRoom,
  leaderboard: leaderboardRoom,
  money: moneyRoom,
  report: reportRoom,
  script: scriptRoom,
  plan: planRoom,
  rail: railRoom,
  proof: proofRoom,
  refund: refundRoom,
  session: sessionRoom,
  statement: statementRoom,
  view: viewRoom,
  wording: wordingRoom,
  work: workRoom,
});

/** What the browser knows of it: types, and nothing else. */
export type ConsoleRouter = typeof consoleRouter;
