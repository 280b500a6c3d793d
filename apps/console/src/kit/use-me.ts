import { defineStore } from 'pinia';
import { ref } from 'vue';
import { api, readProblem } from './api.ts';
import { useClock } from './use-clock.ts';

export type Me = Awaited<ReturnType<typeof api.session.me.query>>;

/** Who sits here; asked once, and again after signing in. */
export const useMe = defineStore('me', () => {
  const me = ref<Me>();
  const isOffline = ref(false);

  async function load(): Promise<boolean> {
    try {
      me.value = await api.session.me.query();
      useClock().set(me.value.now, me.value.biller.timeZone);
      isOffline.value = false;
    } catch (error) {
      isOffline.value = readProblem(error).kind !== 'signed-out';
      if (!isOffline.value) me.value = undefined;
    }
    return me.value !== undefined;
  }

  return { me, isOffline, load };
});
