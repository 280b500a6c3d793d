import { fillReply, type ReplyFacts } from '@kvitt/domain/desk/fill-reply';
import { computed, onUnmounted, ref, watch } from 'vue';
import { useI18n } from 'vue-i18n';
import { api } from '../../kit/api.ts';
import { keep, remember } from '../../kit/remember.ts';
import { useReasons } from '../../kit/use-reasons.ts';

/** Colleagues are told this often that an agent is writing. */
const TELL_EVERY_MS = 3_000;

/** How long a text can be taken back, as the server grants it. */
const UNDO_S = 5;

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
  const { t } = useI18n();
  const { say } = useReasons();
  const draft = `draft.${conversationId}`;
  const body = ref(remember<string>(draft, ''));
  const sendAt = ref<Date>();
  const undo = ref<{ messageId: string; leftS: number }>();
  const problem = ref('');
  const isBusy = ref(false);
  let timer: ReturnType<typeof setInterval> | undefined;
  let toldAt = 0;

  watch(body, (words) => {
    keep(draft, words === '' ? null : words);
    if (words === '' || Date.now() - toldAt < TELL_EVERY_MS) return;
    toldAt = Date.now();
    void api.conversation.typing.mutate({ conversationId, isTyping: true }).catch(() => undefined);
  });
  onUnmounted(() => clearInterval(timer));

  const use = (words: string) => {
    body.value = fillReply(words, facts());
  };

  async function send(): Promise<void> {
    const words = body.value.trim();
    if (words === '' || isBusy.value) return;
    problem.value = '';
    isBusy.value = true;
    body.value = '';
    if (mode() === 'reply' && !sendAt.value) onSending(words);
    try {
      const isDone = mode() === 'note' ? await keepNote(words) : await sendReply(words);
      if (!isDone) body.value = words;
      else sendAt.value = undefined;
    } catch {
      body.value = words;
      problem.value = t('composer.notSent');
    }
    isBusy.value = false;
    onChanged();
  }

  async function keepNote(words: string): Promise<boolean> {
    await api.conversation.note.mutate({ conversationId, noteId: crypto.randomUUID(), body: words });
    return true;
  }

  async function sendReply(words: string): Promise<boolean> {
    const bill = words.includes('{link}') ? invoiceId() : undefined;
    const answer = await api.conversation.reply.mutate({
      conversationId,
      replyId: crypto.randomUUID(),
      body: words,
      ...(bill && { invoiceId: bill }),
      ...(sendAt.value && { sendAt: sendAt.value.toISOString() }),
    });
    return settle(answer);
  }

  /** Asks the customer by text whether to charge the bill. */
  async function askToCharge(): Promise<void> {
    const bill = invoiceId();
    problem.value = '';
    if (!bill) {
      problem.value = t('composer.noBill');
      return;
    }
    try {
      settle(
        await api.conversation.ask.mutate({ conversationId, askId: crypto.randomUUID(), invoiceId: bill }),
      );
    } catch {
      problem.value = t('composer.notSent');
    }
    onChanged();
  }

  function settle(
    answer: Awaited<ReturnType<typeof api.conversation.reply.mutate | typeof api.conversation.ask.mutate>>,
  ): boolean {
    if (answer.kind === 'refused') {
      problem.value = 'by' in answer ? t('composer.taken', { name: answer.by }) : say(answer.refusal);
      return false;
    }
    if (answer.kind === 'queued' && !sendAt.value) countDown(answer.messageId);
    return true;
  }

  function countDown(messageId: string): void {
    clearInterval(timer);
    undo.value = { messageId, leftS: UNDO_S };
    timer = setInterval(() => {
      if (undo.value && --undo.value.leftS > 0) return;
      undo.value = undefined;
      clearInterval(timer);
    }, 1_000);
  }

  /** Takes a text back that has not left: the latest one, or one of the thread. Its words come back to be changed. */
  async function takeBack(messageId = undo.value?.messageId): Promise<void> {
    if (!messageId) return;
    undo.value = undefined;
    const answer = await api.conversation.undo.mutate({ messageId }).catch(() => undefined);
    if (answer?.kind === 'undone') body.value = body.value || answer.body;
    else problem.value = t('composer.gone');
    onChanged();
  }

  const isEmpty = computed(() => body.value.trim() === '');
  return { body, sendAt, undo, problem, isBusy, isEmpty, use, send, askToCharge, takeBack };
}
