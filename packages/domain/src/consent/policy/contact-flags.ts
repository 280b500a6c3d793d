/**
 * What may be known of an account or of a phone, with what follows. Whether a number is a landline or cannot be reached is
 * kept with the phone, and a STOP that is not decided yet with the text that may be one.
 */
export const CONTACT_FLAGS = {
  cease: { of: 'account', means: 'asked for all contact about the debt to end: nothing goes but answers' },
  attorney: { of: 'account', means: 'a lawyer speaks for them: nothing goes but answers' },
  bankruptcy: { of: 'account', means: 'bankrupt: nothing may be asked of them' },
  deceased: { of: 'account', means: 'has died' },
  dispute: { of: 'account', means: 'disputes the debt: no collection for others' },
  in_collections: { of: 'account', means: 'in collections: stricter limits in some places' },
  ebr18m: { of: 'account', means: 'bought something within 18 months: one limit less for advertising' },
  reassigned: { of: 'phone', means: 'the number belongs to somebody else now' },
} as const satisfies Record<string, { of: 'account' | 'phone'; means: string }>;

export type ContactFlagCode = keyof typeof CONTACT_FLAGS;

export const CONTACT_FLAG_CODES = Object.keys(CONTACT_FLAGS) as readonly ContactFlagCode[];
