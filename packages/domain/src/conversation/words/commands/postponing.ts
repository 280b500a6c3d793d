import type { CommandWords } from './command-words.ts';

/** What asks for more time. */
export const POSTPONING = {
  later: {
    en: [
      'later|pay_later|maybe_later|not_yet|remind_me_later|i_will_pay_later|ill_pay_later|can_i_pay_later|i_need_more_time|need_more_time|more_time',
    ],
    es: [
      'luego|después|más_tarde|pagar_después|pagar_luego|pago_después|todavía_no_puedo|necesito_más_tiempo|más_tiempo',
    ],
    de: [
      'später|später_zahlen|ich_zahle_später|später_bezahlen|noch_nicht|ich_brauche_mehr_zeit|mehr_zeit|kann_ich_später_zahlen',
    ],
    sv: [
      'senare|betala_senare|betalar_senare|jag_betalar_senare|inte_än|mer_tid|jag_behöver_mer_tid|kan_jag_betala_senare',
    ],
    nb: [
      'senere|betal_senere|betale_senere|jeg_betaler_senere|ikke_ennå|mer_tid|jeg_trenger_mer_tid|kan_jeg_betale_senere',
    ],
  },
  plan: {
    en: [
      'plan|payment_plan|payment_plans|instalments|installments|pay_in_parts|pay_in_instalments|pay_in_installments',
      'can_i|i_want_to|i_need|i_want|id_like|id_like_to|can_i_have|can_i_get a|pay_in|set_up_a? payment_plan|instalments|installments|parts',
    ],
    es: [
      'plan|plan_de_pago|plan_de_pagos|plazos|a_plazos|en_plazos|pagar_a_plazos|cuotas|en_cuotas|pagar_en_cuotas|abonos',
    ],
    de: [
      'raten|ratenzahlung|ratenplan|in_raten|in_raten_zahlen|plan|zahlungsplan|teilzahlung|ratenzahlung_möglich',
    ],
    sv: [
      'plan|betalplan|betalningsplan|avbetalning|avbetalningsplan|delbetala|delbetalning|dela_upp|dela_upp_betalningen',
    ],
    nb: [
      'plan|betalingsplan|nedbetaling|nedbetalingsplan|avdrag|delbetaling|delbetale|dele_opp|dele_opp_betalingen',
    ],
  },
  /** Alone it asks how; with a day behind it, `read-promise` reads it. */
  promise: {
    en: ['promise|ptp|i_promise|promise_to_pay|i_promise_to_pay'],
    es: ['promesa|prometo|prometo_pagar|promesa_de_pago'],
    de: [
      'versprechen|zusage|ich_verspreche|ich_verspreche_zu_zahlen|verspreche|zahlungsversprechen|zahlungszusage',
    ],
    sv: ['lovar|lova|löfte|jag_lovar|jag_lovar_att_betala|lovar_att_betala|betalningslöfte'],
    nb: ['lover|løfte|jeg_lover|jeg_lover_å_betale|lover_å_betale|betalingsløfte'],
  },
} as const satisfies Record<string, CommandWords>;
