import type { ValidationErrors } from '../wire/collect-errors.ts';
import { filled, isGroup, type Params } from '../wire/params.ts';

/** Adds to `errors` what is wrong with the rarer groups of a charge: 3-D Secure results, risk data, an outside vault. */
export function checkExtras(sent: Params, errors: ValidationErrors): void {
  const path = ['transaction'];
  if (isGroup(sent.threeDSecurePassThru))
    checkPassThru(sent.threeDSecurePassThru, [...path, 'threeDSecurePassThru'], errors);
  if (sent.threeDSecureToken === null) errors.add(path, 'threeDSecureToken', '91568');
  if (isGroup(sent.riskData)) checkRiskData(sent.riskData, [...path, 'riskData'], errors);
}

/**
 * Adds what is wrong with what another provider found out about the card holder, as the merchant tells it. The codes of a
 * verification begin otherwise than those of a charge, and end alike.
 */
export function checkPassThru(
  sent: Params,
  path: string[],
  errors: ValidationErrors,
  begin: '9151' | '9421' = '9151',
): void {
  const add = (attribute: string, end: string) => errors.add(path, attribute, `${begin}${end}`);
  const eciFlag = filled(sent.eciFlag);
  if (!eciFlag) add('eciFlag', '13');
  else if (!/^0[0-7]$/.test(eciFlag)) add('eciFlag', '14');
  if (!filled(sent.cavv)) add('cavv', '16');
  // The second version knows no such thing, so it is missed only where it was sent as nothing.
  if ((sent.xid === '' || sent.xid === null) && begin === '9151') add('xid', '15');
  const version = filled(sent.threeDSecureVersion);
  if (version && !/^[12]\.\d+\.\d+$/.test(version)) add('threeDSecureVersion', '19');
  const answers = /^[A-Z]$/;
  if (!isEmptyOr(sent.authenticationResponse, answers)) add('authenticationResponse', '20');
  if (!isEmptyOr(sent.directoryResponse, answers)) add('directoryResponse', '21');
  if (!isEmptyOr(sent.cavvAlgorithm, /^[0-9A]$/)) add('cavvAlgorithm', '22');
}

function isEmptyOr(value: Params[string], form: RegExp): boolean {
  const found = filled(value);
  return found === undefined || form.test(found);
}

function checkRiskData(sent: Params, path: string[], errors: ValidationErrors): void {
  if ((filled(sent.customerDeviceId)?.length ?? 0) > 255) errors.add(path, 'customerDeviceId', '94702');
  const zip = filled(sent.customerLocationZip) ?? '';
  if (/[^A-Za-z0-9 -]/.test(zip)) errors.add(path, 'customerLocationZip', '94703');
  else if (zip.length > 9) errors.add(path, 'customerLocationZip', '94705');
  if ((filled(sent.customerTenure)?.length ?? 0) > 4) errors.add(path, 'customerTenure', '94706');
}

/** A card that is kept in another vault: which card may name the network's id of an earlier charge. */
export function checkExternalVault(
  sent: Params,
  kind: string | undefined,
  cardType: string | undefined,
  errors: ValidationErrors,
): void {
  if (!isGroup(sent.externalVault)) return;
  const path = ['transaction', 'externalVault'];
  const status = filled(sent.externalVault.status);
  const previous = filled(sent.externalVault.previousNetworkTransactionId);
  if (kind !== undefined && kind !== 'credit_card') errors.add(['transaction'], 'externalVault', '915176');
  else if (status !== 'will_vault' && status !== 'vaulted') errors.add(path, 'status', '915175');
  else if (status === 'will_vault' && previous) errors.add(path, 'status', '915177');
  else if (previous && cardType === 'American Express') {
    errors.add(path, 'previousNetworkTransactionId', '915178');
  }
}
