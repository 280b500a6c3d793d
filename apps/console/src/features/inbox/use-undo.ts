import { onUnmounted, type Ref, ref } from 'vue';
import { useI18n } from 'vue-i18n';
import { api } from '../../kit/api.ts';

/** How long a text can be taken back, as the server grants it. */
const UNDO_S = 5;

export interface UndoParts {
  body: Ref<string>;
  problem: Ref<string>;
  onChanged(): void;
}

/** The text that was sent last, for the seconds in which it can be taken back. */
export function useUndo({ body, problem, onChanged }: UndoParts) {
  const { t } = useI18n();
  const undo = ref<{ messageId: string; leftS: number }>();
  let timer: ReturnType<typeof setInterval> | undefined;
  onUnmounted(() => clearInterval(timer));

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

  return { undo, countDown, takeBack };
}
