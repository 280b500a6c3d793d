/** What is to happen at an instant of virtual time; of two at one instant the one that was laid first comes first. */
interface Entry {
  at: number;
  order: number;
  act: () => void;
}

/** A binary heap of things to come. */
export interface Agenda {
  add(at: number, act: () => void): void;
  /** Takes the next one out; undefined when nothing is to come. */
  take(): { at: number; act: () => void } | undefined;
}

export function openAgenda(): Agenda {
  const heap: Entry[] = [];
  let order = 0;
  const isBefore = (one: Entry, other: Entry) =>
    one.at < other.at || (one.at === other.at && one.order < other.order);

  const rise = (from: number) => {
    let index = from;
    const entry = heap[index] as Entry;
    while (index > 0) {
      const parent = (index - 1) >> 1;
      const above = heap[parent] as Entry;
      if (!isBefore(entry, above)) break;
      heap[index] = above;
      index = parent;
    }
    heap[index] = entry;
  };
  const sink = () => {
    let index = 0;
    const entry = heap[0] as Entry;
    for (;;) {
      let child = 2 * index + 1;
      if (child >= heap.length) break;
      if (child + 1 < heap.length && isBefore(heap[child + 1] as Entry, heap[child] as Entry)) child += 1;
      const below = heap[child] as Entry;
      if (!isBefore(below, entry)) break;
      heap[index] = below;
      index = child;
    }
    heap[index] = entry;
  };
  return {
    add(at, act) {
      heap.push({ at, order: order++, act });
      rise(heap.length - 1);
    },
    take() {
      const first = heap[0];
      const last = heap.pop();
      if (first === undefined || last === undefined) return undefined;
      if (heap.length > 0) {
        heap[0] = last;
        sink();
      }
      return first;
    },
  };
}
