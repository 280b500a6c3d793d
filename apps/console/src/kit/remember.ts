/** What this browser keeps of a person's way to work: sizes, density, drafts. Nothing here is needed to go on. */
export function remember<T extends string | number | boolean>(name: string, otherwise: T): T {
  try {
    const kept = localStorage.getItem(`kvitt.${name}`);
    return kept === null ? otherwise : (JSON.parse(kept) as T);
  } catch {
    return otherwise;
  }
}

export function keep(name: string, value: string | number | boolean | null): void {
  try {
    if (value === null) localStorage.removeItem(`kvitt.${name}`);
    else localStorage.setItem(`kvitt.${name}`, JSON.stringify(value));
  } catch {
    // A browser that keeps nothing, as in a private window: everything works, and nothing is remembered.
  }
}
