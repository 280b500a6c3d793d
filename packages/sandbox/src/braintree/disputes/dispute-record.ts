/** All times are milliseconds since the epoch on the sandbox's clock; amounts are decimal strings. */

export interface Dispute {
  id: string;
  transactionId: string;
  kind: string;
  reason: string;
  reasonCode: string;
  status: string;
  amount: string;
  amountWon: string;
  currency: string;
  caseNumber: string;
  referenceNumber: string;
  receivedAt: number;
  replyByAt: number;
  createdAt: number;
  updatedAt: number;
  history: { status: string; at: number; disbursementAt?: number }[];
  evidence: Evidence[];
  merchantAccountId: string;
  customerId: string | null;
}

export interface Evidence {
  id: string;
  createdAt: number;
  comment: string | null;
  category: string | null;
  sequenceNumber: string | null;
  url: string | null;
  sentToProcessorAt: number | null;
}

export interface DocumentUpload {
  id: string;
  kind: string;
  name: string;
  contentType: string;
  size: number;
  createdAt: number;
  expiresAt: number;
}
