import type { CommandWords } from './command-words.ts';

/** What changes how the customer is spoken to, or paid from. `CANCEL`, `END`, `QUIT` and `STOP` are never among them. */
export const SETTINGS = {
  start: {
    en: [
      'start|unstop|join|subscribe|resubscribe|resume|optin|opt_in|start_again|restart|start_over|start_texting|start_texting_me|start_texts|sign_me_up|subscribe_me',
    ],
    es: [
      'iniciar|inicio|empezar|comenzar|alta|suscribir|suscribirme|reanudar|unirme|comience|darme_de_alta|dar_de_alta',
    ],
    de: ['starten|anmelden|anmeldung|wieder_anmelden|fortsetzen|weitermachen|abonnieren|mitmachen|beitreten'],
    sv: ['starta|börja|anmäl|anmäl_mig|anmälan|återuppta|prenumerera|gå_med'],
    nb: ['start|begynn|påmeld|påmelding|meld_meg_på|gjenoppta|abonner|bli_med'],
  },
  autopayOn: {
    en: [
      'autopay|auto_pay on|yes',
      'turn_on|switch_on|start|set_up autopay|auto_pay',
      'turn|switch autopay|auto_pay on',
    ],
    es: [
      'pago_automático|autopago|débito_automático|domiciliación on|sí|activar|activo',
      'activar|active pago_automático|autopago|débito_automático|domiciliación|el_pago_automático',
    ],
    de: [
      'autopay|lastschrift|abbuchung|automatisch_zahlen|automatik an|ein|on|aktivieren',
      'automatisch_zahlen',
    ],
    sv: [
      'autogiro|autobetalning|autopay|automatisk_betalning på|on|ja',
      'slå_på autogiro|autobetalning|automatisk_betalning',
    ],
    nb: [
      'autobetaling|autogiro|avtalegiro|autopay|automatisk_betaling på|on|ja',
      'slå_på autobetaling|autogiro|avtalegiro|automatisk_betaling',
    ],
  },
  autopayOff: {
    en: [
      'autopay|auto_pay off|no',
      'turn_off|switch_off autopay|auto_pay',
      'turn|switch autopay|auto_pay off',
      'no autopay|auto_pay',
    ],
    es: [
      'pago_automático|autopago|débito_automático|domiciliación off|no|desactivar|inactivo',
      'desactivar|desactive pago_automático|autopago|débito_automático|domiciliación|el_pago_automático',
    ],
    de: ['autopay|lastschrift|abbuchung|automatisch_zahlen|automatik aus|off|deaktivieren|ausschalten'],
    sv: [
      'autogiro|autobetalning|autopay|automatisk_betalning av|off|nej',
      'slå_av autogiro|autobetalning|automatisk_betalning',
    ],
    nb: [
      'autobetaling|autogiro|avtalegiro|autopay|automatisk_betaling av|off|nei',
      'slå_av autobetaling|autogiro|avtalegiro|automatisk_betaling',
    ],
  },
  autopay: {
    en: ['autopay|auto_pay|automatic_payment|automatic_payments|is_autopay_on|do_i_have_autopay'],
    es: ['pago_automático|autopago|débito_automático|domiciliación|pagos_automáticos'],
    de: ['lastschrift|autopay|abbuchung|einzugsermächtigung|automatik'],
    sv: ['autogiro|autobetalning|autopay|automatisk_betalning'],
    nb: ['autobetaling|autogiro|avtalegiro|autopay|automatisk_betaling'],
  },
  /** Bills on paper again. */
  paper: {
    en: [
      'paper|paper_bill|paper_bills|paper_invoice|paper_please|paperless_off|no_paperless|by_mail|mail_my_bill|mail_me_my_bill',
      'i_want|i_need|send|send_me|i_would_like|id_like|switch_to|back_to|i_prefer my? paper bill|bills|invoice|invoices|statement|statements',
    ],
    es: [
      'papel|en_papel|factura_en_papel|facturas_en_papel|por_correo_postal',
      'quiero|deseo|envíe|envíen|mande|manden|prefiero mi|mis|la|las? factura|facturas en_papel|por_correo_postal',
    ],
    de: [
      'papier|papierrechnung|papierrechnungen|rechnung_auf_papier|auf_papier|per_post|rechnung_per_post',
      'ich? möchte|will|hätte_gern|hätte_gerne eine|meine? papierrechnung|papierrechnungen|rechnung_auf_papier|rechnungen_auf_papier|rechnung_per_post|rechnungen_per_post',
    ],
    sv: [
      'papper|pappersräkning|pappersräkningar|pappersfaktura|pappersfakturor|på_papper|räkning_på_papper|faktura_på_papper|per_post',
      'jag? vill ha pappersräkning|pappersräkningar|pappersfaktura|pappersfakturor|räkningen_på_papper|fakturan_på_papper',
    ],
    nb: [
      'papir|papirregning|papirregninger|papirfaktura|papirfakturaer|på_papir|regning_på_papir|faktura_på_papir|i_posten',
      'jeg? vil ha papirregning|papirregninger|papirfaktura|papirfakturaer|regningen_på_papir|fakturaen_på_papir',
    ],
  },
  /** What was paid beyond what was due stays as a credit. */
  keepCredit: {
    en: [
      'keep|keep_it|please_keep_it|keep_the_money|keep_as_credit|keep_it_as_credit|keep_it_for_my_next_bill',
    ],
    es: ['guardar|guárdelo|guárdenlo|guarde_el_dinero|guardar_para_la_próxima_factura'],
    de: ['behalten|behaltet_es|behalten_sie_es|als_guthaben_behalten|für_die_nächste_rechnung_behalten'],
    sv: ['spara|spara_det|behåll_det|spara_pengarna|spara_till_nästa_faktura'],
    nb: ['behold|behold_det|behold_pengene|spar_det|behold_til_neste_faktura'],
  },
  lessLinks: {
    en: [
      'less|fewer links',
      'no|without|never|zero links',
      'links off|no',
      'no_more_links|dont_send_links|do_not_send_links|never_send_links|i_dont_want_links',
    ],
    es: [
      'menos|sin|ningún enlaces|enlace|ligas|links',
      'enlaces|links no|off',
      'no_más_enlaces|no_quiero_enlaces|no_envíen_enlaces|no_mande_enlaces',
    ],
    de: [
      'weniger|keine|ohne links',
      'links aus|off',
      'keine_links_mehr|keine_weiteren_links|keine_links_senden|ich_möchte_keine_links',
    ],
    sv: [
      'färre|inga|utan|mindre länkar',
      'länkar av|off|nej',
      'inga_fler_länkar|skicka_inga_länkar|jag_vill_inte_ha_länkar',
    ],
    nb: [
      'færre|ingen|uten|mindre lenker|linker',
      'lenker|linker av|off|nei',
      'ingen_flere_lenker|ikke_send_lenker|jeg_vil_ikke_ha_lenker',
    ],
  },
  moreLinks: {
    en: ['more|with|send links', 'links on|again|yes|back?', 'send_links_again|i_want_links|send_me_links'],
    es: ['más|con enlaces|ligas|links', 'enlaces|links sí|on', 'quiero_enlaces|envíen_enlaces'],
    de: ['mehr|mit links', 'links an|ein|on|wieder?', 'ich_möchte_links|wieder_links'],
    sv: ['fler|med|mer länkar', 'länkar på|on|ja|igen?', 'jag_vill_ha_länkar|skicka_länkar'],
    nb: ['flere|med|mer lenker|linker', 'lenker|linker på|on|ja|igjen?', 'jeg_vil_ha_lenker|send_lenker'],
  },
  /** The word before a language's name or code. */
  language: {
    en: ['lang|language|change_language|change_language_to|set_language|switch_to|languages'],
    es: ['idioma|cambiar_idioma|cambiar_idioma_a|lengua|idiomas|cambiar_a'],
    de: ['sprache|sprache_ändern|sprachen|wechseln_zu'],
    sv: ['språk|byt_språk|byt_språk_till|ändra_språk|byt_till'],
    nb: ['språk|bytt_språk|bytt_språk_til|endre_språk|målform|bytt_til'],
  },
} as const satisfies Record<string, CommandWords>;
