/**
 * What a person of the biller's is there to do. `agent` works the threads · `lead` also hands threads out · `manager` sees
 * what the others do · `admin` says who works here · `compliance` reads everything that proves something, and changes
 * nothing but what becomes of texts that the rules leave to a person · `read-only` looks.
 */
export const ROLES = ['agent', 'lead', 'manager', 'admin', 'compliance', 'read-only'] as const;

export type Role = (typeof ROLES)[number];

/** Everybody who can sign in. */
export const ANYONE: readonly Role[] = [...ROLES];

/** Those who write to customers. */
export const DESK: readonly Role[] = ['agent', 'lead', 'manager', 'admin'];

/** Those who say how the desk works: how fast, and in which words. */
export const LEADS: readonly Role[] = ['lead', 'manager', 'admin'];

/** Those who decide about texts that the rules of contact leave to a person. */
export const TEXT_JUDGES: readonly Role[] = ['lead', 'manager', 'admin', 'compliance'];

/** Those who say who works here. */
export const ADMINS: readonly Role[] = ['admin'];

/** Those who may read what everybody did. */
export const AUDITORS: readonly Role[] = ['manager', 'admin', 'compliance'];

/** Those who decide what agents say, earn and aim at. */
export const MANAGERS: readonly Role[] = ['manager', 'admin'];

/** Those who see how the work goes, over all agents. */
export const OVERSEERS: readonly Role[] = ['lead', 'manager', 'admin', 'compliance', 'read-only'];
