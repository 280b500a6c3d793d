import type { PortalPasskey } from '@kvitt/db/session/portal-passkey.entity';
import type { MadePasskey } from '@kvitt/flows/session/add-passkey';
import {
  type AuthenticationResponseJSON,
  type AuthenticatorTransportFuture,
  generateAuthenticationOptions,
  generateRegistrationOptions,
  type RegistrationResponseJSON,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from '@simplewebauthn/server';
import { listOrigins, relyingParty } from './relying-party.ts';

type Held = Pick<PortalPasskey, 'credentialId' | 'transports'>;

/** What a browser is asked, to make a passkey for an account; one that it has already is not made again. */
export function optionsToAdd(
  publicUrl: string,
  about: { challenge: string; accountId: string; name: string; biller: string; held: readonly Held[] },
) {
  return generateRegistrationOptions({
    rpID: relyingParty(publicUrl),
    rpName: about.biller,
    userID: new TextEncoder().encode(about.accountId),
    userName: about.name,
    userDisplayName: about.name,
    challenge: toBytes(about.challenge),
    attestationType: 'none',
    excludeCredentials: about.held.map(describe),
    // It has to be found without knowing whose it is, and to be a proof by itself.
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
  });
}

/** What a browser is asked, to open an account: with one of its passkeys, or with whichever it has for us. */
export function optionsToOpen(publicUrl: string, challenge: string, held: readonly Held[]) {
  return generateAuthenticationOptions({
    rpID: relyingParty(publicUrl),
    challenge: toBytes(challenge),
    allowCredentials: held.map(describe),
    userVerification: 'required',
  });
}

/** Reads what an authenticator made; undefined where it is not true. */
export async function readMade(
  publicUrl: string,
  response: RegistrationResponseJSON,
  challenge: string,
): Promise<MadePasskey | undefined> {
  try {
    const { verified, registrationInfo } = await verifyRegistrationResponse({
      response,
      expectedChallenge: challenge,
      expectedOrigin: listOrigins(publicUrl),
      expectedRPID: relyingParty(publicUrl),
      requireUserVerification: true,
    });
    if (!verified) return undefined;
    const { id, publicKey, counter } = registrationInfo.credential;
    const transports = (response.response.transports ?? []).filter((one) => /^[\w-]{1,20}$/.test(one));
    return { credentialId: id, publicKey, counter, transports: transports.slice(0, 8).join() };
  } catch {
    // The library throws at whatever does not fit: all of it is an answer that is not true.
    return undefined;
  }
}

/** Reads a signature with the key on file: the passkey's count, or undefined where it is not true. */
export async function readSigned(
  publicUrl: string,
  response: AuthenticationResponseJSON,
  passkey: PortalPasskey,
  challenge: string,
): Promise<number | undefined> {
  try {
    const { verified, authenticationInfo } = await verifyAuthenticationResponse({
      response,
      expectedChallenge: challenge,
      expectedOrigin: listOrigins(publicUrl),
      expectedRPID: relyingParty(publicUrl),
      requireUserVerification: true,
      credential: {
        id: passkey.credentialId,
        publicKey: Uint8Array.from(passkey.publicKey),
        counter: passkey.counter,
      },
    });
    return verified ? authenticationInfo.newCounter : undefined;
  } catch {
    return undefined;
  }
}

function describe({ credentialId, transports }: Held) {
  const ways = transports.split(',').filter(Boolean) as AuthenticatorTransportFuture[];
  return { id: credentialId, transports: ways };
}

function toBytes(challenge: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(Buffer.from(challenge, 'base64url'));
}
