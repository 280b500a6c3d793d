import { cardsOf } from './brands.js';
import { openBus } from './bus.js';
import { fieldKinds } from './fields.js';
import { applyStyles } from './styles.js';
import { tokenize } from './tokenize.js';

/**
 * The stand-in for one of the vendor's card fields. The page makes one frame for each field; the frame's name says
 * which one it is, the part behind # which set of fields it belongs to. The frames of a set tell each other what they
 * hold; the one that the page answers to first speaks for all of them.
 */
const channel = location.hash.slice(1);
const key = window.name.replace('braintree-hosted-field-', '');
const kind = fieldKinds[key];
const bus = openBus(channel);
const siblings = new BroadcastChannel(`sandbox-fields-${channel}`);

/** @type {Record<string, {value: string, isEmpty: boolean, isValid: boolean, isPotentiallyValid: boolean, isFocused: boolean}>} */
const fields = {};
/** @type {HTMLInputElement | HTMLSelectElement} */
let input;
let client;
let hasBegun = false;
let lastBin = '';

siblings.addEventListener('message', ({ data }) => {
  if (data.config) start(data.config);
  if (data.field) take(data.key, data.field);
});
bus.emit('FRAME_READY', { field: key }, (config) => {
  siblings.postMessage({ config });
  start(config);
  lead();
});

/** The leader asks for the client and makes the nonce when the page wants one. */
function lead() {
  bus.emit('READY_FOR_CLIENT', undefined, (answered) => {
    client = answered;
  });
  bus.on('TOKENIZATION_REQUEST', async (options, reply) => {
    reply(client ? await tokenize(fields, options ?? {}, client) : await tokenize({}, {}, client));
  });
}

function start(config) {
  if (input || !kind) return;
  const wanted = config.fields[key] ?? {};
  for (const name of Object.keys(config.fields)) fields[name] ??= stateOf('', false);
  applyStyles(config.styles);
  input = wanted.select ? makeSelect(wanted) : makeInput(wanted);
  document.getElementById('label').textContent =
    `${wanted.iframeTitle ?? kind.label} (sandbox, test data only)`;
  document.getElementById('form').insertBefore(input, document.getElementById('mark'));
  listen();
  const prefill = wanted.prefill ?? '';
  setValue(kind.read(prefill));
  if (prefill) share('notEmpty');
}

function makeInput(wanted) {
  const made = document.createElement('input');
  made.type = wanted.type === 'password' || wanted.maskInput ? 'password' : 'text';
  made.id = 'field';
  made.name = kind.autocomplete;
  made.className = key;
  made.autocomplete = kind.autocomplete;
  made.inputMode = kind.inputMode;
  made.spellcheck = false;
  made.setAttribute('autocapitalize', 'off');
  made.setAttribute('autocorrect', 'off');
  made.setAttribute('aria-required', 'true');
  made.placeholder = wanted.placeholder ?? '';
  return made;
}

/** Month and year can be lists to choose from. */
function makeSelect(wanted) {
  const made = document.createElement('select');
  made.id = 'field';
  made.className = key;
  made.autocomplete = kind.autocomplete;
  const thisYear = new Date().getFullYear();
  const names = wanted.select.options;
  const choices =
    key === 'expirationYear'
      ? Array.from({ length: 20 }, (_, at) => [String(thisYear + at), String(thisYear + at)])
      : Array.from({ length: 12 }, (_, at) => [String(at + 1), names?.[at] ?? String(at + 1)]);
  if (wanted.placeholder) made.add(new Option(wanted.placeholder, ''));
  for (const [value, text] of choices) made.add(new Option(text, value));
  return made;
}

