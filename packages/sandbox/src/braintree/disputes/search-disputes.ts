import { idsOf, matches, type SearchFields } from '../search/matches.ts';
import type { Act } from '../state/gateway.ts';
import { answer } from '../wire/answer.ts';
import { group } from '../wire/params.ts';
import type { Dispute } from './dispute-record.ts';
import { writeDispute } from './write-dispute.ts';

const pageSize = 50;

/** POST /disputes/advanced_search?page=n: unlike other searches, it gives the records page by page. */
export const searchDisputes: Act = (gateway, call) => {
  const criteria = group(call.body.search);
  const ids = idsOf(criteria);
  const found = Object.values(gateway.state.disputes)
    .filter(
      (dispute) =>
        (!ids || ids.includes(dispute.id)) && matches(dispute, { ...criteria, ids: undefined }, fields),
    )
    .sort((a, b) => b.createdAt - a.createdAt);
  const page = Math.max(1, Number(call.query.get('page') ?? '1'));
  return answer({
    disputes: {
      page: { currentPageNumber: page, pageSize, totalItems: found.length },
      tag: 'dispute',
      items: found
        .slice((page - 1) * pageSize, page * pageSize)
        .map((dispute) => writeDispute(gateway, dispute)),
    },
  });
};

const fields: SearchFields<Dispute> = {
  id: { kind: 'text', of: ({ id }) => [id] },
  caseNumber: { kind: 'text', of: ({ caseNumber }) => [caseNumber] },
  referenceNumber: { kind: 'text', of: ({ referenceNumber }) => [referenceNumber] },
  customerId: { kind: 'text', of: ({ customerId }) => [customerId] },
  transactionId: { kind: 'text', of: ({ transactionId }) => [transactionId] },
  kind: { kind: 'many', of: ({ kind }) => [kind] },
  reason: { kind: 'many', of: ({ reason }) => [reason] },
  reasonCode: { kind: 'many', of: ({ reasonCode }) => [reasonCode] },
  status: { kind: 'many', of: ({ status }) => [status] },
  merchantAccountId: { kind: 'many', of: ({ merchantAccountId }) => [merchantAccountId] },
  chargebackProtectionLevel: { kind: 'many', of: () => ['not_protected'] },
  protectionLevel: { kind: 'many', of: () => ['No Protection'] },
  preDisputeProgram: { kind: 'many', of: () => ['none'] },
  transactionSource: { kind: 'many', of: () => ['api'] },
  amountDisputed: { kind: 'amount', of: ({ amount }) => [amount] },
  amountWon: { kind: 'amount', of: ({ amountWon }) => [amountWon] },
  receivedDate: { kind: 'time', of: ({ receivedAt }) => [startOfDay(receivedAt)] },
  replyByDate: { kind: 'time', of: ({ replyByAt }) => [startOfDay(replyByAt)] },
  effectiveDate: { kind: 'time', of: ({ history }) => history.map(({ at }) => startOfDay(at)) },
  disbursementDate: {
    kind: 'time',
    of: ({ history }) => history.flatMap(({ disbursementAt: at }) => (at ? [startOfDay(at)] : [])),
  },
};

/** These fields are days; a bound with a time of that day is met too. */
function startOfDay(at: number): number {
  return Math.floor(at / 86_400_000) * 86_400_000;
}
