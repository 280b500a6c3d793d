import type { World } from './open-world.ts';
import type { Doors } from './people.ts';
import { moveAutopay } from './protocol/move-autopay.ts';
import { openPage, payOnPage } from './protocol/pay-on-page.ts';
import { receiveNotice } from './protocol/read-notice.ts';
import { receiveText } from './protocol/receive-text.ts';
import { receiveReport } from './protocol/record-delivery.ts';
import { refundAtDesk } from './protocol/start-refund.ts';
import { deliver } from './webhooks.ts';

export interface OpenDoors extends Doors {
  /** The texts whose webhook we have acknowledged, by the carrier's id, with the instant. */
  acknowledged: Map<string, number>;
  /** How many texts were sent to us. */
  said(): number;
}

/** The longest that a notice of the processor's is on its way. */
const NOTICE_WITHIN_MS = 600_000;

/** Everything that reaches the API from outside: people's texts and forms, the carrier's reports, the processor's notices. */
export function openDoors(world: World): OpenDoors {
  const { api, contextOf, faults } = world;
  const { kernel, gateway, carrier, nextId } = world.parts;
  const { dice } = kernel;
  const acknowledged = new Map<string, number>();
  let said = 0;
  carrier.onReport((report) =>
    deliver(kernel, api, () => receiveReport(contextOf(api), report), faults.duplicate),
  );
  gateway.onNews((news) => {
    world.at(`at the gateway: ${JSON.stringify(news)}`);
    if (dice() < faults.silent) return;
    kernel.after(dice() * NOTICE_WITHIN_MS, () =>
      deliver(kernel, api, () => receiveNotice(contextOf(api), news), faults.duplicate),
    );
  });
  return {
    acknowledged,
    said: () => said,
    say(phone, body) {
      const copies = dice() < 0.1 ? 2 : 1;
      for (let copy = 0; copy < copies; copy++) {
        const text = { vendorId: `in-${++said}`, phone, body, carrierIntent: intentOf(body) };
        const take = () => receiveText(contextOf(api), text);
        deliver(kernel, api, take, faults.duplicate, () => acknowledged.set(text.vendorId, kernel.now()));
      }
    },
    payOnPage(invoiceIds) {
      const ctx = contextOf(api);
      const form = { paymentId: nextId() };
      kernel.begin(api, openPage(ctx, invoiceIds), (stated) => {
        if (stated.parts.length === 0) return;
        const copies = dice() < 0.3 ? 2 : 1;
        for (let copy = 0; copy < copies; copy++)
          kernel.after(dice() * 8_000, () => {
            if (api.isAlive) kernel.begin(api, payOnPage(ctx, { ...form, ...stated }));
          });
      });
    },
    refund(invoiceId, share, effect) {
      const order = { refundId: nextId(), invoiceId, share, effect };
      // Sent twice, or asked for by two people at once.
      const copies = dice() < 0.3 ? 2 : 1;
      for (let copy = 0; copy < copies; copy++) {
        const one = dice() < 0.5 ? order : { ...order, refundId: nextId() };
        kernel.after(dice() * 3_000, () => {
          if (api.isAlive) kernel.begin(api, refundAtDesk(contextOf(api), one));
        });
      }
    },
    endMandate(accountId) {
      if (api.isAlive) kernel.begin(api, moveAutopay(contextOf(api), accountId));
    },
  };
}

function intentOf(body: string): 'optout' | 'optin' | null {
  if (body === 'STOP') return 'optout';
  return body === 'START' ? 'optin' : null;
}
