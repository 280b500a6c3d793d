import { defineStore } from 'pinia';
import { computed, ref } from 'vue';

/** Minutes are looked at, not seconds. */
const TICK_MS = 2_000;
const DAY_MS = 86_400_000;

/** The server's time: minutes to answer count by it, whatever this machine's clock says, and a test clock moves it. */
export const useClock = defineStore('clock', () => {
  const ahead = ref(0);
  const here = ref(Date.now());
  setInterval(() => {
    here.value = Date.now();
  }, TICK_MS);

  /** @param now what the server's clock showed just now, as ISO text */
  function set(now: string): void {
    here.value = Date.now();
    ahead.value = Date.parse(now) - here.value;
  }

  /** The server's day, some days from now, as a date field has it. */
  const day = (days: number): string =>
    new Date(here.value + ahead.value + days * DAY_MS).toISOString().slice(0, 10);

  return { now: computed(() => here.value + ahead.value), ahead, set, day };
});
