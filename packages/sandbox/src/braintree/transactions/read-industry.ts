import type { ValidationErrors } from '../wire/collect-errors.ts';
import { cents } from '../wire/money.ts';
import { filled, group, isGroup, list, type Params } from '../wire/params.ts';

/** An amount of a trip or a stay, with the codes for below zero (or not above it), a bad form and too much. */
type Amount = readonly [name: string, tooSmall: string, malformed: string, tooLarge: string];

const flight: readonly Amount[] = [
  ['fareAmount', '93417', '93418', '93419'],
  ['feeAmount', '93420', '93421', '93422'],
  ['taxAmount', '93427', '93428', '93429'],
];
const leg: readonly Amount[] = [
  ['fareAmount', '96309', '96310', '96311'],
  ['feeAmount', '96313', '96314', '96315'],
  ['taxAmount', '96317', '96318', '96319'],
];
const lodging: readonly Amount[] = [
  ['roomRate', '93433', '93434', '93435'],
  ['roomTax', '93436', '93437', '93438'],
];

const chargeKinds = ['restaurant', 'gift_shop', 'mini_bar', 'telephone', 'laundry', 'other'];
const travelPackages = ['car', 'airline', 'both', 'unknown', 'flight'];
const largestCents = 9_999_999_999;

/** Adds to `errors` what is wrong with what a hotel, a cruise line or an airline says of a charge. */
export function checkIndustry(sent: Params, errors: ValidationErrors): void {
  if (!isGroup(sent.industry)) return;
  const path = ['transaction', 'industry'];
  const type = filled(sent.industry.industryType);
  const data = group(sent.industry.data);
  const isEmpty = !Object.keys(data).length;
  if (type === 'lodging') {
    if (isEmpty) errors.add(path, 'base', '93402');
    else checkLodging(data, path, errors);
  } else if (type === 'travel_cruise') {
    if (isEmpty) errors.add(path, 'base', '93408');
    else checkCruise(data, path, errors);
  } else if (type === 'travel_flight') {
    if (isEmpty) errors.add(path, 'base', '93414');
    else checkFlight(data, path, errors);
  } else errors.add(path, 'industryType', '93401');
}

function checkLodging(data: Params, path: string[], errors: ValidationErrors): void {
  const from = filled(data.checkInDate);
  const to = filled(data.checkOutDate);
  if (!/^[A-Za-z0-9]+$/.test(filled(data.folioNumber) ?? '')) errors.add(path, 'folioNumber', '93403');
  if (!isDay(from)) errors.add(path, 'checkInDate', '93404');
  if (!isDay(to)) errors.add(path, 'checkOutDate', '93405');
  else if (from && to && from > to) errors.add(path, 'checkOutDate', '93406');
  checkAmounts(data, lodging, path, errors);
  for (const [at, charge] of list(data.additionalCharges).entries()) {
    if (!isGroup(charge)) continue;
    const place = [...path, 'additionalCharges', `index-${at}`];
    if (!chargeKinds.includes(filled(charge.kind) ?? '')) errors.add(place, 'kind', '96601');
    if (filled(charge.amount) === undefined) errors.add(place, 'amount', '96606');
    checkAmounts(charge, [['amount', '96603', '96604', '96605']], place, errors);
  }
}

function checkCruise(data: Params, path: string[], errors: ValidationErrors): void {
  const travelPackage = filled(data.travelPackage);
  if (travelPackage && !travelPackages.includes(travelPackage)) errors.add(path, 'travelPackage', '93410');
  for (const [name, code] of [
    ['departureDate', '93411'],
    ['lodgingCheckInDate', '93412'],
    ['lodgingCheckOutDate', '93413'],
  ] as const) {
    const day = filled(data[name]);
    if (day !== undefined && !isDay(day)) errors.add(path, name, code);
  }
}

function checkFlight(data: Params, path: string[], errors: ValidationErrors): void {
  checkAmounts(data, flight, path, errors);
  const legs = list(data.legs);
  if (data.legs !== undefined && !Array.isArray(data.legs)) errors.add(path, 'legs', '93431');
  if (legs.length > 20) errors.add(path, 'legs', '93432');
  for (const [at, one] of legs.entries()) {
    if (isGroup(one)) checkAmounts(one, leg, [...path, 'legs', `index-${at}`], errors);
  }
}

function checkAmounts(
  data: Params,
  amounts: readonly Amount[],
  path: string[],
  errors: ValidationErrors,
): void {
  for (const [name, tooSmall, malformed, tooLarge] of amounts) {
    const value = filled(data[name]);
    if (value === undefined) continue;
    const found = cents(value);
    if (/^-\d/.test(value)) errors.add(path, name, tooSmall);
    else if (found === undefined) errors.add(path, name, malformed);
    else if (found > largestCents) errors.add(path, name, tooLarge);
  }
}

function isDay(day: string | undefined): boolean {
  return /^\d{4}-\d\d-\d\d/.test(day ?? '') && !Number.isNaN(Date.parse(day ?? ''));
}
