/** Names of weekdays, Monday first, folded; over the five languages, whole and short. */
export const WEEKDAYS: readonly string[] = [
  'monday|mon|mo|lunes|lun|montags?|mandag(?:en)?|man',
  'tuesday|tues|tue|martes|dienstags?|di|tisdag(?:en)?|tis|tirsdag(?:en)?|tirs',
  'wednesday|weds|wed|miercoles|mie|mittwochs?|mi|onsdag(?:en)?|ons',
  'thursday|thurs|thur|thu|jueves|jue|donnerstags?|do|torsdag(?:en)?|tors',
  'friday|fri|viernes|vie|freitags?|fre|fr|fredag(?:en)?',
  'saturday|sat|sabado|sab|samstags?|sonnabend|sa|lordag(?:en)?|lor|loerdag',
  'sunday|sun|domingo|dom|sonntags?|so|sondag(?:en)?|son|soendag',
];

/** Names of months, January first. */
export const MONTHS: readonly string[] = [
  'january|jan|enero|ene|januar|janner|januari',
  'february|feb|febrero|februar|februari',
  'march|mar|marzo|maerz|marz|mars',
  'april|apr|abril|abr',
  'may|mayo|mai|maj',
  'june|jun|junio|juni',
  'july|jul|julio|juli',
  'august|aug|agosto|ago|augusti',
  'september|sept|sep|septiembre|setiembre',
  'october|oct|octubre|oktober|okt',
  'november|nov|noviembre',
  'december|dec|diciembre|dic|dezember|dez|desember|des',
];

/** Days that are counted from today. */
export const NEAR_DAYS: readonly (readonly [days: number, words: string])[] = [
  [0, 'today|tonight|hoy|heute|idag|i dag'],
  [
    2,
    'the day after tomorrow|day after tomorrow|pasado manana|ubermorgen|overmorgon|i overmorgon|i overmorgen|overmorgen',
  ],
  [1, 'tomorrow|tmrw|tmr|tomorow|tmw|manana|morgen|imorgon|i morgon|imorgen|i morgen'],
  [7, 'next week|la proxima semana|nachste woche|nasta vecka|neste uke'],
];

/** The last day of this month. */
export const MONTH_END =
  '(?:the )?end of (?:the |this )?month|month end|eom|(?:fin|fines|final) del? mes|ende des monats|monatsende|ende monat|' +
  'slutet av manaden|manadens slut|manadsslutet|slutten av maneden|manedsslutt';

/** Units of "in 3 days", in days. */
export const UNITS: readonly (readonly [days: number, words: string])[] = [
  [1, 'days?|dias?|tag(?:en?)?|dagar|dager|dag'],
  [7, 'weeks?|semanas?|wochen?|veckor|vecka|uker|uke'],
];

/** Small numbers as words, for "in a week", "in two days". */
export const SMALL: readonly (readonly [number: number, words: string])[] = [
  [1, 'a|one|una?|ein(?:em|er|e)?|en|ett|et'],
  [2, 'two|dos|zwei|tva|to'],
  [3, 'three|tres|drei|tre'],
];
