import { Hono } from 'hono';
import { describe, expect, it } from 'vitest';
import { readForm } from './read-form.ts';

type Fields = Record<string, string | string[]>;

/** What is read of a request, as the code that asked for it has it. */
async function fieldsOf(query: string, body?: string): Promise<Fields> {
  let fields: Fields = {};
  const app = new Hono();
  app.on(['GET', 'POST'], '/', async (c) => {
    fields = await readForm(c);
    return c.text('');
  });
  await app.request(`/${query}`, body === undefined ? {} : { method: 'POST', body });
  return fields;
}

const post = (body: string) => fieldsOf('', body);

describe('readForm', () => {
  it.each<[string, Fields]>([
    ['', {}],
    ['Text=PAY', { Text: 'PAY' }],
    ['Text=', { Text: '' }],
    ['Text', { Text: '' }],
    ['Text=YES+73', { Text: 'YES 73' }],
    ['From=%2B12125550100', { From: '+12125550100' }],
    ['Text=S%C3%AD%20%F0%9F%91%8D', { Text: 'Sí 👍' }],
    ['Text=a%3Db%26c', { Text: 'a=b&c' }],
    ['Text=%', { Text: '%' }],
    ['a=1&b=2', { a: '1', b: '2' }],
  ])('reads %j as it was typed', async (body, fields) => {
    expect(await post(body)).toEqual(fields);
  });

  it('gives every value of a field that came more than once, in order, so that it can be refused', async () => {
    expect(await post('From=1&Text=PAY&From=2&From=1')).toEqual({ From: ['1', '2', '1'], Text: 'PAY' });
  });

  it('reads of a post its body and not its address, of a GET its address', async () => {
    expect(await fieldsOf('?Text=STOP', 'Text=PAY')).toEqual({ Text: 'PAY' });
    expect(await fieldsOf('?Text=STOP&a=%20')).toEqual({ Text: 'STOP', a: ' ' });
  });

  it('takes names that every object has for what they are, fields of a stranger', async () => {
    const fields = await post('constructor=1&toString=2&toString=3&__proto__=4');
    expect(Object.entries(fields)).toEqual(
      expect.arrayContaining([
        ['constructor', '1'],
        ['toString', ['2', '3']],
      ]),
    );
    expect(Object.getPrototypeOf(fields)).toBe(Object.prototype);
  });
});
