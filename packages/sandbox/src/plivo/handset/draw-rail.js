import { buildElement, buildIcon } from './build-element.js';
import { known, threadsOf, unreadOf } from './connect.js';
import { buildAvatar } from './draw-phone.js';
import { formatNumber, placeOf } from './read-text.js';

/**
 * The list of phones. `open` holds the numbers on the stage; `show(number)` puts one there alone,
 * `toggleBeside(number)` adds it beside the others or takes it away.
 */
export function drawRail(rail, open, { show, toggleBeside, add }) {
  const focused = document.activeElement?.dataset?.rail;
  const named = known.view.phones.filter((phone) => phone.isNamed);
  const others = known.view.phones.filter((phone) => !phone.isNamed);
  const rows = (phones) => phones.map((phone) => personRow(phone, open, show, toggleBeside));
  rail.replaceChildren(
    buildElement('h2', {}, 'Phones'),
    ...rows(named),
    others.length && named.length ? buildElement('h2', {}, 'Texted lately') : '',
    ...rows(others),
    buildElement(
      'button',
      { type: 'button', className: 'rail-add', 'data-rail': 'add', onclick: add },
      buildIcon('add'),
      'Add a phone',
    ),
  );
  // Drawn anew under the keyboard's focus, which must stay where it was.
  if (focused) rail.querySelector(`[data-rail="${focused}"]`)?.focus();
}

function personRow(phone, open, show, toggleBeside) {
  const unread = unreadOf(phone.number);
  const last = threadsOf(phone.number)[0]?.text;
  const words = last ? (placeOf(last) === 'lost' ? 'A text never came' : last.text) : phone.about;
  const isOpen = open.includes(phone.number);
  const isAlone = isOpen && open.length === 1;
  const name = phone.isNamed ? phone.name : formatNumber(phone.number);
  return buildElement(
    'div',
    { className: 'person', 'data-open': isOpen },
    buildElement(
      'button',
      {
        type: 'button',
        className: 'person-open',
        'data-rail': phone.number,
        'aria-current': isOpen ? 'true' : null,
        onclick: () => show(phone.number),
      },
      buildAvatar(phone.isNamed ? name : '#', phone.number),
      buildElement(
        'span',
        {},
        buildElement(
          'span',
          { className: 'person-name' },
          buildElement('span', {}, name),
          unread
            ? buildElement(
                'span',
                { className: 'badge' },
                String(unread),
                buildElement('span', { className: 'visually-hidden' }, ' unread'),
              )
            : null,
        ),
        buildElement('span', { className: 'person-last' }, words ?? formatNumber(phone.number)),
      ),
    ),
    isAlone
      ? ''
      : buildElement(
          'button',
          {
            type: 'button',
            className: 'person-beside',
            'data-rail': `beside-${phone.number}`,
            'aria-pressed': String(isOpen),
            'aria-label': `Show ${name} beside the others`,
            title: isOpen ? 'Take away' : 'Show beside',
            onclick: () => toggleBeside(phone.number),
          },
          buildIcon(isOpen ? 'close' : 'beside'),
        ),
  );
}
