import { buildElement, buildIcon } from './build-element.js';
import { known } from './connect.js';
import { formatAhead, formatClock, formatDay } from './format-time.js';
import { moveTime } from './move-time.js';

/** What time can be asked to do where the account keeps it, and where the sandbox is alone. */
const keptSteps = [
  ['+1 hour', { ms: 3_600_000 }],
  ['+1 day', { ms: 86_400_000 }],
  ['To next text', { until: 'next-text' }],
];
const ownSteps = [
  ['+1 min', { ms: 60_000 }],
  ['+1 hour', { ms: 3_600_000 }],
  ['+1 day', { ms: 86_400_000 }],
];

/** The drawer's first part: the time in the sandbox, how far it is ahead, and what moves it. */
export function drawClock(close) {
  const steps = known.view.isTimeKept ? keptSteps : ownSteps;
  const section = buildElement(
    'section',
    { className: 'clock', 'aria-label': 'Clock' },
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
    buildElement(
      'p',
      { className: 'clock-face' },
      buildElement('span', { className: 'clock-now' }),
      buildElement('span', { className: 'clock-day' }),
      buildElement('span', { className: 'clock-ahead' }),
    ),
    buildElement(
      'div',
      { className: 'button-row steps', role: 'group', 'aria-label': 'Move time forward' },
      ...steps.map(([label, order]) =>
        buildElement('button', { type: 'button', onclick: () => moveTime(order) }, label),
      ),
    ),
    buildElement(
      'div',
      { className: 'clock-way' },
      buildElement('span', { className: 'clock-bar', 'aria-hidden': 'true' }, buildElement('i')),
      buildElement('p', { className: 'clock-words', role: 'status' }),
    ),
  );
  tickClock(section);
  return section;
}

/** Keeps the time and the way right without drawing the rest anew. */
export function tickClock(drawer) {
  if (!drawer.querySelector('.clock-now')) return;
  write(drawer, '.clock-now', formatClock(known.now));
  write(drawer, '.clock-day', formatDay(known.now));
  write(drawer, '.clock-ahead', formatAhead(known.now));
  const share = known.move?.share;
  write(drawer, '.clock-words', known.move?.words ?? '');
  drawer.querySelector('.clock-bar').dataset.shown = String(share !== undefined);
  drawer.querySelector('.clock-bar i').style.setProperty('--share', String(share ?? 0));
  // Not `disabled`: the button that was pressed keeps the keyboard.
  for (const button of drawer.querySelectorAll('.steps button')) {
    button.setAttribute('aria-disabled', String(share !== undefined));
  }
}

/** A reader of the screen hears what is written anew, so only what has changed is. */
function write(drawer, selector, words) {
  const element = drawer.querySelector(selector);
  if (element.textContent !== words) element.textContent = words;
}
