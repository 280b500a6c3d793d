/** What a customer may attach to their words: 10 MB is more than a phone's own camera makes. */
export const LARGEST_PICTURE_BYTES = 10 * 1024 * 1024;

/** More in a day is no question about a bill any more. */
export const PICTURES_A_DAY = 20;

/** A picture's points, however small its file: unpacked, one takes four bytes. */
export const MOST_PIXELS = 60_000_000;

export const PICTURE_TYPES = ['image/jpeg', 'image/png', 'image/webp'] as const;

/**
 * Why a picture is not taken: `picture-kind` no JPEG, PNG or WebP · `picture-large` more than ten megabytes, or than sixty
 * million points · `picture-broken` nothing that can be read · `picture-many` twenty were sent within a day.
 */
export type PictureRefusal = 'picture-kind' | 'picture-large' | 'picture-broken' | 'picture-many';

/**
 * What a file is by its first bytes, whatever its name and its sender say; undefined where it is none of the kinds that are
 * taken. Drawings (SVG) are programs, so nothing else is ever given to whoever unpacks it.
 */
export function readPictureKind(bytes: Uint8Array): (typeof PICTURE_TYPES)[number] | undefined {
  if (startsWith(bytes, [0xff, 0xd8, 0xff])) return 'image/jpeg';
  if (startsWith(bytes, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])) return 'image/png';
  const isRiff = startsWith(bytes, [0x52, 0x49, 0x46, 0x46]);
  if (isRiff && startsWith(bytes.subarray(8), [0x57, 0x45, 0x42, 0x50])) return 'image/webp';
  return undefined;
}

function startsWith(bytes: Uint8Array, beginning: readonly number[]): boolean {
  return beginning.every((byte, at) => bytes[at] === byte);
}
