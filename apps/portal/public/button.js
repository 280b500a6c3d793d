/**
 * The button for a biller's own site: one script tag, and it stands where the tag stands.
 *
 *   <script src="https://pay.example.com/button.js" data-biller="northlight" data-accent="#1f5f5b" async></script>
 *
 * It leads to the page where customers ask for their bills by text. It sets no cookie, asks for nothing over the network,
 * and lives in a shadow root, so that neither the site's style nor its own reaches the other.
 */
(() => {
  const script = document.currentScript;
  if (!(script instanceof HTMLScriptElement)) return;
  const { biller, accent = '#1f5f5b', label, lang } = script.dataset;
  if (!biller) return console.error('button.js needs data-biller, the biller’s short name');

  const WORDS = {
    en: 'Get bills by text',
    es: 'Facturas por mensaje',
    de: 'Rechnungen per SMS',
    sv: 'Räkningar via sms',
    nb: 'Regninger på melding',
  };
  const language = (lang ?? document.documentElement.lang ?? '').slice(0, 2).replace(/^n[on]$/, 'nb');
  const known = language in WORDS ? language : 'en';

  const address = new URL(`/join/${encodeURIComponent(biller)}`, script.src);
  address.searchParams.set('from', 'button');
  address.searchParams.set('lang', known);

  const isColour = /^#[0-9a-f]{6}$/i.test(accent);
  const ground = isColour ? accent : '#1f5f5b';
  const ink = contrastWithWhite(ground) >= 4.5 ? '#fff' : '#111';

  const host = document.createElement('kvitt-button');
  const root = host.attachShadow({ mode: 'open' });
  // The ground of the site is not known: an edge between the button's two colours, and a focus ring of two, show on any.
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`
    a { display: inline-flex; align-items: center; justify-content: center; min-height: max(48px, 3rem); max-width: 100%;
      box-sizing: border-box; padding: 10px 20px; border: 1px solid ${ground};
      border-color: color-mix(in srgb, ${ground}, ${ink} 40%); border-radius: 10px; background: ${ground}; color: ${ink};
      font: 600 max(16px, 1rem)/1.3 system-ui, sans-serif; text-align: center; text-decoration: none; }
    a:hover { text-decoration: underline; text-underline-offset: 0.2em; }
    a:focus-visible { outline: 2px solid #fff; outline-offset: 2px; box-shadow: 0 0 0 6px #111; }
    @media (forced-colors: active) { a { border-color: LinkText; } }`);
  root.adoptedStyleSheets = [sheet];
  const link = document.createElement('a');
  link.href = address.href;
  link.lang = label ? '' : known;
  link.textContent = label ?? WORDS[known];
  root.append(link);
  script.after(host);

  /** The contrast of a colour with white, as WCAG 2.2 counts it. */
  function contrastWithWhite(colour) {
    const channels = [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255);
    const [red, green, blue] = channels.map((one) =>
      one <= 0.04045 ? one / 12.92 : ((one + 0.055) / 1.055) ** 2.4,
    );
    return 1.05 / (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05);
  }
})();
