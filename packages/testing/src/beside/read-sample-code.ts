import { sampleCode } from '@kvitt/flows/consent/sample-code';
import type { Payer } from './add-payer.ts';
import type { Beside } from './open-beside.ts';

/** The digits that stand in a customer's sample bill, for a browser that cannot read a PDF. */
export function readSampleCode({ context }: Beside, { accountId }: Payer): string {
  return sampleCode(context().ids, accountId, 'paperless@1');
}
