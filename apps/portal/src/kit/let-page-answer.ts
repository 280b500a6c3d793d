/**
 * Lets the page answer a finger or a key before what comes next: pieces of work that follow each other without a pause are
 * one long wait on a slow phone. Resolves in a task of its own.
 */
export function letPageAnswer(): Promise<void> {
  // Where the browser can, the rest comes before what others have waiting.
  if ('scheduler' in globalThis && 'yield' in scheduler) return scheduler.yield();
  return new Promise((resolve) => setTimeout(resolve));
}
