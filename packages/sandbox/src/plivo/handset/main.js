import { openAddDialog } from './add-phone.js';
import { buildElement, buildIcon } from './build-element.js';
import { connect, known, watch } from './connect.js';
import { drawBrowser } from './draw-browser.js';
import { tickClock } from './draw-clock.js';
import { drawDrawer } from './draw-drawer.js';
import { buildAvatar, drawPhone, nameOf } from './draw-phone.js';
import { drawRail } from './draw-rail.js';
import { formatClock, formatTestDay } from './format-time.js';

const at = (id) => document.getElementById(id);
const [rail, stage, drawer] = [at('rail'), at('stage'), at('drawer')];
const [peopleButton, drawerButton] = [at('people-button'), at('drawer-button')];

/** The numbers on the stage, in order, and the one in front, which the drawer is about. */
let open = [];
let front = null;
/** number → { phone, browser } */
const columns = new Map();

function show(number) {
  open = [number];
  front = number;
  location.hash = number;
  showRail(false);
  drawStage();
}

function toggleBeside(number) {
  open = open.includes(number) ? open.filter((other) => other !== number) : [...open, number];
  if (!open.includes(front)) front = open[0] ?? null;
  location.hash = open.join(',');
  drawStage();
  columns.get(number)?.phone.element.scrollIntoView({ inline: 'nearest', behavior: 'smooth' });
}

function drawStage() {
  for (const number of [...columns.keys()]) if (!open.includes(number)) columns.delete(number);
  for (const number of open) if (!columns.has(number)) columns.set(number, openColumn(number));
  const elements = open.flatMap((number) => {
    const { phone, browser } = columns.get(number);
    phone.element.dataset.focused = String(number === front);
    return browser ? [phone.element, browser.element] : [phone.element];
  });
  // Moving an iframe in the document loads it anew, so only what is new or gone is touched.
  for (const child of [...stage.children]) if (!elements.includes(child)) child.remove();
  elements.forEach((element, index) => {
    if (stage.children[index] !== element) stage.insertBefore(element, stage.children[index] ?? null);
  });
  if (!elements.length)
    stage.append(buildElement('p', { className: 'stage-empty' }, 'No phone yet. Add one on the left.'));
  refresh('view');
}

function openColumn(number) {
  const column = { phone: null, browser: null };
  const closeBrowser = () => {
    column.browser = null;
    drawStage();
    column.phone.element.querySelector('textarea, button')?.focus();
  };
  column.phone = drawPhone(number, (href) => {
    column.browser?.element.remove();
    column.browser = drawBrowser(href, nameOf(number), closeBrowser);
    drawStage();
    column.browser.element.scrollIntoView({ inline: 'nearest', behavior: 'smooth' });
  });
  column.phone.element.addEventListener('focusin', () => bringToFront(number));
  column.phone.element.addEventListener('pointerdown', () => bringToFront(number));
  return column;
}

function bringToFront(number) {
  if (front === number) return;
  front = number;
  for (const [other, { phone }] of columns) phone.element.dataset.focused = String(other === front);
  refreshBench();
}

function refresh(what) {
  for (const { phone, browser } of columns.values()) {
    phone.refresh(what);
    browser?.refresh();
  }
  if (what === 'clock') {
    tickClock(drawer);
    drawClockButton();
  } else if (what === 'move') tickClock(drawer);
  else refreshBench();
}

function refreshBench() {
  if (!known.view) return;
  drawRail(rail, open, { show, toggleBeside, add: () => openAddDialog(show) });
  if (!drawer.hidden) redrawDrawer();
  drawClockButton();
  peopleButton.replaceChildren(
    front ? buildAvatar(nameOf(front), front) : '',
    buildElement('span', {}, front ? nameOf(front) : 'Phones'),
    buildIcon('down'),
  );
  at('offline').hidden = known.isOnline;
}

/** Drawn anew, the drawer keeps the keyboard on the control that it was on. */
function redrawDrawer() {
  const controls = () => [...drawer.querySelectorAll('button, input')];
  const index = controls().indexOf(document.activeElement);
  drawDrawer(drawer, front, () => showDrawer(false));
  if (index >= 0) controls()[index]?.focus();
}

function drawClockButton() {
  const isArmed = known.view?.faults.length || (front && known.view?.destinations[front]);
  drawerButton.replaceChildren(
    buildIcon('clock'),
    buildElement('span', { className: 'bench-day' }, formatTestDay(known.now)),
    formatClock(known.now),
    buildElement('span', { className: 'visually-hidden' }, 'Carrier and clock'),
    isArmed
      ? buildElement('span', {
          className: 'armed',
          role: 'img',
          'aria-label': 'Something is set to go wrong',
        })
      : '',
  );
}

function showDrawer(isShown) {
  drawer.hidden = !isShown;
  drawerButton.setAttribute('aria-expanded', String(isShown));
  refreshBench();
}

function showRail(isShown) {
  rail.dataset.shown = String(isShown);
  peopleButton.setAttribute('aria-expanded', String(isShown));
}

/** `#14155550101` opens that phone, `#14155550101,14155550102` two of them side by side. */
function readHash() {
  const numbers = location.hash
    .slice(1)
    .split(',')
    .map((number) => number.replace(/\D/g, ''));
  const wanted = numbers.filter((number) => number.length >= 5);
  if (wanted.length && wanted.join() === open.join()) return;
  open = wanted.length ? wanted : known.view.phones.slice(0, 1).map((phone) => phone.number);
  front = open[0] ?? null;
  drawStage();
}

drawerButton.addEventListener('click', () => showDrawer(drawer.hidden));
peopleButton.addEventListener('click', () => showRail(rail.dataset.shown !== 'true'));
addEventListener('hashchange', readHash);
addEventListener('keydown', (event) => {
  if (event.key !== 'Escape' || document.querySelector('dialog[open]')) return;
  if (!drawer.hidden) {
    showDrawer(false);
    drawerButton.focus();
  } else showRail(false);
});
document.addEventListener('visibilitychange', () => known.view && refresh('texts'));

watch((what) => {
  if (!known.view) return;
  if (!columns.size && what === 'view') readHash();
  else refresh(what);
});
void connect();
