import type { BankVerification } from '../verifications/verification-record.ts';
import { globalId } from '../wire/global-id.ts';
import type { XmlObject } from '../wire/write-xml.ts';

/** A bank account verification as the gateway shows it. */
export function writeBankVerification(verification: BankVerification): XmlObject {
  return {
    id: verification.id,
    globalId: globalId('usbankaccountverification', verification.id),
    graphqlId: globalId('usbankaccountverification', verification.id),
    status: verification.status,
    verificationMethod: verification.method,
    verificationAddOns: verification.addOns,
    verificationDeterminedAt: verification.determinedAt === null ? null : new Date(verification.determinedAt),
    gatewayRejectionReason: null,
    merchantDeclineReason: null,
    processorResponseCode: verification.response?.code ?? '',
    processorResponseText: verification.response?.text ?? '',
    createdAt: new Date(verification.createdAt),
    updatedAt: new Date(verification.updatedAt),
    usBankAccount: { token: verification.token, ...verification.account },
  };
}
