/** The sandbox's own time, over its controls: milliseconds since the epoch. */
export async function readSandboxClock(sandboxUrl: string): Promise<number> {
  const { now } = await ask(`${sandboxUrl}/sandbox/clock`);
  return now;
}

/** Moves the sandbox's time forward; settles when everything that came due at the vendors meanwhile has happened. */
export async function advanceSandbox(sandboxUrl: string, ms: number): Promise<void> {
  await ask(`${sandboxUrl}/sandbox/clock/advance`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ ms }),
  });
}

/** Puts the sandbox's time back to the machine's. */
export async function resetSandbox(sandboxUrl: string): Promise<void> {
  await ask(`${sandboxUrl}/sandbox/clock/reset`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
  });
}

async function ask(url: string, init?: RequestInit): Promise<{ now: number }> {
  const answer = await fetch(url, init);
  if (!answer.ok) throw new Error(`the sandbox's clock answered ${answer.status}`);
  return (await answer.json()) as { now: number };
}
