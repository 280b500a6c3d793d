import { type Ref, ref, watch } from 'vue';
import { keep, remember } from './remember.ts';

/**
 * What somebody is working on, kept in this browser until it is done with: a reload, or a lost connection, costs nothing.
 * @param name of the draft, among all that are kept
 * @param empty what stands there where nothing is kept
 */
export function useKept<T>(
  name: string,
  empty: () => T,
): { draft: Ref<T>; isKept: Ref<boolean>; forget(): void } {
  const kept = remember<string>(`work.${name}`, '');
  const draft = ref(read(kept) ?? empty()) as Ref<T>;
  const isKept = ref(kept !== '');
  watch(
    draft,
    (now) => {
      isKept.value = true;
      keep(`work.${name}`, JSON.stringify(now));
    },
    { deep: true, flush: 'sync' },
  );
  function forget(): void {
    draft.value = empty();
    isKept.value = false;
    keep(`work.${name}`, null);
  }
  function read(text: string): T | undefined {
    try {
      return text === '' ? undefined : (JSON.parse(text) as T);
    } catch {
      return undefined;
    }
  }
  return { draft, isKept, forget };
}
