import { writeCard } from '../cards/write-card.ts';
import { globalId } from '../wire/global-id.ts';
import { networkId } from '../wire/network-id.ts';
import type { XmlObject } from '../wire/write-xml.ts';
import type { Verification } from './verification-record.ts';

/** A card verification as the gateway shows it. */
export function writeVerification(verification: Verification, nowMs: number): XmlObject {
  const { processor } = verification;
  return {
    id: verification.id,
    globalId: globalId('verification', verification.id),
    graphqlId: globalId('verification', verification.id),
    status: verification.status,
    amount: verification.amount,
    currencyIsoCode: 'USD',
    createdAt: new Date(verification.createdAt),
    updatedAt: new Date(verification.updatedAt),
    merchantAccountId: verification.merchantAccountId,
    avsErrorResponseCode: verification.avs.error,
    avsPostalCodeResponseCode: verification.avs.postal,
    avsStreetAddressResponseCode: verification.avs.street,
    cvvResponseCode: verification.cvvResponseCode,
    gatewayRejectionReason: verification.gatewayRejectionReason,
    processorResponseCode: processor.code ?? '',
    processorResponseText: processor.text ?? '',
    processorResponseType: processor.kind,
    networkResponseCode: processor.code === '1000' ? 'XX' : null,
    networkResponseText: processor.code === '1000' ? 'sample network response text' : null,
    networkTransactionId: processor.code === '1000' ? networkId(verification.id) : null,
    aniFirstNameResponseCode: 'I',
    aniLastNameResponseCode: 'I',
    creditCard: {
      token: verification.token,
      ...writeCard(verification.card, nowMs),
      ...(verification.accountType ? { accountType: verification.accountType } : {}),
    },
    billing: verification.billing,
    ...(verification.skipsFraudCheck
      ? {}
      : {
          riskData: {
            id: 'sandbox-risk-id',
            decision: 'Not Evaluated',
            deviceDataCaptured: false,
            fraudServiceProvider: 'fraud_protection',
          },
        }),
    threeDSecureInfo: verification.threeDSecure ?? null,
  };
}
