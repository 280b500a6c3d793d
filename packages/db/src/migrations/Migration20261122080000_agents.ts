import { Migration } from '@mikro-orm/migrations';

/**
 * Agents and how they sign in. What the sign-in library keeps is in a schema of its own, under the names that the library
 * expects; the field of work of an agent, and what each of them did, is ours.
 */
export class Migration20261122080000_agents extends Migration {
  override up(): void {
    for (const statement of [...SIGN_IN, ...AGENT]) this.addSql(statement);
  }
}

const SIGN_IN = [
  'create schema sign_in',
  `create table sign_in."user" (
    id text primary key, name text not null, email text not null unique, "emailVerified" boolean not null, image text,
    "createdAt" timestamptz not null default now(), "updatedAt" timestamptz not null default now(),
    "twoFactorEnabled" boolean default false)`,
  `create table sign_in.session (
    id text primary key, "expiresAt" timestamptz not null, token text not null unique,
    "createdAt" timestamptz not null default now(), "updatedAt" timestamptz not null, "ipAddress" text, "userAgent" text,
    "userId" text not null references sign_in."user" on delete cascade)`,
  'create index session_of_user on sign_in.session ("userId")',
  `create table sign_in.account (
    id text primary key, "accountId" text not null, "providerId" text not null,
    "userId" text not null references sign_in."user" on delete cascade, "accessToken" text, "refreshToken" text,
    "idToken" text, "accessTokenExpiresAt" timestamptz, "refreshTokenExpiresAt" timestamptz, scope text, password text,
    "createdAt" timestamptz not null default now(), "updatedAt" timestamptz not null)`,
  'create index account_of_user on sign_in.account ("userId")',
  `create table sign_in.verification (
    id text primary key, identifier text not null, value text not null, "expiresAt" timestamptz not null,
    "createdAt" timestamptz not null default now(), "updatedAt" timestamptz not null default now())`,
  'create index verification_identifier on sign_in.verification (identifier)',
  `create table sign_in."twoFactor" (
    id text primary key, secret text not null, "backupCodes" text not null,
    "userId" text not null references sign_in."user" on delete cascade, verified boolean default true,
    "failedVerificationCount" integer default 0, "lockedUntil" timestamptz)`,
  'create index two_factor_of_user on sign_in."twoFactor" ("userId")',
  `create table sign_in.passkey (
    id text primary key, name text, "publicKey" text not null,
    "userId" text not null references sign_in."user" on delete cascade, "credentialID" text not null,
    counter integer not null, "deviceType" text not null, "backedUp" boolean not null, transports text,
    "createdAt" timestamptz, aaguid text)`,
  'create index passkey_of_user on sign_in.passkey ("userId")',
  'create index passkey_credential on sign_in.passkey ("credentialID")',
  // Ours: wrong passwords, by which an address is locked out for a while whoever tries, and from wherever.
  'create table sign_in.failed_try (email text not null, at timestamptz not null)',
  'create index failed_try_email on sign_in.failed_try (email, at)',
];

const AGENT = [
  `create table agent (
    biller_id uuid not null references biller, id uuid not null unique, name text not null, email text not null,
    role text not null check (role in ('agent', 'lead', 'manager', 'admin', 'compliance', 'read-only')),
    created_at timestamptz not null, removed_at timestamptz, primary key (biller_id, id))`,
  `create table agent_invitation (
    biller_id uuid not null references biller, id uuid not null, email text not null,
    role text not null check (role in ('agent', 'lead', 'manager', 'admin', 'compliance', 'read-only')),
    token_hash text not null unique, invited_by uuid, created_at timestamptz not null, expires_at timestamptz not null,
    accepted_at timestamptz, revoked_at timestamptz, primary key (biller_id, id))`,
  `create table audit_event (
    biller_id uuid not null references biller, id uuid not null, actor_id uuid, actor text not null, act text not null,
    subject text, subject_id text, detail text, at timestamptz not null, primary key (biller_id, id))`,
  'create index audit_event_at on audit_event (biller_id, at desc, id desc)',
  'create index audit_event_subject on audit_event (biller_id, subject_id, at desc) where subject_id is not null',
  `create trigger audit_event_append_only before update or delete or truncate on audit_event
    for each statement execute function refuse_change()`,
];
