import { describe, expect, it } from 'vitest';
import { readPictureKind } from './read-picture-kind.ts';

const bytes = (text: string) => Uint8Array.from(text, (sign) => sign.charCodeAt(0));

describe('readPictureKind', () => {
  it.each([
    ['a JPEG', bytes('\xff\xd8\xff\xe0rest'), 'image/jpeg'],
    ['a PNG', bytes('\x89PNG\r\n\x1a\nrest'), 'image/png'],
    ['a WebP', bytes('RIFF\x10\0\0\0WEBPVP8 '), 'image/webp'],
    ['a sound in the same wrapping', bytes('RIFF\x10\0\0\0WAVEfmt '), undefined],
    ['a drawing, which may hold a program', bytes('<svg xmlns="http://www.w3.org/2000/svg">'), undefined],
    ['an animated GIF', bytes('GIF89a'), undefined],
    ['the beginning of one', bytes('\xff\xd8'), undefined],
    ['nothing', new Uint8Array(), undefined],
  ])('%s is read by its first bytes', (_, given, kind) => {
    expect(readPictureKind(given)).toBe(kind);
  });
});
