import { styleText } from 'node:util';
import { DEMO_AGENTS, DEMO_PASSWORD } from '../seed/demo-agents.ts';
import { PERSONAS } from '../seed/personas.ts';
import type { Ports } from './local-parts.ts';

/** What the terminal says once everything runs: where to go, and what to type there. */
export function firstScreen(
  ports: Ports,
  sandboxed: { sms: boolean; payments: boolean },
  hasDemo: boolean,
): string {
  const bold = (text: string) => styleText('bold', text);
  const link = (port: number, path = '') => styleText('cyan', `http://127.0.0.1:${port}${path}`);
  const someone = PERSONAS[0];
  const lines = [
    '',
    `  ${bold('Kvitt is running.')}`,
    '',
    ...(sandboxed.sms
      ? [`  Handset   ${link(ports.handset)}   phones of ${PERSONAS.length} customers; their bills are there`]
      : ['  Texts go out through Plivo, to real phones.']),
    `  Portal    ${link(ports.portal, '/…')}   opens from the link in a text`,
    `  Console   ${link(ports.portal, '/console')}   for agents${hasDemo ? `: ${DEMO_AGENTS[0]?.email} · ${DEMO_PASSWORD}` : ''}`,
    `  API       ${link(ports.portal, '/health')}`,
    '',
    ...(sandboxed.sms && someone
      ? [
          `  Try: open the handset, choose ${bold(someone.firstName)}, answer ${bold('PAY')}, then ${bold('YES')} and the code.`,
          '       Or tap the link in a text and pay with the test card 4111 1111 1111 1111, any later date, any CVV.',
          '  They asked for their bills, so these came at once. A bill nobody asked for goes out from 8 to 21 where its',
          `       customer lives: ${styleText('cyan', 'npm run --silent kvitt -- sends status')} says how many wait, and until when.`,
          '',
        ]
      : []),
    sandboxed.payments ? '  Cards are the sandbox’s: no money moves.' : '  Cards go through Braintree.',
    `  Ledger    ${styleText('cyan', 'npm run --silent kvitt -- ledger verify')}   Stop with Ctrl-C.`,
    '',
  ];
  return lines.join('\n');
}
