import { describe, it } from 'vitest';
import { describeContract } from './describe-contract.ts';

const { PLIVO_AUTH_ID, PLIVO_AUTH_TOKEN, PLIVO_FROM, PLIVO_TO } = process.env;

if (PLIVO_AUTH_ID && PLIVO_AUTH_TOKEN && PLIVO_FROM && PLIVO_TO) {
  describeContract("Plivo itself, with the account's credentials", async () => ({
    settings: {
      authId: PLIVO_AUTH_ID,
      authToken: PLIVO_AUTH_TOKEN,
      callbackUrl: 'https://example.com/webhooks/plivo/report',
    },
    from: PLIVO_FROM,
    to: PLIVO_TO,
    // Reserved for fiction: nobody answers, and nothing is sent there.
    stranger: '+12025550143',
    window: () => ({ from: new Date(Date.now() - 60_000), until: new Date(Date.now() + 60_000) }),
    stop: async () => {},
  }));
} else {
  describe('Plivo itself', () => {
    it.skipIf(true)(
      'needs PLIVO_AUTH_ID, PLIVO_AUTH_TOKEN, PLIVO_FROM and PLIVO_TO, and sends a text',
      () => {},
    );
  });
}
