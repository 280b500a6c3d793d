/** An answer of the sign-in library or of an invitation: what it says, or why not. */
export type SignInAnswer<T> = { kind: 'done'; data: T } | { kind: 'refused'; refusal: string };

/** Asks the sign-in part of the server, which is the library's own and speaks plain JSON. */
export async function askSignIn<T = Record<string, unknown>>(
  path: string,
  body?: unknown,
): Promise<SignInAnswer<T>> {
  try {
    const answer = await fetch(`/console/${path}`, {
      ...(body !== undefined && {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      }),
    });
    const data = await answer.json().catch(() => null);
    if (answer.ok) return { kind: 'done', data };
    return { kind: 'refused', refusal: data?.refusal ?? data?.code ?? `HTTP_${answer.status}` };
  } catch {
    return { kind: 'refused', refusal: 'OFFLINE' };
  }
}
