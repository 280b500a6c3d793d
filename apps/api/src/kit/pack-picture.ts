import {
  LARGEST_PICTURE_BYTES,
  MOST_PIXELS,
  type PictureRefusal,
  readPictureKind,
} from '@kvitt/domain/picture/read-picture-kind';
import type { Picture } from '@kvitt/flows/conversation/ask-on-page';
import sharp from 'sharp';

/** Wide enough to read a meter by, and a third of a megabyte at the most. */
const LONGEST_SIDE = 1_600;
const QUALITY = 78;

/** Unpacking is given up after so long. */
const TIMEOUT_SECONDS = 10;

// One picture must not take all cores from the pages that are rendered beside it, nor keep memory when it is done.
sharp.concurrency(1);
sharp.cache(false);

export type Packed = { kind: 'packed'; picture: Picture } | { kind: 'refused'; refusal: PictureRefusal };

/**
 * Packs a picture anew as a JPEG of at most 1,600 points a side, upright. What the file held besides its points is gone with
 * it: where it was taken, by which phone, and whatever somebody may have hidden there.
 */
export async function packPicture(file: Blob): Promise<Packed> {
  if (file.size > LARGEST_PICTURE_BYTES) return { kind: 'refused', refusal: 'picture-large' };
  const bytes = Buffer.from(await file.arrayBuffer());
  if (readPictureKind(bytes) === undefined) return { kind: 'refused', refusal: 'picture-kind' };
  try {
    const { width, height } = await sharp(bytes, { limitInputPixels: false }).metadata();
    if (width * height > MOST_PIXELS) return { kind: 'refused', refusal: 'picture-large' };
    const { data, info } = await sharp(bytes, { limitInputPixels: MOST_PIXELS, failOn: 'error' })
      .timeout({ seconds: TIMEOUT_SECONDS })
      .autoOrient()
      .resize({ width: LONGEST_SIDE, height: LONGEST_SIDE, fit: 'inside', withoutEnlargement: true })
      .flatten({ background: '#ffffff' })
      .jpeg({ quality: QUALITY })
      .toBuffer({ resolveWithObject: true });
    return { kind: 'packed', picture: { jpeg: data, width: info.width, height: info.height } };
  } catch {
    return { kind: 'refused', refusal: 'picture-broken' };
  }
}
