/**
 * How a customer proves who they are, beyond holding a link: the postal code or the date of birth that the biller has on
 * file, or a code texted to the phone on file.
 */
export const STEP_UP_WAYS = ['postal-code', 'date-of-birth', 'text-code'] as const;

export type StepUpWay = (typeof STEP_UP_WAYS)[number];

/** Those, and a passkey that was set up by one who had typed a code from the phone on file: nothing that is on file, nor typed. */
export type ProofWay = StepUpWay | 'passkey';

/** What the biller has on file to prove it with. */
export interface ProofOnFile {
  postalCode: string | null;
  /** `YYYY-MM-DD`. */
  dateOfBirth: string | null;
  hasPhone: boolean;
}

/** The ways that are open to a customer, the quickest first; none where nothing is on file. */
export function listStepUpWays(onFile: ProofOnFile): StepUpWay[] {
  const open: Record<StepUpWay, boolean> = {
    'postal-code': onFile.postalCode !== null,
    'date-of-birth': onFile.dateOfBirth !== null,
    'text-code': onFile.hasPhone,
  };
  return STEP_UP_WAYS.filter((way) => open[way]);
}
