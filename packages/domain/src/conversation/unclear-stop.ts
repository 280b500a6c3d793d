/** A text that may have been a STOP counts as one when nobody has decided within this time: in doubt, silence. */
export const HELD_FOR_MS = 24 * 3_600_000;

/** Why a text waits that is held for it, as the contact policy says. */
export const HELD_REASON = 'AMBIGUOUS_OPT_OUT';
