import type { NoReason } from '@kvitt/domain/enrollment/call-script';
import { computed, onMounted, onUnmounted, ref } from 'vue';
import { api, readProblem } from '../../kit/api.ts';
import { useLive } from '../../kit/use-live.ts';

export type Call = Awaited<ReturnType<typeof api.enrollment.open.query>>;

/** One call as it stands, kept up to date while it is looked at, and what an agent does in it. */
export function useCall(enrollmentId: string) {
  const call = ref<Call>();
  /** The server's code for a "no", or what else went wrong. */
  const problem = ref('');
  /** The step that is being answered: a key that is pressed on it again is not taken, and one on the next step is. */
  const answering = ref<string>();
  const isBusy = computed(() => answering.value !== undefined && answering.value === call.value?.step);
  const live = useLive();
  let leave: (() => void)[] = [];
  let asked = 0;
  let shown = 0;

  async function load(): Promise<void> {
    asked += 1;
    const turn = asked;
    try {
      const found = await api.enrollment.open.query({ enrollmentId });
      // Asked later and answered sooner: what stands there is newer.
      if (turn < shown) return;
      shown = turn;
      call.value = found;
    } catch (error) {
      problem.value = readProblem(error).kind;
    }
  }

  /** Does something on the step that is shown, and shows what came of it. */
  async function attempt(act: () => Promise<unknown>): Promise<void> {
    if (isBusy.value) return;
    const step = call.value?.step;
    answering.value = step;
    problem.value = '';
    try {
      await act();
    } catch (error) {
      const read = readProblem(error);
      problem.value = read.kind === 'refused' ? read.refusal : read.kind;
    }
    await load();
    if (answering.value === step) answering.value = undefined;
  }

  const answer = (key: number) =>
    attempt(async () => {
      if (!call.value || key > call.value.choices.length) return;
      await api.enrollment.answer.mutate({ enrollmentId, step: call.value.step, key });
    });
  const end = (reason: NoReason) =>
    attempt(() => api.enrollment.close.mutate({ enrollmentId, outcome: outcomeOf(reason), reason }));
  const share = (agentId: string | null) =>
    attempt(() => api.enrollment.share.mutate({ enrollmentId, agentId }));

  onMounted(() => {
    void load();
    leave = [
      live.on('enrollment', (data) => {
        if ((data as { id: string }).id === enrollmentId) void load();
      }),
      live.on('reset', () => void load()),
    ];
  });
  onUnmounted(() => {
    for (const stop of leave) stop();
  });
  return { call, problem, isBusy, load, answer, end, share };
}

function outcomeOf(reason: NoReason): 'call-back' | 'declined' {
  return reason === 'no-time' ? 'call-back' : 'declined';
}
