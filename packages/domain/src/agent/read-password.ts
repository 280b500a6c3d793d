/** NIST SP 800-63B: length is what counts; rules about signs and cases make passwords worse. */
const SHORTEST = 12;
const LONGEST = 128;

export type PasswordReading =
  | { kind: 'good' }
  | { kind: 'refused'; refusal: 'TOO_SHORT' | 'TOO_LONG' | 'TOO_PLAIN' };

/** Whether a password may be taken: 12 to 128 characters, more than three different ones, and not the address itself. */
export function readPassword(password: string, email: string): PasswordReading {
  const letters = [...password];
  if (letters.length < SHORTEST) return { kind: 'refused', refusal: 'TOO_SHORT' };
  if (letters.length > LONGEST) return { kind: 'refused', refusal: 'TOO_LONG' };
  const isPlain = new Set(letters).size < 4 || password.toLowerCase() === email.toLowerCase();
  return isPlain ? { kind: 'refused', refusal: 'TOO_PLAIN' } : { kind: 'good' };
}
