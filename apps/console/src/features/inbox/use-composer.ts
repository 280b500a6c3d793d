import { fillReply, type ReplyFacts } from '@kvitt/domain/desk/fill-reply';
import { computed, ref } from 'vue';
import { useI18n } from 'vue-i18n';
import { api } from '../../kit/api.ts';
import { useReasons } from '../../kit/use-reasons.ts';
import { useDraft } from './use-draft.ts';
import { useUndo } from './use-undo.ts';

export interface ComposerParts {
  conversationId: string;
  mode(): 'reply' | 'note';
  facts(): ReplyFacts;
  invoiceId(): string | undefined;
  onSending(body: string): void;
  onChanged(): void;
}

/** What an agent writes in one thread: the draft, which survives a reload, and sending it and taking it back. */
export function useComposer({ conversationId, mode, facts, invoiceId, onSending, onChanged }: ComposerParts) {
  const { t, d } = useI18n();
  const { say } = useReasons();
  const body = useDraft(conversationId);
  const sendAt = ref<Date>();
  const problem = ref('');
  /** What becomes of a text that does not leave at once. */
  const said = ref('');
  const isBusy = ref(false);
  const isEmpty = computed(() => body.value.trim() === '');
  const { undo, countDown, takeBack } = useUndo({ body, problem, onChanged });

  const use = (words: string) => {
    body.value = fillReply(words, facts());
  };

  async function send(): Promise<void> {
    const words = body.value.trim();
    if (words === '' || isBusy.value) return;
    problem.value = '';
    said.value = '';
    isBusy.value = true;
    body.value = '';
    if (mode() === 'reply' && !sendAt.value) onSending(words);
    try {
      const isDone =
        mode() === 'note'
          ? await keepNote(conversationId, words)
          : settle(await sendReply(conversationId, words, invoiceId(), sendAt.value));
      if (!isDone) body.value = words;
      else sendAt.value = undefined;
    } catch {
      body.value = words;
      problem.value = t('composer.notSent');
    }
    isBusy.value = false;
    onChanged();
  }

  /** Asks the customer by text whether to charge the bill. */
  async function askToCharge(): Promise<void> {
    const bill = invoiceId();
    problem.value = bill ? '' : t('composer.noBill');
    if (!bill) return;
    try {
      settle(await sendAsk(conversationId, bill));
    } catch {
      problem.value = t('composer.notSent');
    }
    onChanged();
  }

  function settle(answer: Answer): boolean {
    if (answer.kind === 'refused') {
      problem.value = 'by' in answer ? t('composer.taken', { name: answer.by }) : say(answer.refusal);
      return false;
    }
    if (answer.kind === 'held') said.value = t('composer.held');
    if (answer.kind !== 'queued') return true;
    if (answer.waits) said.value = t('composer.waits', { when: d(new Date(answer.waits.until), 'long') });
    else if (!sendAt.value) countDown(answer.messageId);
    return true;
  }

  return { body, sendAt, undo, problem, said, isBusy, isEmpty, use, send, askToCharge, takeBack };
}

type Answer = Awaited<ReturnType<typeof api.conversation.reply.mutate | typeof api.conversation.ask.mutate>>;

async function keepNote(conversationId: string, body: string): Promise<true> {
  await api.conversation.note.mutate({ conversationId, noteId: crypto.randomUUID(), body });
  return true;
}

/** A bill goes along only where the words have a place for its link. */
function sendReply(
  conversationId: string,
  body: string,
  invoiceId: string | undefined,
  sendAt: Date | undefined,
) {
  const bill = body.includes('{link}') ? invoiceId : undefined;
  return api.conversation.reply.mutate({
    conversationId,
    replyId: crypto.randomUUID(),
    body,
    ...(bill && { invoiceId: bill }),
    ...(sendAt && { sendAt: sendAt.toISOString() }),
  });
}

function sendAsk(conversationId: string, invoiceId: string) {
  return api.conversation.ask.mutate({ conversationId, askId: crypto.randomUUID(), invoiceId });
}
