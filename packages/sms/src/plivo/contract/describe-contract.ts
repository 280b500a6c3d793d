import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { LookUpWindow, OutgoingText, SmsPort } from '../../sms-port.ts';
import { createPlivo, type PlivoSettings } from '../create-plivo.ts';

/** One place to run the contract against: the sandbox, or an account at the vendor. */
export interface ContractTarget {
  settings: PlivoSettings;
  /** A number of the account, and a phone that takes texts; E.164 with the plus. */
  from: string;
  to: string;
  /** A number that the account has never texted. */
  stranger: string;
  /** A window around now, by the clock of the target. */
  window(): LookUpWindow;
  stop(): Promise<void>;
}

/** What holds wherever Plivo is: run against the sandbox always, and against the vendor where there are credentials. */
export function describeContract(name: string, open: () => Promise<ContractTarget>): void {
  describe(name, () => {
    let target: ContractTarget;
    let port: SmsPort;
    beforeAll(async () => {
      target = await open();
      port = createPlivo({ recordNumbers: true, ...target.settings });
    });
    afterAll(() => target.stop());
    const text = (more: Partial<OutgoingText> = {}): OutgoingText => ({
      messageId: crypto.randomUUID(),
      from: target.from,
      to: target.to,
      body: 'Kvitt: a test of the line. Reply STOP to end.',
      ...more,
    });

    it('accepts a text with an id, and finds it again by phone and time', async () => {
      const window = target.window();
      const before = await port.lookUp(text(), window);
      expect(before).toEqual({ kind: 'absent' });
      const answer = await port.send(text());
      expect(answer).toMatchObject({ kind: 'accepted', vendorId: expect.stringMatching(/^[0-9a-f-]{36}$/) });
      const vendorId = answer.kind === 'accepted' ? answer.vendorId : '';
      const found = await port.lookUp(text(), target.window());
      expect(found).toEqual({ kind: 'found', vendorId });
      const other = await port.lookUp(text(), { ...target.window(), claimed: [vendorId] });
      expect(other).toEqual({ kind: 'absent' });
    });

    it('says absent of a text that was never handed over', async () => {
      expect(await port.lookUp(text({ to: target.stranger }), target.window())).toEqual({ kind: 'absent' });
    });

    it('is refused, and stops sending, with a token that is not ours', async () => {
      const forged = createPlivo({ ...target.settings, authToken: 'not the token' });
      const answer = await forged.send(text());
      expect(answer).toMatchObject({ kind: 'refused', status: 401, failure: 'stop-sending' });
      expect(JSON.stringify(answer)).not.toContain(target.to.slice(1));
      expect(await forged.lookUp(text(), target.window())).toMatchObject({ kind: 'unanswered' });
    });
  });
}
