import { buildElement } from './build-element.js';
import { ask, known } from './connect.js';

const json = { 'content-type': 'application/json' };
const faults = [
  ['Lose the answer', { kind: 'drop-after' }],
  ['Cut the line', { kind: 'drop-before' }],
  ['Answer in 10 s', { kind: 'delay', delayMs: 10_000 }],
  ['Land late', { kind: 'late', delayMs: 5000 }],
  [
    '503',
    { kind: 'status', status: 503, body: 'Service Unavailable', headers: { 'content-type': 'text/plain' } },
  ],
  [
    '429',
    {
      kind: 'status',
      status: 429,
      body: '{"error":"too many requests"}',
      headers: { ...json, 'retry-after': '5' },
    },
  ],
];

/** The drawer's part on what goes wrong with the account's next call to send. */
export function drawFaults() {
  const { faults: armed } = known.view;
  return buildElement(
    'section',
    {},
    buildElement('h2', {}, 'The next send'),
    buildElement('p', { className: 'hint' }, 'What happens to the account’s next call to Plivo'),
    buildElement(
      'div',
      { className: 'button-row' },
      ...faults.map(([label, fault]) =>
        buildElement(
          'button',
          {
            type: 'button',
            onclick: () => ask('POST', 'faults', { ...fault, method: 'POST', path: '/Message/' }),
          },
          label,
        ),
      ),
    ),
    armed.length
      ? buildElement(
          'div',
          {},
          buildElement(
            'ul',
            { className: 'facts', 'aria-label': 'Armed' },
            ...armed.map((fault) =>
              buildElement(
                'li',
                {},
                buildElement('span', { 'data-tone': 'bad' }, nameOfFault(fault)),
                buildElement('span', {}, 'armed'),
              ),
            ),
          ),
          buildElement(
            'button',
            { type: 'button', className: 'text-button', onclick: () => ask('DELETE', 'faults') },
            'Disarm all',
          ),
        )
      : '',
  );
}

function nameOfFault(fault) {
  const same = faults.find(([, { kind, status }]) => kind === fault.kind && status === fault.status);
  return same?.[0] ?? [fault.kind, fault.status].filter(Boolean).join(' ');
}
