import { buildComposer } from './build-composer.js';
import { buildElement, buildIcon } from './build-element.js';
import { ask, known, loadThread, markRead, threadOf, threadsOf, unreadOf } from './connect.js';
import { drawThread } from './draw-thread.js';
import { formatBrief, formatClock, formatTestDay } from './format-time.js';
import { formatNumber, hueOf, initialsOf, kindOf, placeOf, timeOf } from './read-text.js';
import { readWords } from './read-words.js';

/**
 * One phone on the page: status bar, list of threads, one thread with its composer. Gives back its element and
 * `refresh(what)`, which redraws what a change touches. `openLink(href)` opens a page beside it.
 */
export function drawPhone(person, openLink) {
  const hour = buildElement('span');
  const date = buildElement('small');
  const time = buildElement('span', { className: 'status-time' }, hour, date);
  const signs = buildElement('span', { className: 'status-signs' });
  const pane = buildElement('div', { className: 'pane' });
  const name = buildElement('h2', { className: 'phone-name' });
  const element = buildElement(
    'section',
    { className: 'phone' },
    name,
    buildElement(
      'div',
      { className: 'screen' },
      buildElement(
        'div',
        { className: 'status-bar' },
        time,
        buildElement('span', { className: 'island', 'aria-hidden': 'true' }, 'SANDBOX'),
        signs,
      ),
      pane,
    ),
  );
  let redraw = () => {};

  const showList = () => {
    redraw = () => drawList(pane, person, showThread);
    redraw();
  };
  const showThread = (peer, focus = true) => {
    redraw = openThread(pane, person, peer, showList, openLink);
    if (focus) pane.querySelector('textarea')?.focus();
  };

  const threads = threadsOf(person);
  if (threads.length === 1) showThread(threads[0].peer, false);
  else showList();
  void loadThread(person);

  return {
    element,
    refresh(what) {
      name.textContent = nameOf(person);
      element.setAttribute('aria-label', `${nameOf(person)}, phone`);
      hour.textContent = formatClock(known.now);
      date.textContent = formatTestDay(known.now);
      if (what !== 'clock') drawSigns(signs, person);
      if (what === 'texts' || what === 'view' || what === 'calls') redraw();
    },
  };
}

export function phoneOf(person) {
  return known.view.phones.find((phone) => phone.number === person);
}

export function nameOf(person) {
  const phone = phoneOf(person);
  return phone?.isNamed ? phone.name : formatNumber(person);
}

export function buildAvatar(name, number) {
  const avatar = buildElement('span', { className: 'avatar', 'aria-hidden': 'true' }, initialsOf(name));
  avatar.style.setProperty('--hue', hueOf(number));
  return avatar;
}

function drawSigns(signs, person) {
  const set = known.view.destinations[person];
  const isOff = set ? set.outcome === 'undelivered' || set.outcome === 'failed' : phoneOf(person)?.digitsCode;
  const label = isOff ? 'No service' : 'Four bars';
  signs.replaceChildren(
    isOff ? 'No service' : '',
    buildElement(
      'span',
      { className: 'bars', 'data-off': Boolean(isOff), role: 'img', 'aria-label': label },
      ...[1, 2, 3, 4].map(() => buildElement('i')),
    ),
  );
}

function drawList(pane, person, showThread) {
  const threads = threadsOf(person);
  const begun = new Set(threads.map(({ peer }) => peer));
  const others = known.view.numbers.filter(({ number }) => !begun.has(number));
  pane.replaceChildren(
    buildElement('div', { className: 'list-head' }, buildElement('h3', {}, 'Messages')),
    buildElement(
      'div',
      { className: 'threads' },
      ...threads.map(({ peer, text }) => threadRow(person, peer, text, showThread)),
      others.length ? buildElement('h4', {}, threads.length ? 'Text another number' : 'Text a number') : null,
      ...others.map((other) => numberRow(other, showThread)),
    ),
  );
}

function threadRow(person, peer, text, showThread) {
  const name = peerName(peer);
  const unread = unreadOf(person, peer);
  return buildElement(
    'button',
    { type: 'button', className: 'thread-row', onclick: () => showThread(peer) },
    buildAvatar(name, peer),
    buildElement('b', {}, name),
    buildElement('time', {}, formatBrief(timeOf(text), known.now)),
    buildElement(
      'span',
      { className: 'thread-last' },
      placeOf(text) === 'lost' ? 'A text never came' : text.text,
    ),
    unread
      ? buildElement(
          'span',
          { className: 'badge' },
          String(unread),
          buildElement('span', { className: 'visually-hidden' }, ' unread'),
        )
      : null,
  );
}

/** A number of the account that the phone has no texts with yet. */
function numberRow(other, showThread) {
  const name = peerName(other.number);
  const about = other.name ? `${formatNumber(other.number)} · ${kindOf(other)}` : kindOf(other);
  return buildElement(
    'button',
    { type: 'button', className: 'thread-row', onclick: () => showThread(other.number) },
    buildAvatar(name, other.number),
    buildElement('b', {}, name),
    buildElement('span', { className: 'thread-last' }, about),
  );
}

function openThread(pane, person, peer, showList, openLink) {
  const name = peerName(peer);
  const log = buildElement('div', {
    className: 'log',
    role: 'log',
    tabIndex: 0,
    'aria-label': `Texts with ${name}`,
  });
  const chips = buildElement('div', { className: 'chips', role: 'group', 'aria-label': 'Quick replies' });
  const back = buildElement(
    'button',
    { type: 'button', className: 'pane-back', 'aria-label': 'All messages', onclick: showList },
    buildIcon('back'),
  );
  const send = async (text) => {
    await ask('POST', 'receive', { from: person, to: peer, text });
    log.scrollTop = log.scrollHeight;
  };
  pane.replaceChildren(
    buildElement(
      'div',
      { className: 'pane-head' },
      back,
      buildElement(
        'div',
        { className: 'pane-who' },
        buildAvatar(name, peer),
        buildElement('h3', {}, name),
        name === formatNumber(peer) ? '' : buildElement('p', { className: 'hint' }, formatNumber(peer)),
      ),
    ),
    log,
    chips,
    buildComposer(name, send),
  );
  let offered = '';
  const redraw = () => {
    drawThread(log, person, peer, openLink);
    // A thread that nobody sees (another tab, a phone behind another) stays unread.
    if (document.visibilityState === 'visible' && log.offsetParent) markRead(person, peer);
    const last = threadOf(person, peer).findLast((text) => placeOf(text) === 'here');
    const words = last ? readWords(last.text) : [];
    if (words.join('\n') === offered) return;
    offered = words.join('\n');
    chips.replaceChildren(
      ...words.map((word) =>
        buildElement('button', { type: 'button', className: 'chip', onclick: () => send(word) }, word),
      ),
    );
  };
  redraw();
  // The log grows and shrinks with the composer and the chips; the last words stay in sight.
  new ResizeObserver(() => {
    log.scrollTop = log.scrollHeight;
  }).observe(log);
  return redraw;
}

function peerName(peer) {
  return known.view.numbers.find(({ number }) => number === peer)?.name ?? formatNumber(peer);
}
