/**
 * Runs `stop` once, and then ends the process, when it is asked to end: by a signal, or because the program that started
 * it is gone. What is not finished by then is found again by whoever starts next.
 */
export function onEnd(stop: () => Promise<void>): void {
  let isEnding = false;
  const end = async () => {
    if (isEnding) return;
    isEnding = true;
    await stop().catch(() => undefined);
    process.exit(0);
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, end);
  process.once('disconnect', end);
}
