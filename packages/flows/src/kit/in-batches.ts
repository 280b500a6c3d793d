/**
 * Has `act` do for many at once what comes for one at a time. What comes first is done at once; what comes while it is
 * under way waits for its end, and is done together: nothing waits for a clock, and the busier it is the larger the batches.
 * @returns takes one and resolves when it is done, or rejects as its batch did
 */
export function inBatches<T>(act: (batch: readonly T[]) => Promise<void>): (one: T) => Promise<void> {
  let waiting: T[] = [];
  let next: Promise<void> | undefined;
  let underWay: Promise<void> = Promise.resolve();
  return (one) => {
    waiting.push(one);
    next ??= underWay.then(() => {
      const batch = waiting;
      waiting = [];
      next = undefined;
      const done = act(batch);
      // A batch that failed says so to its own, and holds up no other.
      underWay = done.catch(() => undefined);
      return done;
    });
    return next;
  };
}
