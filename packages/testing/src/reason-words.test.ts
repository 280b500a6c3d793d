import { readFileSync } from 'node:fs';
import path from 'node:path';
import { ERROR_CODES } from '@kvitt/sms/plivo/error-codes';
import { expect, it } from 'vitest';

const messages = path.resolve(import.meta.dirname, '../../../apps/console/src/kit/messages');

it.each(['en', 'es'])(
  'tells agents in words, and not by its code, why a text did not arrive: %s',
  (language) => {
    const { reason } = JSON.parse(readFileSync(path.join(messages, `${language}.json`), 'utf8'));
    expect(Object.keys(ERROR_CODES).filter((code) => !reason[code])).toEqual([]);
  },
);
