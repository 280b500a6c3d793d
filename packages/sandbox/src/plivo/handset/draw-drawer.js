import { buildElement, buildIcon } from './build-element.js';
import { ask, known } from './connect.js';
import { nameOf } from './draw-phone.js';
import { formatClock, formatDay } from './format-time.js';
import { formatNumber } from './read-text.js';

const steps = [
  ['+1 min', 60_000],
  ['+1 h', 3_600_000],
  ['+1 day', 86_400_000],
  ['+1 week', 604_800_000],
];

const outcomes = [
  { key: 'delivered', label: 'Reachable', note: 'The carrier reports delivery', destination: null },
  {
    key: 'slow',
    label: 'Slow',
    note: 'A minute from carrier to phone',
    destination: { outcome: 'delivered', latencyMs: 60_000 },
  },
  {
    key: 'sent-only',
    label: 'No report',
    note: 'Comes, but stays “sent” for ever',
    destination: { outcome: 'sent-only' },
  },
  {
    key: '80',
    label: 'Switched off',
    note: 'Undelivered, 80',
    destination: { outcome: 'undelivered', errorCode: '80' },
  },
  {
    key: '30',
    label: 'Filtered as spam',
    note: 'Undelivered, 30',
    destination: { outcome: 'undelivered', errorCode: '30' },
  },
  { key: '50', label: 'Landline', note: 'Failed, 50', destination: { outcome: 'failed', errorCode: '50' } },
];

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

/** The drawer: the sandbox's clock, what becomes of texts to the phone in front, what goes wrong on the way. */
export function drawDrawer(drawer, person, close) {
  drawer.replaceChildren(
    clockSection(close),
    ...(person ? [phoneSection(person)] : []),
    faultSection(),
    vendorSection(),
    callSection(),
  );
}

/** Keeps the time right without drawing the rest anew. */
export function tickDrawer(drawer) {
  const now = drawer.querySelector('.clock-now');
  if (now) now.textContent = formatClock(known.now);
  const day = drawer.querySelector('.clock-day');
  if (day) day.textContent = formatDay(known.now);
}

function clockSection(close) {
  return buildElement(
    'section',
    { 'aria-label': 'Clock' },
    buildElement(
      'div',
      { className: 'drawer-head' },
      buildElement('h2', {}, 'Clock'),
      buildElement(
        'button',
        { type: 'button', className: 'drawer-close', 'aria-label': 'Close', onclick: close },
        buildIcon('close'),
      ),
    ),
    buildElement('p', { className: 'clock-now' }, formatClock(known.now)),
    buildElement('p', { className: 'hint clock-day' }, formatDay(known.now)),
    buildElement(
      'div',
      { className: 'button-row steps' },
      ...steps.map(([label, ms]) =>
        buildElement(
          'button',
          { type: 'button', onclick: () => ask('POST', 'clock/advance', { ms }) },
          label,
        ),
      ),
    ),
  );
}

function phoneSection(person) {
  const set = known.view.destinations[person];
  const current = outcomes.find(
    ({ destination }) => JSON.stringify(destination) === JSON.stringify(set ?? null),
  );
  const blocked = known.view.optOuts.filter((entry) => entry.person === person);
  const choose = (destination) =>
    destination ? ask('PUT', `destinations/${person}`, destination) : ask('DELETE', `destinations/${person}`);
  return buildElement(
    'section',
    {},
    buildElement(
      'fieldset',
      {},
      buildElement('legend', {}, buildElement('h2', {}, nameOf(person))),
      buildElement('p', { className: 'hint' }, `What becomes of texts to ${formatNumber(person)}`),
      ...outcomes.map(({ key, label, note, destination }) =>
        choice('radio', { name: 'outcome', checked: key === current?.key }, label, note, () =>
          choose(destination),
        ),
      ),
    ),
    blocked.length
      ? buildElement(
          'ul',
          { className: 'facts', 'aria-label': 'Opted out of' },
          ...blocked.map((entry) =>
            buildElement(
              'li',
              {},
              buildElement('span', {}, `Opted out of ${formatNumber(entry.number)}`),
              buildElement('span', {}, formatClock(entry.at)),
            ),
          ),
        )
      : '',
  );
}

function faultSection() {
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

function vendorSection() {
  const { settings } = known.view;
  const { callbackFaults } = settings;
  const change = (settings) => ask('PUT', 'settings', settings);
  const callbacks = (changed) => change({ callbackFaults: { ...callbackFaults, ...changed } });
  return buildElement(
    'section',
    {},
    buildElement('h2', {}, 'Plivo'),
    choice(
      'checkbox',
      { checked: settings.automaticReplies },
      'Answers STOP and HELP',
      'As by default on long codes',
      (on) => change({ automaticReplies: on }),
    ),
    choice('checkbox', { checked: !settings.hasCredit }, 'Out of credit', 'Texts fail with 900', (on) =>
      change({ hasCredit: !on }),
    ),
    choice('checkbox', { checked: callbackFaults.duplicate === 1 }, 'Callbacks come twice', '', (on) =>
      callbacks({ duplicate: on ? 1 : 0 }),
    ),
    choice('checkbox', { checked: callbackFaults.reorder === true }, 'Callbacks out of order', '', (on) =>
      callbacks({ reorder: on }),
    ),
  );
}

function callSection() {
  return buildElement(
    'section',
    {},
    buildElement('h2', {}, 'Calls to the account’s server'),
    known.calls.length
      ? buildElement(
          'ol',
          { className: 'facts' },
          ...known.calls.map((call) =>
            buildElement(
              'li',
              {},
              buildElement('span', {}, `${formatClock(call.at)} ${new URL(call.url).pathname}`),
              buildElement(
                'span',
                { 'data-tone': call.againAt || call.answer !== 200 ? 'bad' : null },
                String(call.answer),
              ),
            ),
          ),
        )
      : buildElement('p', { className: 'hint' }, 'None since this page was opened'),
  );
}

function choice(type, properties, label, note, act) {
  return buildElement(
    'label',
    { className: 'choice' },
    buildElement('input', { type, ...properties, onchange: ({ target }) => act(target.checked) }),
    buildElement('span', {}, label),
    note ? buildElement('small', {}, note) : '',
  );
}
