import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { packPicture } from './pack-picture.ts';

const draw = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: '#3377aa' } });

const pack = (bytes: Uint8Array<ArrayBuffer> | string) => packPicture(new Blob([bytes]));
const copy = (bytes: Buffer) => new Uint8Array(bytes);

describe('packPicture', () => {
  it('leaves nothing of what the camera wrote beside the picture, and turns it upright', async () => {
    const taken = await draw(40, 20)
      .withExif({ IFD0: { Copyright: 'Nora', Model: 'Phone 7' }, IFD3: { GPSLatitude: '41/1' } })
      .withMetadata({ orientation: 6 })
      .jpeg()
      .toBuffer();
    expect((await sharp(taken).metadata()).exif).toBeDefined();
    const packed = await pack(copy(taken));
    if (packed.kind !== 'packed') throw new Error(packed.refusal);
    const after = await sharp(packed.picture.jpeg).metadata();
    expect(after).toMatchObject({ format: 'jpeg', width: 20, height: 40 });
    expect([after.exif, after.orientation, after.xmp, after.icc]).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
    expect(packed.picture).toMatchObject({ width: 20, height: 40 });
  });

  it('makes a large one smaller, and keeps its shape', async () => {
    const packed = await pack(copy(await draw(3_200, 800).png().toBuffer()));
    expect(packed).toMatchObject({ kind: 'packed', picture: { width: 1_600, height: 400 } });
  });

  it('takes a WebP, and drops what stands behind the picture in its file', async () => {
    const hidden = Buffer.concat([
      await draw(10, 10).webp().toBuffer(),
      Buffer.from('<script>alert(1)</script>'),
    ]);
    const packed = await pack(copy(hidden));
    if (packed.kind !== 'packed') throw new Error(packed.refusal);
    expect(packed.picture.jpeg.includes('script')).toBe(false);
  });

  it.each([
    [
      'a drawing under the name of a photo',
      '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>',
      'picture-kind',
    ],
    ['a text', 'Hello.', 'picture-kind'],
    ['nothing', '', 'picture-kind'],
    [
      'a beginning without a picture behind it',
      new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 1, 2, 3]),
      'picture-broken',
    ],
    ['more than ten megabytes', new Uint8Array(10 * 1024 * 1024 + 1), 'picture-large'],
  ])('refuses %s', async (_, bytes, refusal) => {
    expect(await pack(bytes)).toEqual({ kind: 'refused', refusal });
  });

  it('refuses a small file that unpacks to more points than there is memory for', async () => {
    const bomb = await sharp({ create: { width: 9_000, height: 9_000, channels: 3, background: '#000' } })
      .png()
      .toBuffer();
    expect(bomb.length).toBeLessThan(1_000_000);
    expect(await pack(copy(bomb))).toEqual({ kind: 'refused', refusal: 'picture-large' });
  });
});
