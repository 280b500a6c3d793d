/**
 * A name as a bare link may show it: enough for its owner to know it, not enough for a stranger to learn it.
 * "Cindy" becomes "C••••", always four dots, so that the length says nothing either.
 */
export function maskName(firstName: string, lastName: string): string {
  return (
    [firstName, lastName]
      // A letter may come as its base and its mark: put together they are one, and Å does not become A.
      .map((name) => name.normalize('NFC').trim())
      .filter((name) => name !== '')
      .map((name) => `${[...name][0]}••••`)
      .join(' ')
  );
}
