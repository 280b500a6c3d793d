import { useI18n } from 'vue-i18n';
import { api } from '../../kit/api.ts';
import { type BulkAnswer, useBulk } from '../../kit/table/use-bulk.ts';

type Act = Parameters<typeof api.customer.act.mutate>[0]['act'];
type Done = Awaited<ReturnType<typeof api.customer.act.mutate>>['done'];

/** One thing for many customers, each by the flow that does it for one; a rule that forbids it of one says so of that one. */
export function useBulkCustomers(nameOf: (id: string) => string, onChanged: () => void) {
  const { t } = useI18n();
  const bulk = useBulk(nameOf, 'customers.refused', 'why', 'reason', 'care.refused');

  async function act(customerIds: string[], what: Act): Promise<boolean> {
    const isDone = await bulk.run(async (): Promise<BulkAnswer> => {
      const { done, refused } = await api.customer.act.mutate({ customerIds, act: what });
      return {
        done: done.length,
        refused: refused.map(({ customerId, refusal }) => ({ id: customerId, refusal })),
        undo: undoOf(what, done),
      };
    });
    onChanged();
    return isDone;
  }

  /** What takes it back: a rest that has ended would need its reason again, so that is not. */
  function undoOf(what: Act, done: Done): (() => Promise<string>) | undefined {
    const customerIds = done.map(({ customerId }) => customerId);
    const ids = done.flatMap((one) => one.ids);
    if (what.kind === 'release') return undefined;
    return async () => {
      const undone = what.kind === 'send-link' ? await takeBack(ids) : await turnBack(what, customerIds, ids);
      onChanged();
      return t('table.undone', { count: undone }, undone);
    };
  }

  /** Texts lie five seconds before they leave; of those that are gone nothing is taken back. */
  async function takeBack(messageIds: string[]): Promise<number> {
    const answers = await Promise.all(
      messageIds.map((messageId) => api.conversation.undo.mutate({ messageId })),
    );
    return answers.filter(({ kind }) => kind === 'undone').length;
  }

  async function turnBack(what: Act, customerIds: string[], invoiceIds: string[]): Promise<number> {
    const back: Act = what.kind === 'tag' ? { ...what, isOn: !what.isOn } : { kind: 'release', invoiceIds };
    return (await api.customer.act.mutate({ customerIds, act: back })).done.length;
  }

  return { ...bulk, act };
}
