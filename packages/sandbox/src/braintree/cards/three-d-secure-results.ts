import type { XmlObject } from '../wire/write-xml.ts';

/** Each outcome of a 3-D Secure check that has a nonce: enrolled, status, ECI flag, whether liability shifted. */
const threeDSecureOutcomes: readonly [
  name: string,
  enrolled: string,
  status: string,
  eci: string,
  isShifted: boolean,
][] = [
  ['visa-full-authentication', 'Y', 'authenticate_successful', '05', true],
  ['visa-lookup-timeout', 'U', 'lookup_error', '07', false],
  ['visa-failed-signature', 'Y', 'authenticate_signature_verification_failed', '07', false],
  ['visa-failed-authentication', 'Y', 'authenticate_failed', '07', false],
  ['visa-attempts-non-participating', 'Y', 'authenticate_attempt_successful', '06', true],
  ['visa-not-enrolled', 'N', 'lookup_not_enrolled', '06', true],
  ['visa-unavailable', 'U', 'authentication_unavailable', '07', false],
  ['visa-mpi-lookup-error', 'U', 'lookup_error', '07', false],
  ['visa-mpi-authenticate-error', 'Y', 'authenticate_error', '07', false],
  ['visa-authentication-unavailable', 'Y', 'authenticate_unable_to_authenticate', '07', false],
  ['visa-bypassed-authentication', 'B', 'lookup_bypassed', '07', false],
  ['two-visa-successful-frictionless-authentication', 'Y', 'authenticate_frictionless', '05', true],
  ['two-visa-successful-step-up-authentication', 'Y', 'authenticate_successful', '05', true],
  ['two-visa-error-on-lookup', 'U', 'lookup_error', '07', false],
  ['two-visa-timeout-on-lookup', 'U', 'lookup_error', '07', false],
];

/** What the vendor's 3-D Secure test nonces tell of the check, by the name of the nonce. */
export function threeDSecureResults(): [nonce: string, result: XmlObject][] {
  return threeDSecureOutcomes.map(([name, enrolled, status, eciFlag, isShifted]) => {
    const isTwo = name.startsWith('two-');
    const threeDSecure = {
      enrolled,
      status,
      eciFlag,
      liabilityShifted: isShifted,
      liabilityShiftPossible: enrolled === 'Y',
      cavv: isShifted ? 'cavv_value' : null,
      xid: isShifted && !isTwo ? 'xid_value' : null,
      threeDSecureVersion: isTwo ? '2.1.0' : '1.0.2',
      dsTransactionId: isTwo ? 'ds_transaction_id' : null,
    };
    return [`fake-three-d-secure-${name}-nonce`, threeDSecure];
  });
}

/** What a check of a person who confirms looks like: the vendor's "step-up" of the second version. */
export function confirmedResult(): XmlObject {
  const [, result = {}] =
    threeDSecureResults().find(([nonce]) => nonce.includes('two-visa-successful-step-up')) ?? [];
  return result;
}
