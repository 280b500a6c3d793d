import type { Language } from '../../locale/language.ts';
import { TEMPLATE_KINDS, type TemplateName } from '../templates/template-vars.ts';
import type { LintCode, LintFinding } from './lint-finding.ts';

/** The words of a wording that carriers and the law do not want in it, each with its place. */
export function lintWords(name: TemplateName, language: Language, wording: string): LintFinding[] {
  const isSelling = TEMPLATE_KINDS[name].category === 'marketing' || name.startsWith('marketing-');
  const rules: readonly [LintCode, RegExp, string][] = [
    ['PUBLIC_SHORTENER', SHORTENER, 'a public shortener; carriers want your own domain: write {link}'],
    ['FOREIGN_LINK', ADDRESS, 'an address of its own; write {link}'],
    ['RAISED_VOICE', /[!¡]/g, 'no exclamation marks'],
    ['PHISHING_LIKENESS', PHISHING[language], 'reads like phishing, and carriers block it'],
    ['THREAT', THREAT[language], 'a threat; name only what will happen, by its variables'],
  ];
  const selling: typeof rules = isSelling
    ? []
    : [['MIXED_CONTENT', SELLING[language], 'advertising, which makes the whole text advertising']];
  const findings = [...rules, ...selling].flatMap(([code, pattern, detail]) =>
    [...wording.matchAll(pattern)].map((match) => ({
      code,
      at: match.index,
      length: match[0].length,
      detail: `‘${match[0]}’: ${detail}`,
    })),
  );
  // A shortener's address is both; the first says more.
  const short = findings.filter(({ code }) => code === 'PUBLIC_SHORTENER').map(({ at }) => at);
  return findings.filter(({ code, at, length }) => {
    const holdsShort = short.some((one) => one >= at && one < at + length);
    return code !== 'FOREIGN_LINK' || !holdsShort;
  });
}

/** Shorteners that anybody may use, as the carriers' lists name them; each hides who stands behind a link. */
const SHORTENER =
  /\b(?:bit\.ly|bitly\.com|tinyurl\.com|goo\.gl|t\.co|ow\.ly|is\.gd|buff\.ly|rebrand\.ly|cutt\.ly|shorturl\.at|rb\.gy|tiny\.cc|lnkd\.in|t\.ly|s\.id|v\.gd|soo\.gd|bl\.ink|short\.io)(?![\w.])/gi;

const ADDRESS = /\bhttps?:\/\/[^\s{}]*|\bwww\.[^\s{}]+/gi;

/** Whole words, in letters of every language: `\b` knows English letters only. */
function words(...phrases: string[]): RegExp {
  return new RegExp(`(?<![\\p{L}\\d])(?:${phrases.join('|')})(?![\\p{L}\\d])`, 'giu');
}

const SELLING: Record<Language, RegExp> = {
  en: words(
    'sale',
    'discounts?',
    '\\d+ ?% off',
    'special offers?',
    'offers?',
    'deals?',
    'promo(?:tion)?s?',
    'upgrade',
    'refer a friend',
    'tell a friend',
    'win a',
    'for free',
    'award',
  ),
  es: words(
    'descuentos?',
    'ofertas?',
    'promoci(?:ó|o)n(?:es)?',
    'rebajas?',
    'gratis',
    'gane',
    'premio',
    'recomiende',
  ),
  de: words(
    'Rabatte?',
    'Angebote?',
    'Sonderangebote?',
    'Aktion(?:en)?',
    'gratis',
    'kostenlos',
    'Gewinn(?:spiel|en Sie)?',
    'empfehlen Sie',
  ),
  sv: words('rea', 'rabatt(?:er)?', 'erbjudanden?', 'kampanj(?:er)?', 'gratis', 'vinn', 'tipsa en vän'),
  nb: words('salg', 'rabatt(?:er)?', 'tilbud', 'kampanjer?', 'gratis', 'vinn', 'tips en venn'),
};

const PHISHING: Record<Language, RegExp> = {
  en: words(
    'urgent(?:ly)?',
    'suspended',
    'act now',
    'verify your \\w+',
    'confirm your (?:identity|account|password)',
    'password',
    'unusual activity',
    'social security',
    'cvv',
  ),
  es: words(
    'urgente',
    'suspendid[oa]',
    'act(?:ú|u)e ahora',
    'verifique su \\w+',
    'confirme su identidad',
    'contraseña',
    'actividad inusual',
    'cvv',
  ),
  de: words(
    'dringend',
    'gesperrt',
    'sofort handeln',
    'verifizieren Sie',
    'bestätigen Sie Ihre (?:Identität|Daten)',
    'Passwort',
    'Kennwort',
    'cvv',
  ),
  sv: words(
    'brådskande',
    'spärrat?',
    'agera nu',
    'verifiera (?:ditt|dina|din) \\w+',
    'bekräfta din identitet',
    'lösenord',
    'bankid',
    'cvv',
  ),
  nb: words(
    'haster',
    'sperret',
    'handle nå',
    'verifiser \\w+',
    'bekreft identiteten',
    'passord',
    'bankid',
    'cvv',
  ),
};

const THREAT: Record<Language, RegExp> = {
  en: words(
    'credit (?:score|report|rating)',
    'lawsuit',
    'sue',
    'legal action',
    'court',
    'arrest',
    'garnish\\w*',
    'police',
  ),
  es: words(
    'historial de cr(?:é|e)dito',
    'demanda(?:r|remos)?',
    'acciones legales',
    'tribunal(?:es)?',
    'embargo',
    'polic(?:í|i)a',
  ),
  de: words('Schufa', 'Klage', 'verklagen', 'Gericht', 'Anwalt', 'Pfändung', 'Polizei'),
  sv: words('betalningsanmärkning', 'stämma', 'domstol', 'kronofogden', 'polisen'),
  nb: words('betalingsanmerkning', 'saksøke', 'retten', 'namsmannen', 'politiet'),
};