function listen() {
  input.addEventListener('input', () => {
    const before = fields[key];
    const beforeTypes = typesOf(before.value);
    keepCaret(() => setValue(kind.read(input.value)));
    tellBegun();
    const now = fields[key];
    if (before.isEmpty !== now.isEmpty) share(now.isEmpty ? 'empty' : 'notEmpty');
    if (before.isValid !== now.isValid || before.isPotentiallyValid !== now.isPotentiallyValid)
      share('validityChange');
    if (key === 'number' && beforeTypes !== typesOf(now.value)) share('cardTypeChange');
    siblings.postMessage({ key, field: now });
    tellBin(now.value);
  });
  input.addEventListener('focus', () => setFocus(true));
  input.addEventListener('blur', () => setFocus(false));
  document.getElementById('form').addEventListener('submit', (event) => {
    event.preventDefault();
    share('inputSubmitRequest');
  });
  input.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter') return;
    event.preventDefault();
    share('inputSubmitRequest');
  });
  forMe('TRIGGER_INPUT_FOCUS', () => input.focus());
  forMe('CLEAR_FIELD', () => {
    setValue('');
    share('empty');
    siblings.postMessage({ key, field: fields[key] });
  });
  forMe('ADD_CLASS', ({ classname }) => input.classList.add(classname));
  forMe('REMOVE_CLASS', ({ classname }) => input.classList.remove(classname));
  forMe('SET_ATTRIBUTE', ({ attribute, value }) => {
    if (attribute === 'disabled') input.disabled = Boolean(value);
    else input.setAttribute(attribute, String(value));
  });
  forMe('REMOVE_ATTRIBUTE', ({ attribute }) => input.removeAttribute(attribute));
  forMe('SET_MESSAGE', ({ message }) => input.setAttribute('aria-description', message ?? ''));
  bus.on('SET_MONTH_OPTIONS', (names, reply) => {
    if (key !== 'expirationMonth') return;
    [...input.options].slice(-12).forEach((option, at) => {
      option.text = names[at] ?? option.text;
    });
    reply();
  });
}

function typesOf(number) {
  return cardsOf(number)
    .map(({ type }) => type)
    .join();
}

function forMe(name, act) {
  bus.on(name, (data) => {
    if (data.field === key) act(data);
  });
}

function stateOf(value, isFocused) {
  const state = { value, isEmpty: value === '', isFocused };
  return { ...state, isValid: false, isPotentiallyValid: true };
}

function setValue(value) {
  const isFocused = fields[key]?.isFocused ?? false;
  const checked =
    value === '' ? { isValid: false, isPotentiallyValid: true } : kind.check(value, fields.number?.value);
  fields[key] = { ...stateOf(value, isFocused), ...checked };
  const shown = kind.show(value);
  if (input.value !== shown) input.value = shown;
  markValidity();
}

function markValidity() {
  const { isValid, isPotentiallyValid } = fields[key];
  input.classList.toggle('valid', isValid);
  input.classList.toggle('invalid', !isPotentiallyValid);
  input.setAttribute('aria-invalid', String(!isPotentiallyValid));
}

/** Formatting moves characters; the caret stays behind the same digit. */
function keepCaret(change) {
  const caret = input.selectionStart;
  if (typeof caret !== 'number') return change();
  const isAtEnd = caret === input.value.length;
  const behind = input.value.slice(0, caret).replace(/\D/g, '').length;
  change();
  if (isAtEnd || !/\d/.test(input.value)) return;
  let at = 0;
  for (let seen = 0; at < input.value.length && seen < behind; at++) if (/\d/.test(input.value[at])) seen++;
  input.setSelectionRange(at, at);
}

function setFocus(isFocused) {
  const { isEmpty, isValid } = fields[key];
  // Who leaves a half-filled field is told so; while typing, nobody is.
  const isPotentiallyValid = isFocused ? fields[key].isPotentiallyValid : isEmpty || isValid;
  const hasChanged = isPotentiallyValid !== fields[key].isPotentiallyValid;
  fields[key] = { ...fields[key], isFocused, isPotentiallyValid };
  markValidity();
  share(isFocused ? 'focus' : 'blur');
  if (hasChanged) share('validityChange');
  siblings.postMessage({ key, field: fields[key] });
}

/** Another field changed; the security code's length goes by the card number. */
function take(other, field) {
  fields[other] = field;
  if (!input || other !== 'number' || key !== 'cvv' || fields.cvv.isEmpty) return;
  const before = fields.cvv.isValid;
  setValue(fields.cvv.value);
  if (before === fields.cvv.isValid) return;
  share('validityChange');
  siblings.postMessage({ key, field: fields.cvv });
}

/** Tells the page of an event, with the state of all fields and without what is in them. */
function share(type) {
  const shown = Object.fromEntries(
    Object.entries(fields).map(([name, { value: _, ...state }]) => [name, state]),
  );
  bus.emit('INPUT_EVENT', {
    type,
    merchantPayload: { emittedBy: key, cards: cardsOf(fields.number?.value ?? ''), fields: shown },
  });
}

function tellBegun() {
  if (hasBegun) return;
  hasBegun = true;
  bus.emit('CARD_FORM_ENTRY_HAS_BEGUN');
}

function tellBin(value) {
  const bin = key === 'number' && value.length >= 6 ? value.slice(0, 6) : '';
  if (bin && bin !== lastBin) bus.emit('BIN_AVAILABLE', bin);
  lastBin = bin;
}
