import { onBeforeUnmount, onMounted, type Ref, ref } from 'vue';
import { askPaymentState, type PaymentName } from './ask-payment-state.ts';

/** Banks mostly answer within seconds; later the questions get rarer, so that a forgotten tab is no burden. */
const WAITS_MS = [2_000, 2_000, 3_000, 4_000, 6_000, 9_000, 15_000, 30_000];
/** After this many questions (about twenty seconds) the page says that it still waits. */
const SLOW_AFTER = 5;

/**
 * Asks again and again what became of a payment, and loads the page anew once it is known: the server then shows the
 * receipt or the refusal under the same address. Does not ask while the page is out of sight.
 */
export function useWaiting(name: PaymentName): { isSlow: Ref<boolean> } {
  const isSlow = ref(false);
  let asked = 0;
  let isAsking = false;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const plan = () => {
    timer = setTimeout(ask, WAITS_MS[Math.min(asked, WAITS_MS.length - 1)]);
  };
  const ask = async () => {
    timer = undefined;
    if (document.hidden || isAsking) return;
    isAsking = true;
    const state = await askPaymentState(name);
    isAsking = false;
    asked += 1;
    isSlow.value = asked >= SLOW_AFTER;
    if (state === 'checking') plan();
    else location.reload();
  };
  const wake = () => {
    if (timer === undefined) void ask();
  };

  onMounted(() => {
    plan();
    document.addEventListener('visibilitychange', wake);
  });
  onBeforeUnmount(() => {
    clearTimeout(timer);
    document.removeEventListener('visibilitychange', wake);
  });
  return { isSlow };
}
