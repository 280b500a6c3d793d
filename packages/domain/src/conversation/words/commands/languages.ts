import type { Language } from '../../../locale/language.ts';

/** What each language is called in the five, and its codes. */
export const LANGUAGE_NAMES: Readonly<Record<Language, string>> = {
  en: 'en|eng|english|inglés|englisch|engelska|engelsk',
  es: 'es|esp|spanish|español|castellano|spanisch|spanska|spansk',
  de: 'de|ger|deu|german|alemán|deutsch|tyska|tysk',
  sv: 'sv|se|swe|swedish|sueco|schwedisch|svenska|svensk',
  nb: 'nb|no|nor|norwegian|noruego|norwegisch|norska|norsk|bokmål|norsk_bokmål',
};

/** What may stand before a name where no word for "language" does: "in Spanish", "på svenska". */
export const IN_LANGUAGE =
  'in|en|auf|på|i_want_texts_in|texts_in|text_me_in|send_me_texts_in|i_need_texts_in|i_need_the_texts_in|mensajes_en|quiero_mensajes_en|nachrichten_auf|bitte_auf|sms_på|meddelanden_på|meldinger_på';
