import { addDays } from '@kvitt/domain/time/add-days';
import { localDate } from '@kvitt/domain/time/local-date';
import { defineStore } from 'pinia';
import { computed, ref } from 'vue';

/** Minutes are looked at, not seconds. */
const TICK_MS = 2_000;

/** The server's time: minutes to answer count by it, whatever this machine's clock says, and a test clock moves it. */
export const useClock = defineStore('clock', () => {
  const ahead = ref(0);
  const here = ref(Date.now());
  /** The biller's, in which days are counted. */
  const zone = ref('UTC');
  setInterval(() => {
    here.value = Date.now();
  }, TICK_MS);

  /** @param now what the server's clock showed just now, as ISO text; @param timeZone the biller's, as it was where absent */
  function set(now: string, timeZone = zone.value): void {
    zone.value = timeZone;
    here.value = Date.now();
    ahead.value = Date.parse(now) - here.value;
  }

  /** The biller's day, some days from now, as a date field has it. */
  const day = (days: number): string =>
    addDays(localDate(new Date(here.value + ahead.value), zone.value), days);

  return { now: computed(() => here.value + ahead.value), ahead, set, day };
});
