import { buildElement } from './build-element.js';
import { ask, known } from './connect.js';
import { drawClock } from './draw-clock.js';
import { drawFaults } from './draw-faults.js';
import { nameOf, phoneOf } from './draw-phone.js';
import { formatClock } from './format-time.js';
import { formatNumber, meaningOf } from './read-text.js';

/** What can be chosen for a phone; the first stands for nothing chosen, and goes by the digits of a test number. */
const outcomesOf = (digitsCode) => [
  digitsCode
    ? { label: 'As its digits say', note: meaningOf(digitsCode), destination: null }
    : { label: 'Reachable', note: 'The carrier reports delivery', destination: null },
  ...(digitsCode
    ? [{ label: 'Reachable', note: 'All the same', destination: { outcome: 'delivered' } }]
    : []),
  {
    label: 'Slow',
    note: 'A minute from carrier to phone',
    destination: { outcome: 'delivered', latencyMs: 60_000 },
  },
  { label: 'No report', note: 'Comes, but stays “sent” for ever', destination: { outcome: 'sent-only' } },
  {
    label: 'Switched off',
    note: 'Undelivered, 80',
    destination: { outcome: 'undelivered', errorCode: '80' },
  },
  {
    label: 'Filtered as spam',
    note: 'Undelivered, 30',
    destination: { outcome: 'undelivered', errorCode: '30' },
  },
  { label: 'Landline', note: 'Failed, 50', destination: { outcome: 'failed', errorCode: '50' } },
];

/** The drawer: the sandbox's clock, what becomes of texts to the phone in front, what goes wrong on the way. */
export function drawDrawer(drawer, person, close) {
  drawer.replaceChildren(
    drawClock(close),
    ...(person ? [phoneSection(person)] : []),
    drawFaults(),
    vendorSection(),
    callSection(),
  );
}

function phoneSection(person) {
  const { digitsCode } = phoneOf(person) ?? {};
  const set = known.view.destinations[person];
  const outcomes = outcomesOf(digitsCode);
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
      ...outcomes.map((outcome) => {
        const { label, note, destination } = outcome;
        return choice('radio', { name: 'outcome', checked: outcome === current }, label, note, () =>
          choose(destination),
        );
      }),
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
