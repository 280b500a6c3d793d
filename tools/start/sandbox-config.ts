import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { PERSONAS } from '../seed/personas.ts';
import { DATA, LOCAL_NUMBER, type LocalKeys, type Ports } from './local-parts.ts';

/**
 * Writes the configuration of both sandboxes: whose phones the handset shows, where the vendors' webhooks go, and where
 * they keep their memory, so that a card that was saved yesterday can be charged today.
 * @returns the file's path
 */
export function writeSandboxConfig(keys: LocalKeys, ports: Ports, isTimeOurs: boolean): string {
  const api = `http://127.0.0.1:${ports.portal}`;
  const config = {
    plivo: {
      port: ports.handset,
      authId: keys.plivoAuthId,
      authToken: keys.plivoAuthToken,
      numbers: [
        {
          number: LOCAL_NUMBER,
          kind: 'long-code',
          name: 'Northlight Energy',
          messageUrl: `${api}/webhooks/plivo/message`,
          perSecond: 5,
        },
      ],
      handsets: PERSONAS.map(({ phone, firstName, lastName, about }) => ({
        number: phone.slice(1),
        name: `${firstName} ${lastName}`,
        about,
      })),
      // With one real vendor beside it, whose time cannot be moved, the sandbox's clock goes by itself.
      ...(isTimeOurs && { timekeeper: `${api}/test-clock` }),
      stateFile: path.join(DATA, 'sandbox-plivo.json'),
    },
    braintree: {
      port: ports.cards,
      merchantId: keys.merchantId,
      publicKey: keys.publicKey,
      privateKey: keys.privateKey,
      webhookUrl: `${api}/webhooks/braintree`,
      stateFile: path.join(DATA, 'sandbox-braintree.json'),
    },
  };
  const file = path.join(DATA, 'sandbox.json');
  writeFileSync(file, JSON.stringify(config, null, 2), { mode: 0o600 });
  return file;
}
