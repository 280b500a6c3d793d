import { describe, expect, it } from 'vitest';
import { readPublicUrl } from './read-public-url.ts';

describe('the address that a command prints', () => {
  it.each([
    [
      'the one that is named',
      { PUBLIC_URL: 'https://pay.acme.example/', DATABASE_URL: 'x' },
      'https://pay.acme.example',
    ],
    ['that of npm start beside its database', { PORT: '5000' }, 'http://127.0.0.1:5000'],
    ['that of npm start where nothing is said', {}, 'http://127.0.0.1:4000'],
    ['none for a database elsewhere', { DATABASE_URL: 'x' }, undefined],
  ])('is %s', (_, env, url) => {
    expect(readPublicUrl(env)).toBe(url);
  });
});
