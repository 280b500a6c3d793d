import { computed, nextTick, type Ref, ref, watch } from 'vue';
import { useShortcuts } from '../use-shortcuts.ts';
import { readStep, type Standing, type Step, stepSelection, stretchTo, turnAt } from './step-selection.ts';

/**
 * Rows that are walked through and chosen by keys or by clicks. What is shown no longer is chosen no longer: nobody acts on
 * what they do not see.
 * @param ids of the rows that are shown, in their order
 * @param parts.find gives a row's element, which takes the focus; `open` is what Enter does
 */
export function useSelection(
  ids: () => readonly string[],
  chosen: Ref<string[]>,
  parts: { find(id: string): HTMLElement | null | undefined; open?(id: string): void; isOn?(): boolean },
) {
  const at = ref(-1);
  const anchor = ref(-1);
  const isChosen = computed(() => new Set(chosen.value));
  watch(ids, (now) => {
    const left = chosen.value.filter((id) => now.includes(id));
    if (left.length < chosen.value.length) chosen.value = left;
    if (at.value >= now.length) at.value = now.length - 1;
  });

  const standing = (): Standing => ({ at: at.value, anchor: anchor.value, chosen: chosen.value });
  function stand(now: Standing): void {
    at.value = now.at;
    anchor.value = now.anchor;
    chosen.value = [...now.chosen];
  }

  /** Moves, and takes the focus along. */
  function step(how: Step): void {
    stand(stepSelection(ids(), standing(), how));
    const id = ids()[at.value];
    if (id !== undefined) void nextTick(() => parts.find(id)?.focus());
  }

  function turn(place: number, isStretch = false): void {
    stand(isStretch ? stretchTo(ids(), standing(), place) : turnAt(ids(), standing(), place));
  }

  /** What a key does on the row itself; on a button or a field within it, that has it. */
  function hear(event: KeyboardEvent, place: number): void {
    if (event.target !== event.currentTarget) return;
    if (at.value !== place) at.value = anchor.value = place;
    const id = ids()[place];
    if (event.key === 'Enter' && parts.open && id !== undefined) parts.open(id);
    else {
      const how = readStep(event);
      if (!how || (how === 'none' && chosen.value.length === 0)) return;
      step(how);
    }
    event.preventDefault();
  }

  const anywhere = (how: Step) => () => parts.isOn?.() !== false && step(how);
  useShortcuts('table', [
    { keys: 'j', words: 'key.rowNext', act: anywhere('next') },
    { keys: 'k', words: 'key.rowPrevious', act: anywhere('previous') },
    { keys: 'x', words: 'key.rowChoose', act: anywhere('turn') },
  ]);

  /** One row at a time is reached with Tab: the one that had the keys last. */
  const tabOf = (place: number) => (place === Math.max(0, at.value) ? 0 : -1);
  const clear = () => stand({ at: at.value, anchor: -1, chosen: [] });

  return { isChosen, tabOf, hear, turn, step, clear };
}
