import braintree from 'braintree';
import { manualClock, type SandboxClock } from '../../control/clock.ts';
import type { BraintreeOptions, BraintreeSandbox } from '../braintree-sandbox.ts';
import { vendorTests } from '../fixtures/vendor-tests.ts';
import { startBraintree } from '../start-braintree.ts';
import type {
  SdkCustomer,
  SdkDispute,
  SdkErrors,
  SdkMethod,
  SdkNotification,
  SdkSubscription,
  SdkTransaction,
  SdkVerification,
} from './sdk-records.ts';

/** The parts of the vendor's SDK that the contract tests call; its published types lack some of them. */
export interface Sdk {
  config: { timeout: number };
  transaction: {
    sale(sent: object): Promise<SdkResult>;
    credit(sent: object): Promise<SdkResult>;
    find(id: string): Promise<SdkTransaction>;
    void(id: string, options?: object): Promise<SdkResult>;
    refund(id: string, options?: string | object): Promise<SdkResult>;
    submitForSettlement(id: string, amount?: string | null, options?: object): Promise<SdkResult>;
    submitForPartialSettlement(id: string, amount: string, options?: object): Promise<SdkResult>;
    adjustAuthorization(id: string, amount: string): Promise<SdkResult>;
    cloneTransaction(id: string, sent: object): Promise<SdkResult>;
    updateDetails(id: string, sent: object): Promise<SdkResult>;
    search(ask: (search: SdkSearch) => void): NodeJS.ReadableStream;
  };
  transactionLineItem: { findAll(id: string): Promise<Record<string, string>[]> };
  testing: Record<
    'settle' | 'settlementPending' | 'settlementConfirm' | 'settlementDecline',
    (id: string) => Promise<SdkResult>
  >;
  customer: {
    create(sent: object): Promise<SdkResult>;
    find(id: string): Promise<SdkCustomer>;
    update(id: string, sent: object): Promise<SdkResult>;
    delete(id: string): Promise<unknown>;
    search(ask: (search: SdkSearch) => void): NodeJS.ReadableStream;
  };
  address: {
    create(sent: object): Promise<SdkResult>;
    find(customerId: string, id: string): Promise<{ id: string; locality: string; countryName: string }>;
    update(customerId: string, id: string, sent: object): Promise<SdkResult>;
    delete(customerId: string, id: string): Promise<unknown>;
  };
  paymentMethod: {
    create(sent: object): Promise<SdkResult>;
    find(token: string): Promise<SdkMethod>;
    update(token: string, sent: object): Promise<SdkResult>;
    delete(token: string): Promise<unknown>;
  };
  paymentMethodNonce: {
    create(token: string): Promise<SdkResult>;
    find(nonce: string): Promise<{ nonce: string; type: string; details: { lastFour: string } }>;
  };
  creditCard: {
    create(sent: object): Promise<SdkResult>;
    find(token: string): Promise<SdkMethod>;
    update(token: string, sent: object): Promise<SdkResult>;
    delete(token: string): Promise<unknown>;
    expired(): NodeJS.ReadableStream;
    expiringBetween(from: Date, to: Date): NodeJS.ReadableStream;
  };
  creditCardVerification: { search(ask: (search: SdkSearch) => void): NodeJS.ReadableStream };
  clientToken: { generate(sent: object): Promise<{ success: boolean; clientToken: string } & SdkResult> };
  dispute: {
    find(id: string): Promise<{ dispute: SdkDispute }>;
    accept(id: string): Promise<SdkResult>;
    finalize(id: string): Promise<SdkResult>;
    addTextEvidence(id: string, evidence: string | object): Promise<SdkResult>;
    addFileEvidence(id: string, document: string | object): Promise<SdkResult>;
    removeEvidence(id: string, evidenceId: string): Promise<SdkResult>;
    search(ask: (search: SdkSearch) => void): NodeJS.ReadableStream;
  };
  subscription: {
    create(sent: object): Promise<SdkResult>;
    find(id: string): Promise<SdkSubscription>;
    update(id: string, sent: object): Promise<SdkResult>;
    cancel(id: string): Promise<SdkResult>;
    retryCharge(id: string, amount?: string): Promise<SdkResult>;
    search(ask: (search: SdkSearch) => void): NodeJS.ReadableStream;
  };
  plan: {
    all(): Promise<{ plans: { id: string; price: string; addOns: { id: string }[] }[] }>;
    find(id: string): Promise<{ id: string; price: string }>;
    create(sent: object): Promise<SdkResult>;
    update(id: string, sent: object): Promise<SdkResult>;
  };
  addOn: { all(): Promise<{ addOns: { id: string }[] }> };
  http: {
    put(path: string, body: null): Promise<unknown>;
    post(path: string, body: object): Promise<unknown>;
  };
  settlementBatchSummary: {
    generate(criteria: object): Promise<SdkResult & { settlementBatchSummary: { records: SdkMethod[] } }>;
  };
  merchantAccount: { find(id: string): Promise<{ id: string }>; all(): NodeJS.ReadableStream };
  documentUpload: { create(sent: object): Promise<SdkResult> };
  usBankAccount: {
    find(token: string): Promise<SdkMethod>;
    sale(token: string, sent: object): Promise<SdkResult>;
  };
  usBankAccountVerification: {
    find(id: string): Promise<{ id: string; status: string }>;
    confirmMicroTransferAmounts(id: string, amounts: number[]): Promise<SdkResult>;
  };
  webhookNotification: {
    parse(signature: string, payload: string): Promise<SdkNotification>;
    verify(challenge: string): string;
  };
}

