import type { CommandWords } from './command-words.ts';

/** What moves money, or says that it shall not. */
export const PAYING = {
  pay: {
    en: [
      'pay',
      'pay it|this|in_full|full|the_full_amount|full_amount|the_balance|balance|the_bill|my_bill|this_bill|bill|the_invoice|my_invoice|this_invoice|invoice',
    ],
    es: [
      'pagar|pago|pague|paga|páguelo|págalo|pagarlo',
      'pagar|pago|pague la_factura|mi_factura|factura|la_cuenta|mi_cuenta|esta_factura|el_saldo|completo|todo_el_saldo',
    ],
    de: [
      'zahlen|bezahlen|zahle|bezahle|zahl|bezahl|ich_bezahle|ich_zahle',
      'rechnung|die_rechnung|meine_rechnung|diese_rechnung|das|alles_bezahlen zahlen|bezahlen|begleichen',
    ],
    sv: [
      'betala|betalar|betal',
      'betala|betalar räkningen|fakturan|min_räkning|min_faktura|räkning|faktura|den|hela_beloppet',
    ],
    nb: [
      'betal|betale|betaler',
      'betal|betale|betaler regningen|fakturaen|regninga|min_regning|regning|faktura|den|hele_beløpet',
    ],
  },
  payNow: {
    en: [
      'pay now|today|right_now|immediately|asap',
      'pay it|this|in_full|full|the_bill|my_bill|this_bill|bill|the_invoice|my_invoice|this_invoice|invoice now|today|right_now',
    ],
    es: [
      'pagar|pago|pague|paga ahora|ya|hoy|ahora_mismo|de_inmediato',
      'pagar|pago|pague la_factura|mi_factura|factura ahora|ya|hoy',
    ],
    de: [
      'jetzt|sofort|gleich|heute zahlen|bezahlen|zahle|bezahle',
      'zahlen|bezahlen|zahle|bezahle|zahl|bezahl jetzt|sofort|heute',
      'rechnung|die_rechnung|meine_rechnung jetzt|sofort zahlen|bezahlen',
    ],
    sv: [
      'betala|betalar nu|idag|direkt|på_en_gång',
      'betala|betalar räkningen|fakturan|min_räkning|min_faktura nu|idag|direkt',
    ],
    nb: [
      'betal|betale|betaler nå|i_dag|straks|med_en_gang',
      'betal|betale|betaler regningen|fakturaen|regning nå|i_dag|straks',
    ],
  },
  payAll: {
    en: ['pay all|both|everything', 'pay all|both of? the|my|them|these? bills|invoices?'],
    es: ['pagar|pago|pague todas|todo|todos|ambas|las_dos las? facturas?'],
    de: [
      'alle|alles|beide rechnungen? zahlen|bezahlen',
      'zahlen|bezahlen|zahle|bezahle alle|alles|beide rechnungen?',
    ],
    sv: ['betala|betalar alla|allt|båda|bägge räkningar|fakturor|räkningarna|fakturorna?'],
    nb: ['betal|betale|betaler alle|alt|begge regninger|fakturaer|regningene|fakturaene?'],
  },
  /** The answer to a list of bills. */
  all: {
    en: ['all|both|everything|all_of_them|both_of_them|all_bills|all_of_it'],
    es: ['todas|todo|todos|ambas|las_dos|todas_las_facturas'],
    de: ['alle|alles|beide|alle_rechnungen|beide_rechnungen'],
    sv: ['alla|allt|båda|bägge|alla_räkningar|alla_fakturor'],
    nb: ['alle|alt|begge|alle_regninger|alle_fakturaer'],
  },
  /** A wish to pay that is not the command: worth a question, never a charge at once. */
  payWish: {
    en: [
      'i? want|wish|like|ready|would_like|would_love to pay it|this|my_bill|the_bill|this_bill|now|today|in_full? now|today?',
      'id_like|im_ready|i_am_ready to pay it|this|my_bill|the_bill|this_bill|now|today|in_full? now|today?',
    ],
    es: [
      'yo? quiero|deseo|quisiera|me_gustaría pagar|pagarlo|hacer_un_pago|hacer_el_pago ahora|ya|hoy|la_factura|mi_factura|la_cuenta|mi_cuenta? ahora|ya|hoy?',
    ],
    de: [
      'ich? möchte|will|würde_gern|würde_gerne|wollte jetzt|gern|gerne|die_rechnung|meine_rechnung|das? jetzt|gern|gerne? zahlen|bezahlen',
    ],
    sv: ['jag? vill|önskar|skulle_vilja betala nu|räkningen|fakturan|min_räkning|min_faktura|den? nu|idag?'],
    nb: ['jeg? vil|ønsker|vil_gjerne|ønsker_å å? betale nå|regningen|fakturaen|den? nå|i_dag?'],
  },
  yes: {
    en: ['yes|y|yess|yes_yes|yes_i_do|yes_i_agree|yes_i_confirm|yes_confirm'],
    es: ['sí|si_si|si_acepto|acepto_si'],
    de: ['ja|j|ja_ja|jawohl'],
    sv: ['ja|jajamän|ja_ja|japp'],
    nb: ['ja|ja_ja|japp'],
  },
  no: {
    en: ['no|n|nope|nah|no_no|no_thank_you|not_now|no_not_now'],
    es: ['no|no_no|ahora_no|todavía_no'],
    de: ['nein|ne|nee|nö|nicht_jetzt|jetzt_nicht'],
    sv: ['nej|nej_nej|inte_nu|nä|näe'],
    nb: ['nei|nei_nei|ikke_nå|nope'],
  },
  undo: {
    en: [
      'undo|undo_it|undo_that|undo_this|undo_pay',
      'undo|reverse|void my|the|that|this|last? payment|charge',
      'take_it_back|take_that_back|reverse_it|reverse_that|void_it',
    ],
    es: [
      'deshacer|deshaz|deshazlo|deshágalo',
      'deshacer|deshaz|deshaga|revertir|revierta el|mi|este? pago|cobro',
    ],
    de: [
      'rückgängig|rückgängig_machen|rückgängig_bitte|zurücknehmen',
      'zahlung|die_zahlung|meine_zahlung rückgängig|zurücknehmen|rückgängig_machen',
      'mach|machen_sie das|es|die_zahlung rückgängig',
    ],
    sv: ['ångra|ångra_mig|ångra_det|ångra_köp', 'ångra min|senaste|den? betalning|betalningen|dragningen'],
    nb: ['angre|angre_det|angrer|angre_meg', 'angre min|siste|den? betaling|betalingen|trekket'],
  },
} as const satisfies Record<string, CommandWords>;
