import type { PictureRefusal } from '@kvitt/domain/picture/read-picture-kind';
import type { Picture } from '@kvitt/flows/conversation/ask-on-page';
import type { Context } from 'hono';
import { z } from 'zod';
import { packPicture } from '../kit/pack-picture.ts';
import { readForm } from '../kit/read-form.ts';

/** What the form sends: POST `/{token}/thread`; with a picture, as several parts. */
const FORM = z.object({
  questionId: z.uuid(),
  body: z.string().max(4_000),
  /** The line of the bill that it is about; empty where it is about all of it. */
  line: z.string().max(4).optional(),
  /** `wrong` disputes it, which a person is told before they read it. */
  concern: z.enum(['question', 'wrong']).default('question'),
});

export type ThreadForm =
  | { kind: 'read'; form: z.infer<typeof FORM>; picture: Picture | undefined }
  | { kind: 'refused'; refusal: 'too-long' | PictureRefusal; draft: string };

/** Reads a question and the picture that may come with it; the picture is packed anew, or refused. */
export async function readThreadForm(c: Context): Promise<ThreadForm> {
  const isInParts = c.req.header('content-type')?.startsWith('multipart/form-data');
  const fields = isInParts ? await c.req.formData().catch(() => undefined) : undefined;
  const { picture: file, ...words } = fields ? Object.fromEntries(fields) : await readForm(c);
  const form = FORM.safeParse(words);
  const draft = typeof words.body === 'string' ? words.body.slice(0, 4_000) : '';
  if (!form.success) return { kind: 'refused', refusal: 'too-long', draft };
  // A field for a file that was left empty comes as a file of no bytes.
  if (!(file instanceof Blob) || file.size === 0)
    return { kind: 'read', form: form.data, picture: undefined };
  const packed = await packPicture(file);
  if (packed.kind === 'refused') return { ...packed, draft };
  return { kind: 'read', form: form.data, picture: packed.picture };
}
