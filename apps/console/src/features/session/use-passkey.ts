import { askSignIn } from '../../kit/sign-in-api.ts';

type Ceremony = typeof import('@simplewebauthn/browser');
type AuthenticationOptions = Parameters<Ceremony['startAuthentication']>[0]['optionsJSON'];
type RegistrationOptions = Parameters<Ceremony['startRegistration']>[0]['optionsJSON'];

/** Signs in with a passkey of this device; undefined where it was done, else why not. */
export async function signInByPasskey(): Promise<string | undefined> {
  const asked = await askSignIn<AuthenticationOptions>('auth/passkey/generate-authenticate-options');
  if (asked.kind === 'refused') return asked.refusal;
  try {
    const { startAuthentication } = await import('@simplewebauthn/browser');
    const response = await startAuthentication({ optionsJSON: asked.data });
    const answer = await askSignIn('auth/passkey/verify-authentication', { response });
    return answer.kind === 'refused' ? answer.refusal : undefined;
  } catch {
    return 'PASSKEY_STOPPED';
  }
}

/** Makes a passkey on this device for the agent who is signed in; undefined where it was done, else why not. */
export async function addPasskey(name: string): Promise<string | undefined> {
  const asked = await askSignIn<RegistrationOptions>('auth/passkey/generate-register-options');
  if (asked.kind === 'refused') return asked.refusal;
  try {
    const { startRegistration } = await import('@simplewebauthn/browser');
    const response = await startRegistration({ optionsJSON: asked.data });
    const answer = await askSignIn('auth/passkey/verify-registration', { response, name });
    return answer.kind === 'refused' ? answer.refusal : undefined;
  } catch {
    return 'PASSKEY_STOPPED';
  }
}
