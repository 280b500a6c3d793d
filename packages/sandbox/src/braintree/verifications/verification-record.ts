import type { Card } from '../cards/card-record.ts';
import type { XmlObject } from '../wire/write-xml.ts';

export interface Verification {
  id: string;
  status: 'verified' | 'processor_declined' | 'gateway_rejected' | 'failed' | 'pending';
  createdAt: number;
  updatedAt: number;
  amount: string;
  merchantAccountId: string;
  processor: { code: string | null; text: string | null; kind: string | null };
  gatewayRejectionReason: string | null;
  avs: { postal: string | null; street: string | null; error: string | null };
  cvvResponseCode: string | null;
  card: Card;
  token: string | null;
  customerId: string | null;
  customerEmail: string | null;
  billing: XmlObject;
  threeDSecure?: XmlObject | null;
  skipsFraudCheck?: boolean;
  /** As debit or as credit; only where that was asked for. */
  accountType?: string;
}

export interface BankVerification {
  id: string;
  status: 'verified' | 'pending' | 'failed' | 'processor_declined' | 'gateway_rejected';
  method: string;
  addOns: string | null;
  createdAt: number;
  updatedAt: number;
  determinedAt: number | null;
  token: string;
  customerId: string | null;
  customerEmail: string | null;
  attempts: number;
  response: { code: string; text: string } | null;
  account: XmlObject;
}
