/** A picture as it is kept at rest: what is sealed is written as JSON first. */
export interface KeptPicture {
  name: string;
  type: string;
  /** The whole file as an address of its own: `data:image/jpeg;base64,…`. */
  data: string;
}

/** So many bytes become letters at a time: more would be more arguments than a call takes. */
const PIECE = 0x8000;

export async function keepPicture(file: File): Promise<KeptPicture> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  let letters = '';
  for (let at = 0; at < bytes.length; at += PIECE) {
    letters += String.fromCharCode(...bytes.subarray(at, at + PIECE));
  }
  return { name: file.name, type: file.type, data: `data:${file.type};base64,${btoa(letters)}` };
}

export async function openPicture({ name, type, data }: KeptPicture): Promise<File> {
  const letters = atob(data.slice(data.indexOf(',') + 1));
  return new File([Uint8Array.from(letters, (letter) => letter.charCodeAt(0))], name, { type });
}
