import { api } from '../../kit/api.ts';
import type { Move } from './thread.ts';
import { useInbox } from './use-inbox.ts';
import type { Line } from './use-pile.ts';

export interface MoveParts {
  conversationId(): string;
  line(): Line | null | undefined;
  load(): Promise<void>;
}

/** What an agent does with a thread as a whole: seen in the piles at once, and taken back there where the server says no. */
export function useMove({ conversationId, line, load }: MoveParts) {
  const inbox = useInbox();

  return async (move: Move): Promise<Awaited<ReturnType<typeof api.conversation.move.mutate>>> => {
    const before = line();
    if (before && (move.kind === 'close' || move.kind === 'snooze')) {
      inbox.place({ ...before, state: move.kind === 'close' ? 'closed' : 'snoozed' });
    }
    try {
      const answer = await api.conversation.move.mutate({ conversationId: conversationId(), move });
      if (answer.kind === 'refused' && before) inbox.place(before);
      void load();
      return answer;
    } catch (error) {
      if (before) inbox.place(before);
      throw error;
    }
  };
}
