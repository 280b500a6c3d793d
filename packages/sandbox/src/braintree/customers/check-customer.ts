import type { Gateway } from '../state/gateway.ts';
import type { ValidationErrors } from '../wire/collect-errors.ts';
import { filled, isGroup, type Params, text } from '../wire/params.ts';
import { checkCustomFields } from './check-custom-fields.ts';

const tooLong = {
  firstName: '81608',
  lastName: '81613',
  company: '81601',
  email: '81605',
  phone: '81614',
  fax: '81607',
  website: '81615',
} as const;

/** Adds to `errors` under `path` what is wrong with the fields of a customer. */
export function checkCustomer(
  gateway: Gateway,
  sent: Params,
  path: string[],
  errors: ValidationErrors,
  { isNew }: { isNew: boolean },
): void {
  for (const [name, code] of Object.entries(tooLong)) {
    if ((text(sent[name])?.length ?? 0) > 255) errors.add(path, name, code);
  }
  const email = filled(sent.email);
  if (email && !/^[^@\s]+@[^@\s]+\.[^@\s.]+$/.test(email)) errors.add(path, 'email', '81604');
  const website = filled(sent.website);
  if (website && !/^(https?:\/\/)?[^\s/]+\.[^\s]+$/.test(website)) errors.add(path, 'website', '81616');
  checkCustomFields(gateway, sent, path, { invalid: '91602', tooLong: '81603' }, errors);
  const id = filled(sent.id);
  if (id !== undefined) checkId(gateway, id, path, errors, isNew);
  if (isGroup(sent.internationalPhone)) {
    const { countryCode, nationalNumber } = sent.internationalPhone;
    if (!/^\d{1,3}$/.test(text(countryCode) ?? '')) errors.add(path, 'internationalPhone', '91625');
    if (!/^\d{4,14}$/.test(text(nationalNumber) ?? '')) errors.add(path, 'internationalPhone', '91626');
  }
}

function checkId(
  gateway: Gateway,
  id: string,
  path: string[],
  errors: ValidationErrors,
  isNew: boolean,
): void {
  if (id === 'all' || id === 'new') errors.add(path, 'id', '91611');
  else if (/[^A-Za-z0-9_-]/.test(id)) errors.add(path, 'id', '91610');
  else if (id.length > 36) errors.add(path, 'id', '91612');
  else if (isNew && gateway.state.customers[id]) errors.add(path, 'id', '91609');
}
