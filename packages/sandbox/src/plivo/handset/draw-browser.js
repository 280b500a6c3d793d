import { buildElement, buildIcon } from './build-element.js';
import { known } from './connect.js';
import { formatClock } from './format-time.js';

/** A page that was opened from a text, in a phone-sized frame. `close` takes it away. */
export function drawBrowser(href, name, close) {
  const time = buildElement('span', { className: 'status-time' });
  const { host, pathname } = new URL(href);
  const frame = buildElement('iframe', {
    src: href,
    title: `Page that ${name} opened`,
    allow: 'payment; clipboard-write',
  });
  const iconButton = (icon, label, onclick) =>
    buildElement('button', { type: 'button', 'aria-label': label, title: label, onclick }, buildIcon(icon));
  const element = buildElement(
    'section',
    { className: 'phone browser', 'aria-label': `${name}, page` },
    buildElement('h2', { className: 'phone-name' }, `${name}, page`),
    buildElement(
      'div',
      { className: 'screen' },
      buildElement(
        'div',
        { className: 'status-bar' },
        time,
        buildElement('span', { className: 'island', 'aria-hidden': 'true' }, 'SANDBOX'),
        buildElement('span', { className: 'status-signs' }),
      ),
      frame,
      buildElement(
        'div',
        { className: 'browser-bar' },
        iconButton('close', 'Close page', close),
        buildElement('span', { className: 'browser-address', title: href }, host + pathname),
        iconButton('reload', 'Load page again', () => {
          frame.src = href;
        }),
        buildElement(
          'a',
          {
            href,
            target: '_blank',
            rel: 'noopener',
            'aria-label': 'Open in a new tab',
            title: 'Open in a new tab',
          },
          buildIcon('outside'),
        ),
      ),
    ),
  );
  return {
    element,
    refresh() {
      time.textContent = formatClock(known.now);
    },
  };
}
