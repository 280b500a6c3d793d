import { describe, expect, it } from 'vitest';
import { splitLinks } from './split-links.js';

describe('splitLinks', () => {
  it('takes an address without the full stop behind it', () => {
    expect(splitLinks('See https://k.example/i/8fK2q. Reply PAY.')).toEqual([
      { text: 'See ' },
      { text: 'https://k.example/i/8fK2q', href: 'https://k.example/i/8fK2q' },
      { text: '. Reply PAY.' },
    ]);
  });

  it('takes an address without a scheme when it has a path, and neither a file name nor a mail address', () => {
    expect(splitLinks('k.example/a or bill.pdf or a@b.example/c')).toEqual([
      { text: 'k.example/a', href: 'https://k.example/a' },
      { text: ' or bill.pdf or a@b.example/c' },
    ]);
  });

  it('opens another origin where one is named, and shows what the text says', () => {
    const origins = { 'https://k.example': 'http://127.0.0.1:5173' };
    expect(splitLinks('https://k.example/i/1?x=2', origins)).toEqual([
      { text: 'https://k.example/i/1?x=2', href: 'http://127.0.0.1:5173/i/1?x=2' },
    ]);
  });

  it('loses no character of a text without links', () => {
    expect(splitLinks('Hello')).toEqual([{ text: 'Hello' }]);
    expect(splitLinks('')).toEqual([]);
  });
});
