export interface Gate {
  /** Lets nobody in any more, and settles when the last one within is out. */
  close(): Promise<void>;
  open(): void;
  /** Runs `act` within: at once where the gate is open, else when it opens. */
  during<T>(act: () => Promise<T>): Promise<T>;
}

/** Something that many are within, and that can be emptied. */
export function createGate(): Gate {
  let within = 0;
  let opened: { promise: Promise<void>; open(): void } | undefined;
  let tellEmpty: () => void = () => undefined;
  return {
    async close() {
      if (!opened) {
        const { promise, resolve } = Promise.withResolvers<void>();
        opened = { promise, open: resolve };
      }
      if (within === 0) return;
      await new Promise<void>((empty) => {
        tellEmpty = empty;
      });
    },
    open() {
      opened?.open();
      opened = undefined;
    },
    async during(act) {
      while (opened) await opened.promise;
      within += 1;
      try {
        return await act();
      } finally {
        within -= 1;
        if (within === 0) tellEmpty();
      }
    },
  };
}