export interface SdkResult {
  success: boolean;
  message: string;
  errors: SdkErrors;
  transaction: SdkTransaction;
  customer: SdkCustomer;
  paymentMethod: SdkMethod;
  creditCard: SdkMethod;
  address: { id: string; locality: string };
  subscription: SdkSubscription;
  plan: { id: string; price: string };
  verification: SdkVerification;
  evidence: { id: string; comment: string | null; category: string | null; url: string | null };
  settlementBatchSummary: {
    generate(
      criteria: object,
    ): Promise<SdkResult & { settlementBatchSummary: { records: Record<string, string>[] } }>;
  };
  merchantAccount: { find(id: string): Promise<{ id: string }>; all(): NodeJS.ReadableStream };
  documentUpload: { id: string; size: number; contentType: string; name: string };
  paymentMethodNonce: { nonce: string };
  usBankAccountVerification: { id: string; status: string };
}

/** A field of a search, with all operators that any kind of field has. */
type SdkField = Record<
  'is' | 'isNot' | 'startsWith' | 'endsWith' | 'contains' | 'in' | 'between' | 'min' | 'max',
  (...values: (string | number | Date | string[])[]) => unknown
>;
export type SdkSearch = Record<string, () => SdkField>;

export interface OpenGateway {
  sandbox: BraintreeSandbox;
  sdk: Sdk;
  clock: SandboxClock;
  close(): Promise<void>;
}

const keys = { merchantId: 'sandbox_merchant', publicKey: 'sandbox_public', privateKey: 'sandbox_private' };

/** Starts a sandbox on a clock stepped by hand, with the vendor's SDK pointed at it. */
export async function openGateway(options: Partial<BraintreeOptions> = {}): Promise<OpenGateway> {
  const clock = options.clock ?? manualClock(Date.parse('2026-03-02T09:00:00Z'));
  const sandbox = await startBraintree({ ...keys, clock, ...options });
  return { sandbox, sdk: connect(sandbox), clock, close: sandbox.stop };
}

/** The same with all that the test suites of the vendor's own SDKs expect to find. */
export async function openVendorTests(): Promise<OpenGateway> {
  const { merchantId, publicKey, privateKey } = vendorTests();
  const open = await openGateway(vendorTests());
  return { ...open, sdk: connect(open.sandbox, { merchantId, publicKey, privateKey }) };
}

/** The vendor's SDK against a running sandbox, with other keys where they are named. */
export function connect(sandbox: BraintreeSandbox, other: Partial<typeof keys> = {}): Sdk {
  const { host, origin } = sandbox;
  const port = String(sandbox.port);
  const environment = new braintree.Environment(host, port, origin, false, host, port);
  return new braintree.BraintreeGateway({ environment, ...keys, ...other }) as unknown as Sdk;
}

/** All records that a search streams. */
export async function all<Item = SdkTransaction>(found: NodeJS.ReadableStream): Promise<Item[]> {
  const items: Item[] = [];
  for await (const item of found) items.push(item as unknown as Item);
  return items;
}

/** The first of a list that must not be empty. */
export function first<Item>(list: readonly Item[]): Item {
  const [item] = list;
  if (item === undefined) throw new Error('The list is empty');
  return item;
}

/** The validation codes of a refused call. */
export function codesOf(result: SdkResult): string[] {
  return result.errors.deepErrors().map(({ code }) => code);
}

/** A card as a merchant's server may send it. */
export const visa = { number: '4111111111111111', expirationDate: '12/2030', cvv: '123' };
