import { Biller } from '@kvitt/db/biller/biller.entity';
import { LANGUAGES, type Language } from '@kvitt/domain/locale/language';
import { PICTURE_TYPES } from '@kvitt/domain/picture/read-picture-kind';
import type { Visit } from './visit.ts';

interface Words {
  description: string;
  account: string;
  thread: string;
}

/** What a phone shows of an installed portal besides its name: in its store-like sheet, and on a long press. */
const WORDS: Record<Language, Words> = {
  en: {
    description: 'See what is due, settle it, and ask about it.',
    account: 'Your bills',
    thread: 'What has happened, and questions',
  },
  es: {
    description: 'Vea lo que debe, páguelo y pregunte.',
    account: 'Sus facturas',
    thread: 'Lo que ha pasado y preguntas',
  },
  de: {
    description: 'Sehen, was fällig ist, zahlen und fragen.',
    account: 'Ihre Rechnungen',
    thread: 'Was geschehen ist, und Fragen',
  },
  sv: {
    description: 'Se vad som ska betalas, betala och fråga.',
    account: 'Dina fakturor',
    thread: 'Vad som hänt, och frågor',
  },
  nb: {
    description: 'Se hva som skal betales, betal og spør.',
    account: 'Regningene dine',
    thread: 'Hva som har hendt, og spørsmål',
  },
};

const shot = (name: string, sizes: string, formFactor: 'narrow' | 'wide') => ({
  src: `/icons/screen-${name}.png`,
  sizes,
  type: 'image/png',
  form_factor: formFactor,
});

/**
 * The manifest of the portal as one biller's app (`/manifest/{biller}.webmanifest?lang=sv`): the biller's name and colour, so
 * that an icon on a home screen says whose bills are behind it. Two billers of one deployment are two apps.
 */
export async function showManifest({ c, ctx }: Visit): Promise<Response> {
  const slug = /^([\w-]+)\.webmanifest$/.exec(c.req.param('file') ?? '')?.[1] ?? '';
  const biller = await ctx.em.fork().findOne(Biller, { slug });
  if (!biller) return c.notFound();
  const language = LANGUAGES.find((one) => one === c.req.query('lang')) ?? biller.language;
  const { description, account, thread } = WORDS[language];
  c.header('Cache-Control', 'private, max-age=3600');
  c.header('Content-Type', 'application/manifest+json; charset=utf-8');
  return c.body(
    JSON.stringify({
      id: `/?biller=${slug}`,
      name: biller.name,
      short_name: biller.name.length > 12 ? (biller.name.split(' ')[0] ?? biller.name) : biller.name,
      description,
      lang: language,
      start_url: `/?biller=${slug}`,
      scope: '/',
      display: 'standalone',
      background_color: '#f5f6f4',
      theme_color: biller.accent,
      icons: [
        { src: '/icons/icon.svg', sizes: 'any', type: 'image/svg+xml', purpose: 'any' },
        { src: '/icons/icon-192.png', sizes: '192x192', type: 'image/png', purpose: 'any' },
        { src: '/icons/icon-512.png', sizes: '512x512', type: 'image/png', purpose: 'any' },
        { src: '/icons/icon-maskable-512.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' },
      ],
      screenshots: [
        shot('bill', '780x1688', 'narrow'),
        shot('receipt', '780x1688', 'narrow'),
        shot('wide', '1440x900', 'wide'),
      ],
      shortcuts: [
        { name: account, url: '/?to=account' },
        { name: thread, url: '/?to=thread' },
      ],
      // What another app shares lands in the service worker, and from there in the thread of the bill seen last.
      share_target: {
        action: '/share',
        method: 'POST',
        enctype: 'multipart/form-data',
        params: { title: 'title', text: 'text', files: [{ name: 'picture', accept: [...PICTURE_TYPES] }] },
      },
      categories: ['finance'],
    }),
  );
}
