/** What a consent is for. Bills, reminders and receipts are `service`; advertising needs its own. */
export type ConsentPurpose = 'service' | 'marketing';

/**
 * `express` said or written by the customer · `confirmed` and answered from the handset itself · `revoked` STOP or any
 * wording of it.
 */
export type ConsentState = 'express' | 'confirmed' | 'revoked';

/** How a change of consent came to us. */
export type ConsentChannel = 'text' | 'carrier' | 'web' | 'oral' | 'written' | 'import';

export type ConsentAct = 'granted' | 'confirmed' | 'revoked' | 'restored';
