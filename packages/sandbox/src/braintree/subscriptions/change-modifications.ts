import type { Gateway } from '../state/gateway.ts';
import type { ValidationErrors } from '../wire/collect-errors.ts';
import { cents, decimal } from '../wire/money.ts';
import { filled, isGroup, isTrue, list, type Params, text } from '../wire/params.ts';
import type { Modification } from './subscription-record.ts';

/** The most that an amount of an add-on or a discount may be, in hundredths. */
const largestCents = 9_999_999_999;

/**
 * The add-ons or discounts that are left after the request's `add`, `update` and `remove`; `before` stays as it was.
 * What is wrong is added to `errors` under `path` and its place in the list (`index-0`).
 */
export function changeModifications(
  gateway: Gateway,
  before: readonly Modification[],
  sent: Params,
  name: 'addOns' | 'discounts',
  path: string[],
  errors: ValidationErrors,
): Modification[] {
  const kind = name === 'addOns' ? 'add_on' : 'discount';
  const left = before.map((one) => ({ ...one }));
  for (const [at, change] of list(sent.update).entries()) {
    if (!isGroup(change)) continue;
    const place = [...path, 'update', `index-${at}`];
    const id = filled(change.existingId);
    const known = left.find((one) => one.id === id);
    if (id === undefined) errors.add(place, 'existingId', '92012');
    else if (!known) errors.add(place, 'existingId', gateway.state.modifications[id] ? '92020' : '92011');
    else if (list(sent.remove).includes(id)) errors.add(place, 'existingId', '92015');
    const read = readChange(change, place, errors);
    if (known) Object.assign(known, read);
  }
  const removed = list(sent.remove).map((id) => text(id) ?? '');
  for (const [at, id] of removed.entries()) {
    if (!left.some((one) => one.id === id)) errors.add([...path, 'remove', `index-${at}`], 'base', '92016');
  }
  const kept = left.filter(({ id }) => !removed.includes(id));
  for (const [at, addition] of list(sent.add).entries()) {
    if (!isGroup(addition)) continue;
    const place = [...path, 'add', `index-${at}`];
    const made = added(gateway, addition, kind, place, errors);
    if (made && kept.some(({ id }) => id === made.id)) errors.add(['subscription'], 'base', '91911');
    if (made) kept.push(made);
  }
  return kept;
}

function added(
  gateway: Gateway,
  sent: Params,
  kind: Modification['kind'],
  place: string[],
  errors: ValidationErrors,
): Modification | undefined {
  const id = filled(sent.inheritedFromId);
  const source = id === undefined ? undefined : gateway.state.modifications[id];
  if (id === undefined) errors.add(place, 'inheritedFromId', '92014');
  else if (source?.kind !== kind) errors.add(place, 'inheritedFromId', '92013');
  const read = readChange(sent, place, errors);
  return source?.kind === kind ? { ...source, currentBillingCycle: 0, ...read } : undefined;
}

function readChange(sent: Params, place: string[], errors: ValidationErrors): Partial<Modification> {
  const change: Partial<Modification> = {};
  const amount = text(sent.amount);
  if (amount !== undefined) {
    const found = cents(amount);
    if (amount.trim() === '') errors.add(place, 'amount', '92003');
    else if (found === undefined) errors.add(place, 'amount', '92002');
    else if (found > largestCents) errors.add(place, 'amount', '92023');
    else change.amount = decimal(found);
  }
  const quantity = text(sent.quantity);
  if (quantity !== undefined) {
    if (quantity.trim() === '') errors.add(place, 'quantity', '92004');
    else if (!/^\d+$/.test(quantity)) errors.add(place, 'quantity', '92001');
    else if (Number(quantity) === 0) errors.add(place, 'quantity', '92010');
    else change.quantity = Number(quantity);
  }
  const cycles = text(sent.numberOfBillingCycles);
  const neverExpires = isTrue(sent.neverExpires);
  if (neverExpires) change.numberOfBillingCycles = null;
  if (cycles !== undefined) {
    if (neverExpires) errors.add(place, 'base', '92018');
    else if (!/^-?\d+$/.test(cycles)) errors.add(place, 'numberOfBillingCycles', '92005');
    else if (Number(cycles) <= 0) errors.add(place, 'numberOfBillingCycles', '92019');
    else change.numberOfBillingCycles = Number(cycles);
  }
  return change;
}
