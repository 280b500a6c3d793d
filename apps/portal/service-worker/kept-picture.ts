/** A picture as it is kept at rest: what is sealed is written as JSON first. */
export interface KeptPicture {
  name: string;
  type: string;
  /** The whole file as an address of its own: `data:image/jpeg;base64,…`. */
  data: string;
}

export async function keepPicture(file: File): Promise<KeptPicture> {
  const { name, type } = file;
  const data = await new Promise<string>((done, failed) => {
    const reader = new FileReader();
    reader.onload = () => done(String(reader.result));
    reader.onerror = () => failed(reader.error);
    reader.readAsDataURL(file);
  });
  return { name, type, data };
}

export async function openPicture({ name, type, data }: KeptPicture): Promise<File> {
  return new File([await (await fetch(data)).blob()], name, { type });
}
