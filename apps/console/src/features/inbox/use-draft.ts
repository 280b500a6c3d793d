import { ref, watch } from 'vue';
import { api } from '../../kit/api.ts';
import { keep, remember } from '../../kit/remember.ts';

/** Colleagues are told this often that an agent is writing. */
const TELL_EVERY_MS = 3_000;

/** What is being written in one thread: it survives a reload, and colleagues are told that somebody writes. */
export function useDraft(conversationId: string) {
  const draft = `draft.${conversationId}`;
  const body = ref(remember<string>(draft, ''));
  let toldAt = 0;

  watch(body, (words) => {
    keep(draft, words === '' ? null : words);
    if (words === '' || Date.now() - toldAt < TELL_EVERY_MS) return;
    toldAt = Date.now();
    void api.conversation.typing.mutate({ conversationId, isTyping: true }).catch(() => undefined);
  });

  return body;
}
