import type { CommandWords } from './command-words.ts';

/** What asks for something and changes nothing. */
export const ASKING = {
  help: {
    en: [
      'help|info|information|support|help_me|i_need_help|need_help|help_help|can_you_help_me|can_you_help|menu|options|commands|hlep',
    ],
    es: [
      'ayuda|ayúdame|ayúdeme|ayúdenme|necesito_ayuda|información|informacion|menú|soporte|auxilio|me_puede_ayudar',
    ],
    de: ['hilfe|hilf_mir|hilf|ich_brauche_hilfe|brauche_hilfe|infos|info|menü|können_sie_mir_helfen'],
    sv: ['hjälp|hjälp_mig|jag_behöver_hjälp|behöver_hjälp|info|information|meny'],
    nb: ['hjelp|hjelp_meg|jeg_trenger_hjelp|trenger_hjelp|info|informasjon|meny'],
  },
  /** How much in all. */
  balance: {
    en: [
      'bal|balance|my_balance|balances|amount_due|check_balance|account_balance|current_balance|balance_due|whats_due|what_is_due',
      'what is|s my? balance|bill',
      'whats my? balance|bill',
      'how_much|what do i|we owe you|now?',
      'how_much is my|the? bill|balance|it',
    ],
    es: [
      'saldo|mi_saldo|balance|mi_cuenta|consultar_saldo|deuda|mi_deuda|pendiente',
      'cuánto|qué|lo_que debo|les_debo|tengo_que_pagar|hay_que_pagar',
      'cuál|cuánto es mi saldo|deuda|factura|cuenta',
    ],
    de: [
      'saldo|kontostand|mein_kontostand|offener_betrag|offen',
      'wie_viel|wieviel|was schulde|muss|ist ich|noch? ihnen|euch|zahlen|bezahlen|noch|offen|fällig?',
      'wie_hoch_ist ~ rechnung|saldo|betrag',
    ],
    sv: [
      'saldo|mitt_saldo|skuld|min_skuld|obetalt',
      'hur_mycket|vad är_jag_skyldig|är_jag_skyldig_er|ska_jag_betala|har_jag_kvar|har_jag_kvar_att_betala',
      'vad|hur_mycket är ~ saldo|räkning|skuld',
    ],
    nb: [
      'saldo|min_saldo|gjeld|min_gjeld|ubetalt',
      'hvor_mye|hva skylder_jeg|skylder_jeg_dere|skal_jeg_betale|må_jeg_betale|har_jeg_igjen',
      'hva|hvor_mye er ~ saldo|regning|gjeld|saldoen|regningen',
    ],
  },
  /** Which bills, one by one. */
  bills: {
    en: [
      'bills|my_bills|bill|my_bill|list|list_bills|open_bills|invoices|my_invoices|show_bills|show_my_bills',
      'what|which bills do_i_have|are_open|are_due',
    ],
    es: [
      'facturas|mis_facturas|factura|mi_factura|lista|ver_facturas|facturas_pendientes|recibos|mis_recibos',
    ],
    de: ['rechnungen|meine_rechnungen|rechnung|meine_rechnung|offene_rechnungen|liste'],
    sv: [
      'fakturor|räkningar|mina_räkningar|mina_fakturor|obetalda_räkningar|räkning|min_räkning|faktura|lista',
    ],
    nb: [
      'fakturaer|regninger|mine_regninger|mine_fakturaer|ubetalte_regninger|regning|min_regning|faktura|liste',
    ],
  },
  /** When. */
  due: {
    en: [
      'due|due_date|my_due_date|when_due|whens_it_due|when_do_i_have_to_pay|when_do_i_need_to_pay|when_must_i_pay',
      'when is my|the? bill|payment|it|this due',
      'when is my|the due_date',
    ],
    es: [
      'vence|vencimiento|fecha_de_vencimiento|fecha_límite|cuándo_vence|cuándo_se_vence|cuándo_tengo_que_pagar|cuándo_debo_pagar',
      'cuándo vence|se_vence mi|la? factura|pago|cuenta',
    ],
    de: [
      'fällig|fälligkeit|wann_fällig|wann_ist_es_fällig|wann_muss_ich_zahlen|wann_muss_ich_bezahlen',
      'wann ist die|meine|das? rechnung? fällig',
    ],
    sv: [
      'förfaller|förfallodag|förfallodatum|när_förfaller_den|när_ska_jag_betala|när_måste_jag_betala',
      'när förfaller räkningen|fakturan|min_räkning|min_faktura|den',
    ],
    nb: [
      'forfaller|forfall|forfallsdato|når_forfaller_den|når_må_jeg_betale|når_skal_jeg_betale',
      'når forfaller regningen|fakturaen|min_regning|den',
    ],
  },
  /** Is this text genuine? */
  who: {
    en: [
      'who|who_is_this|whos_this|who_are_you|who_r_u|who_is_it|who_dis|who_this|who_is_that|whos_that',
      'who sent|is_sending|is_texting me? this|these|text|texts?',
      'is this|it a? scam|fraud|fake|phishing|real|legit|legitimate|genuine|spam|really_you',
      'how_do_i_know this_is|its|it_is really? you|real|legit|genuine|not_a_scam',
    ],
    es: [
      'quién|quién_es|quién_eres|quién_es_usted|quiénes_son|quiénes_son_ustedes|quién_habla|quién_me_escribe|de_parte_de_quién',
      'es|esto_es una? estafa|fraude|real|verdadero|legítimo|auténtico',
    ],
    de: [
      'wer|wer_ist_das|wer_ist_da|wer_sind_sie|wer_bist_du|wer_schreibt_mir',
      'ist das ein? betrug|betrugsversuch|echt|seriös|spam|fake',
    ],
    sv: [
      'vem|vem_är_det|vem_är_du|vilka_är_ni|vem_är_detta|vem_skickar_detta|vem_smsar',
      'är det|detta|det_här ett? bluff|bedrägeri|äkta|på_riktigt|spam|lurendrejeri',
    ],
    nb: [
      'hvem|hvem_er_det|hvem_er_du|hvem_er_dere|hvem_er_dette|hvem_sender_dette',
      'er det|dette en? svindel|bedrageri|ekte|på_ordentlig|spam|lureri',
    ],
  },
  /** The page of the bill. */
  link: {
    en: [
      'link|new_link|the_link|url|web|website',
      'can_you|could_you|will_you? text|send|resend|give me? a|the|my|another? new? link again?',
      'i_need|need|i_want a|the|another new? link',
    ],
    es: [
      'enlace|el_enlace|nuevo_enlace|liga|link|un_enlace',
      'me_puede|puede|pueden? mandar|mande|mándeme|mandarme|enviar|envíe|envíeme|enviarme el|un|otro? nuevo? enlace|link',
    ],
    de: [
      'link|der_link|neuer_link|einen_link',
      'können_sie|kannst_du? schicken|senden|schick|send sie? mir? den|einen? neuen? link',
    ],
    sv: ['länk|länken|ny_länk|en_länk', 'kan_ni|kan_du? skicka|smsa mig? en|ny? länk|länken|ny_länk'],
    nb: [
      'lenke|lenken|ny_lenke|link|en_lenke',
      'kan_dere|kan_du? send|sende meg? en|ny? lenke|lenken|ny_lenke',
    ],
  },
  /** Another card. */
  card: {
    en: [
      'card|new_card|my_card|change_card|update_card|update_my_card|change_my_card|add_card|add_a_card|replace_card',
      'i_have|got a? new card',
      'how do|can i change|update|replace|add my|a? card',
    ],
    es: [
      'tarjeta|nueva_tarjeta|mi_tarjeta|cambiar_tarjeta|cambiar_mi_tarjeta|cambiar_de_tarjeta|actualizar_tarjeta|actualizar_mi_tarjeta|agregar_tarjeta|otra_tarjeta',
    ],
    de: [
      'karte|neue_karte|meine_karte|karte_ändern|karte_wechseln|andere_karte|karte_hinzufügen|karte_aktualisieren',
    ],
    sv: ['kort|nytt_kort|mitt_kort|byt_kort|byta_kort|ändra_kort|uppdatera_kort|annat_kort|lägg_till_kort'],
    nb: ['kort|nytt_kort|mitt_kort|bytt_kort|bytte_kort|endre_kort|oppdater_kort|annet_kort|legg_til_kort'],
  },
  agent: {
    en: [
      'agent|human|representative|rep|operator|person|real_person|live_agent|customer_service|a_person|a_human|someone',
      'i_want_to|i_need_to|can_i|let_me|i_would_like_to|id_like_to|want_to|need_to|could_i? talk|speak|chat|text to|with a|an|your|some? real|live? agent|human|representative|rep|person|operator|someone|somebody',
      'call_me|please_call_me|call_me_please|can_you_call_me|call_me_back',
    ],
    es: [
      'agente|operador|operadora|persona|humano|representante|asesor|asesora|servicio_al_cliente|atención_al_cliente|una_persona',
      'quiero|necesito|puedo|quisiera|deseo hablar con un|una|alguien agente|persona|operador|representante|asesor|humano?',
      'llámeme|llámenme|llámame',
    ],
    de: [
      'mitarbeiter|mitarbeiterin|berater|mensch|person|kundenservice|kundendienst|agent|ansprechpartner|echter_mensch|echte_person',
      'ich? möchte|will|kann|muss ich? mit ~ mitarbeiter|mensch|menschen|person|jemandem|berater sprechen|reden|schreiben',
      'rufen_sie_mich_an|rufen_sie_mich_zurück|rückruf',
    ],
    sv: [
      'kundtjänst|handläggare|medarbetare|människa|person|kundservice|agent|en_människa|en_person',
      'jag? vill|behöver|kan|får jag? prata|tala|chatta med en|er|någon? människa|person|handläggare|medarbetare|kundtjänst?',
      'ring_mig|ring_upp_mig|kan_ni_ringa_mig',
    ],
    nb: [
      'kundeservice|kundebehandler|saksbehandler|menneske|person|agent|et_menneske|en_person|medarbeider',
      'jeg? vil|trenger|kan|får|må jeg|å? snakke|prate|chatte med et|en|noen|dere? menneske|person|kundebehandler|saksbehandler|kundeservice?',
      'ring_meg|ring_meg_opp|kan_dere_ringe_meg',
    ],
  },
} as const satisfies Record<string, CommandWords>;
