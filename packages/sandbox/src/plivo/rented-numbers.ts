import type { PlivoState, SandboxNumber } from './sandbox-state.ts';

/**
 * The numbers that the account rents, by themselves: those it was set up with and those it bought, without those it gave
 * back. One on an application gets its texts posted where the application says; one on none (`messageUrl` empty) nowhere.
 */
export function rentedNumbers(
  configured: readonly SandboxNumber[],
  state: PlivoState,
): Map<string, SandboxNumber> {
  const kept = configured.filter(({ number }) => !state.released.includes(number));
  return new Map([...kept, ...state.bought].map((number) => [number.number, asLinked(number, state)]));
}

function asLinked(number: SandboxNumber, state: PlivoState): SandboxNumber {
  const link = state.numberLinks[number.number];
  if (!link) return number;
  const named = link.alias === undefined ? number : { ...number, name: link.alias };
  if (link.applicationId === undefined) return named;
  const application = state.applications.find(({ id }) => id === link.applicationId);
  if (!application) return { ...named, messageUrl: '' };
  return { ...named, messageUrl: application.messageUrl, messageMethod: application.messageMethod };
}
