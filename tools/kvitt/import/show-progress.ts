/** Where a terminal redraws a line: not more often than an eye follows. */
const REDRAW_MS = 200;

export interface Progress {
  update(done: { rows: number; bytes: number }): void;
  /** What goes on now, where nothing can be counted. */
  say(what: string): void;
  /** Takes the line away again. */
  end(): void;
}

/** Shows how far a file is read, on a terminal only: a log has no use for a thousand states of one line. */
export function showProgress(size: number | undefined): Progress {
  if (!process.stderr.isTTY) return { update() {}, say() {}, end() {} };
  const startedAt = performance.now();
  let shownAt = 0;
  return {
    update({ rows, bytes }) {
      const now = performance.now();
      if (now - shownAt < REDRAW_MS) return;
      shownAt = now;
      const rate = Math.round(rows / ((now - startedAt) / 1000));
      const part = size ? ` · ${Math.floor((100 * bytes) / size)} %` : '';
      process.stderr.write(
        `\r\u001b[K${rows.toLocaleString('en-US')} rows${part} · ${rate.toLocaleString('en-US')} a second`,
      );
    },
    say(what) {
      shownAt = performance.now();
      process.stderr.write(`\r\u001b[K${what} …`);
    },
    end() {
      if (shownAt > 0) process.stderr.write('\r\u001b[K');
    },
  };
}
