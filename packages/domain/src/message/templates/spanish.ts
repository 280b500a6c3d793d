import { given, linked, when } from './icu-parts.ts';
import type { Templates } from './template-vars.ts';

const STOP = 'Responda STOP para darse de baja.';
const STOP_IF = when('withStop', STOP);
const SEE = linked('Vea la factura');
const BILL = given('invoiceNumber', ' de la factura {invoiceNumber}');
const PAY = given('card', 'Responda PAGAR para pagar con {card}.');
const TERMS = given(
  'lateFee',
  given('feeOn', 'Desde el {feeOn} hay un recargo de {lateFee}.', 'Después hay un recargo de {lateFee}.'),
  'Sin recargo por atraso.',
);
const CONSEQUENCES =
  given(
    'lateFee',
    given('feeOn', 'El {feeOn} se suma un recargo de {lateFee}. ', 'Se suma un recargo de {lateFee}. '),
  ) + given('interruptionOn', 'Desde el {interruptionOn} el servicio puede interrumpirse.');
const RATES = 'La frecuencia varía. Pueden aplicar tarifas de mensajes y datos.';

/**
 * Addressed as "usted". Accents may be taken off on the way, so no sentence stands on one: "terminó" without it is "I end".
 * The commands are the Spanish ones, and the English ones are understood as well.
 */
export const SPANISH: Templates = {
  'account-message': `Tiene un mensaje sobre su cuenta${given('accountTail', ' ..{accountTail}')}. ${STOP} ${linked('Véalo')}`,
  welcome:
    '{firstName}, recibirá sus facturas por mensaje. {when, select, in_days {La próxima llega en {days, plural, one {# día} other {# días}}.} tomorrow {La próxima llega mañana.} today {La próxima llega hoy.} other {Le avisaremos cuando haya una.}} Responda AYUDA para ayuda, STOP para no recibir más.',
  'bill-ready': `{firstName}, su factura${given('invoiceNumber', ' {invoiceNumber}')} de {amount} vence el {dueDate}. ${PAY} ${STOP_IF} ${SEE}`,
  'bill-ready-one-reply': `{firstName}, su factura de {amount} vence el {dueDate}. Responda PAGAR para pagar {amount} con {card} ahora. ${STOP_IF} ${SEE}`,
  'bill-ready-autopay': `{firstName}, su factura${given('invoiceNumber', ' {invoiceNumber}')} de {amount} vence el {dueDate}. Se cobra por pago automático de {card} el {date}. Para pagar ya, responda PAGAR. ${STOP_IF} ${SEE}`,
  'bill-ready-plan': `{firstName}, su factura {invoiceNumber} se paga por partes. La parte {number} de {count}, {amount}, vence el {dueDate}. ${PAY} ${STOP_IF} ${SEE}`,
  'bill-ready-more': `{firstName}, su nueva factura de {amount} vence el {dueDate}. Tiene {count} facturas por pagar{total, select, none {} other {, {total} en total}}. Responda FACTURAS para elegir. ${STOP_IF} ${SEE}`,
  'several-bills': `Tiene {count} facturas por pagar{total, select, none {} other {, {total} en total}}. ${linked('Pague aquí la que vence primero')}`,
  'bill-changed': `{firstName}, su factura {invoiceNumber} cambió. Ahora es de {amount} y vence el {dueDate}. ${SEE}`,
  'due-date-moved': `Su factura de {amount} ahora vence el {dueDate}. ${SEE}`,
  'due-in-days': `{firstName}, en {days, plural, one {# día} other {# días}}, el {dueDate}, vence el pago de {amount}${BILL}. ${TERMS} ${PAY} ${STOP_IF} ${SEE}`,
  'due-tomorrow': `{firstName}, mañana, {dueDate}, vence el pago de {amount}${BILL}. ${TERMS} ${PAY} ${STOP_IF} ${SEE}`,
  'due-today': `{firstName}, hoy, {dueDate}, vence el pago de {amount}${BILL}. ${TERMS} ${PAY} ${STOP_IF} ${SEE}`,
  digest: `{firstName}, tiene {count, plural, one {# factura abierta} other {# facturas abiertas}}, {total} en total; la próxima vence el {nextDue}. Responda FACTURAS para elegir. ${STOP_IF} ${SEE}`,
  'digest-overdue': `{firstName}, tiene {count, plural, one {# factura abierta} other {# facturas abiertas}}, {total} en total. La primera venció el {oldestDue} y está atrasada. Responda FACTURAS para elegir. ${STOP} ${SEE}`,
  'autopay-ahead': `{firstName}, el pago automático de {amount}${BILL} con {card} se hará el {date}. Para pagar ya, responda PAGAR. ${STOP_IF} ${SEE}`,
  'autopay-failed': `{firstName}, el pago automático de {amount} con {card} no se hizo. ${given('retryOn', 'Lo intentaremos otra vez el {retryOn}.', 'No lo intentaremos otra vez por nuestra cuenta.')} ${linked('Use otra tarjeta')}`,
  'card-expiring': `{firstName}, {card} vence en {expires}. ${when('hasAutopay', 'El pago automático necesita una tarjeta vigente.')} ${linked('Actualícela')}`,
  'method-closed': `{firstName}, el banco ha cerrado {card}. Ya no la cobramos. ${when('hasAutopay', 'El pago automático necesita otra forma de pago.')} ${linked('Agregue una')}`,
  'overdue-soft': `{firstName}, el pago de {amount}${BILL} venció el {dueDate}. ${given('graceUntil', 'No hay recargo si paga hasta el {graceUntil}.', 'Sin recargo por atraso.')} ${PAY} ${STOP} ${SEE}`,
  overdue: `{firstName}, el pago de {amount}${BILL} era para el {dueDate} y sigue pendiente. ${CONSEQUENCES} ${PAY} ${STOP} ${SEE}`,
  'overdue-again': `{firstName}, el pago de {amount}${BILL} sigue pendiente, {daysLate, plural, one {# día} other {# días}} después del {dueDate}. ${CONSEQUENCES} Para pagar por partes, responda PLAN. ${PAY} ${STOP} ${SEE}`,
  'overdue-last': `{firstName}, este es el último aviso: el pago de {amount}${BILL} venció el {dueDate}. ${CONSEQUENCES} Para buscar otra forma, responda AGENTE. ${PAY} ${STOP} ${SEE}`,
  'fee-added': `{firstName}, sumamos un recargo de {fee} a la factura {invoiceNumber}, que venció el {dueDate}. Quedan {amount} por pagar. ${PAY} ${STOP} ${SEE}`,
  'interest-added': `{firstName}, sumamos {interest} de intereses de demora${given('fee', ' y un recargo de {fee}')} a la factura {invoiceNumber}, que venció el {dueDate}. Quedan {amount} por pagar. ${PAY} ${STOP} ${SEE}`,
  'promise-due': `{firstName}, hoy es el día que eligió para pagar {amount}. ${PAY} ${STOP_IF} ${SEE}`,
  'promise-broken': `{firstName}, no hemos recibido los {amount} que pensaba pagar hasta el {date}. Para elegir otro día, responda PROMESA y el día. ${PAY} ${STOP} ${SEE}`,
  'instalment-due': `{firstName}, la parte {number} de {count} de su plan, {amount}${BILL}, vence el {dueDate}. ${TERMS} ${PAY} ${STOP_IF} ${SEE}`,
  'instalment-missed': `{firstName}, la parte {number} de {count} de su plan, {amount}, venció el {dueDate}. ${given('endsOn', 'El plan termina si no se paga hasta el {endsOn}.')} ${PAY} ${STOP} ${SEE}`,
  'plan-broken': `{firstName}, la parte de su plan que venció el {dueDate} no se ha pagado. El plan ha terminado y ahora debe {amount}. ${PAY} ${STOP} ${SEE}`,

  'pay-question':
    '¿Pagar {amount} de la factura {invoiceNumber} con {card}? Responda SI {code} en 10 minutos. Antes no se cobra nada.',
  'pay-question-again':
    '{why, select, expired {Ese código ya venció.} changed {Hay cambios en su factura o tarjeta.} other {Falta el código correcto.}} ¿Pagar {amount} de la factura {invoiceNumber} con {card}? Responda SI {code} en 10 minutos.',
  'pay-question-part':
    '{why, select, asked {} expired {Ese código ya venció.} changed {Hay cambios en su factura o tarjeta.} other {Falta el código correcto.}} ¿Pagar {amount} de los {due} de la factura {invoiceNumber} con {card}? Responda SI {code} en 10 minutos.',
  'pay-question-instalment':
    '{why, select, asked {} expired {Ese código ya venció.} changed {Hay cambios en su plan o tarjeta.} other {Falta el código correcto.}} ¿Pagar la parte {number} de {count} de su plan, {amount}, con {card}? Responda SI {code} en 10 minutos. Antes no se cobra nada.',
  'pay-question-several':
    '{why, select, asked {} expired {Ese código ya venció.} changed {Hay cambios en su factura o tarjeta.} other {Falta el código correcto.}} ¿Pagar {amount} de las facturas {invoiceNumber} con {card}? Responda SI {code} en 10 minutos.',
  receipt: `Recibimos {amount} el {date} con {card}, ref {reference}. Queda por pagar: {balance}. ${linked('Recibo')}`,
  'receipt-split': `Recibimos {amount} el {date} con {card}, ref {reference}. Facturas: {split}. Queda por pagar: {balance}. ${linked('Recibo')}`,
  'receipt-early': `Recibimos {amount} el {date} con {card}, ref {reference}. El pago automático del {autopayDate} ya no cobrará esta factura. Queda por pagar: {balance}. ${linked('Recibo')}`,
  'payment-declined': `No hubo cargo de {amount}. {why, select, insufficient_funds {{card} no tenía fondos suficientes. Responda PAGAR para intentarlo otra vez o pague aquí} try_later {El banco de {card} no pudo hacerlo ahora. Responda PAGAR para intentarlo otra vez o pague aquí} card_refused {El banco no aceptó {card}. Use otra tarjeta} card_expired {{card} está vencida. Actualícela o use otra tarjeta} card_data {El banco tiene otros datos de {card}. Actualice los datos o use otra tarjeta} needs_authentication {El banco de {card} pide que usted lo confirme. Confirme y pague aquí} duplicate {Se parece a un pago de hace un momento. Vea su factura} fraud {No pudimos aceptar {card}. Use otra tarjeta} not_found {{card} ya no está guardada. Agregue una tarjeta} never_arrived {No llegó al banco. Responda PAGAR para intentarlo otra vez o pague aquí} other {La falla es nuestra, no de su tarjeta. Lo estamos arreglando. Vea su factura}}${given('link', ': {link}', '.')}`,
  'checking-payment': 'Estamos comprobando si su pago de {amount} se hizo. No habrá doble cobro.',
  'payment-did-not-arrive':
    'Su pago de {amount} no se hizo. No hubo ningún cargo. Responda PAGAR para intentarlo otra vez.',
  'payment-returned': `Su banco devolvió el pago de {amount} de la factura {invoiceNumber}, que queda abierta otra vez. ${given('fee', 'Se ha sumado un recargo de {fee}.')} ${given('retryOn', 'Lo intentaremos de nuevo el {retryOn}.')} ${linked('Pague de otra forma')}`,
  'refund-made': 'Le devolvimos {amount} a {card}. Su banco puede tardar unos días en mostrarlo.',
  'credit-added': `Su cuenta tiene un crédito nuevo de {amount}. ${linked('Véalo')}`,
  overpaid:
    'Hemos recibido {amount} de más. Responda GUARDAR y lo descontamos de su próxima factura, o AGENTE y se lo devolvemos.',
  'overpayment-kept':
    'Guardamos sus {amount} y los descontamos de su próxima factura. Si prefiere que se los devolvamos, responda AGENTE.',
  'overpayment-returned':
    'Le devolvimos sus {amount} a la cuenta de donde llegaron. Su banco puede tardar unos días en mostrarlo.',
  'credit-expiring': `Su crédito de {amount} vale hasta el {date}. Se descuenta solo de su próxima factura. ${STOP_IF}`,
  'already-paid': 'La factura {invoiceNumber} ya está pagada desde el {date}. No hubo otro cargo.',
  'nothing-due': 'Ahora no tiene nada que pagar. Le avisaremos cuando haya una factura.',
  'no-card': `No hay tarjeta guardada para su factura de {amount}. ${linked('Pague aquí')}`,
  'amount-by-link': `No hubo ningún cargo. Cobramos una factura entera cada vez. Para acordar una parte, responda AGENTE. ${linked('Su factura')}`,
  'amount-not-possible':
    'No hubo ningún cargo. Para esta factura podemos cobrar de {least} a {most}. Responda PAGAR y el monto.',
  'no-offer':
    'No hay ninguna pregunta abierta y no hubo ningún cargo. Responda PAGAR para pagar o AYUDA para recibir ayuda.',
  'offer-declined': `No hubo ningún cargo. Su factura sigue abierta${given('link', ': {link}', '.')}`,
  'undo-done': `Anulamos su pago de {amount} con {card}. La factura está abierta otra vez. ${SEE}`,
  'undo-too-late':
    'Ya no es posible anular su pago de {amount}. Para pedir un reembolso, responda AGENTE o llame al {supportPhone}.',
  'undo-checking': 'Estamos anulando su pago de {amount}. Le avisaremos cuando esté hecho.',
  'undo-nothing': 'No hay ningún pago que se pueda anular. Para hablar de uno anterior, responda AGENTE.',
  'promise-made': `Anotado: usted va a pagar {amount} hasta el {date}. No se cobra nada sin su orden. ${linked('Pague aquí')}`,
  'promise-how':
    '¿Qué día va a pagar? Responda PROMESA y el día, por ejemplo PROMESA VIE, o PROMESA VIE 50 si es una parte.',
  'promise-amount-not-possible':
    'Podemos anotar una promesa de {least} a {most}. Responda PROMESA, el día y la cantidad.',
  'promise-not-possible':
    'No podemos anotar ese día. El último posible es el {latest}. Responda PROMESA y un día, por ejemplo PROMESA {example}.',
  'promise-kept': 'Gracias por pagar {amount} como estaba previsto. Queda por pagar: {balance}.',
  later:
    'No hubo ningún cargo. Tiene {amount} por pagar {count, plural, =1 {hasta el {nextDue}} other {en {count} facturas, la próxima vence el {nextDue}}}. Para elegir un día, responda PROMESA y el día, por ejemplo PROMESA VIE.',
  'plan-how':
    'Para pagar una parte ahora, responda PAGAR y la cantidad, por ejemplo PAGAR 50. Para acordar un plan con una persona, responda AGENTE.',
  'plan-offered': `Puede pagar {amount} en {count} partes de {part}, la primera el {firstDate}. Para aceptar, responda SI {code} en un día. Antes no hay nada acordado. ${linked('Otros planes')}`,
  'plan-made': `Su plan está listo: {count} partes de {part}, la primera el {firstDate}. ${given('card', 'Cada una se cobra en su día con {card}.')} ${linked('Véalo')}`,
  'plan-running': `De su plan están pagadas {paid} de {count} partes y quedan {balance}. La próxima, {amount}, vence el {dueDate}. ${PAY} ${linked('Véalo')}`,
  'plan-paid': 'Su plan está pagado por completo. Gracias.',
  'plan-ended': `Su plan ha terminado. Ahora debe {amount}. ${SEE}`,
  'plan-not-possible':
    'Esta factura no se puede pagar por partes por mensaje. Responda AGENTE y una persona la verá con usted.',
  balance: `Debe {amount} {count, plural, =1 {de 1 factura que vence el {nextDue}. Responda PAGAR para pagar.} other {de {count} facturas, la próxima el {nextDue}.}} ${linked('Véala')}`,
  'bills-menu':
    '{menu} Responda el número de la factura que quiere pagar{total, select, none {} other {, o TODAS para pagar {total}}}.',

  help: `Ayuda: {supportPhone}. Responda PAGAR para pagar, SALDO para ver qué debe, STOP para no recibir más. ${RATES}`,
  who: 'Sí, somos nosotros{accountTail, select, none {} other {, por su cuenta ..{accountTail}}}.{reference, select, none {} other { Nuestro último mensaje tiene la referencia {reference}.}} Para comprobarlo llame al {supportPhone}, el número de su factura. Nuestros enlaces empiezan con {site}',
  'stop-confirmed':
    'No le enviaremos más mensajes. ¿Preguntas? Llame al {supportPhone}. Responda START para recibirlos otra vez.',
  'stop-confirmed-choose':
    'No le enviaremos más mensajes. Para recibir solo los de sus facturas, responda FACTURAS. Sin respuesta no enviamos ninguno. ¿Preguntas? Llame al {supportPhone}.',
  'start-confirmed': `Va a recibir mensajes de sus facturas. ${RATES} Responda AYUDA para ayuda, STOP para no recibir más.`,
  'opt-in-request': `${given('code', '{code} es su código para nuestra página. Escríbalo allí o responda', 'Responda')} SI para recibir sus facturas por mensaje y pagarlas así. ${RATES} AYUDA para ayuda, STOP para no recibir más.`,
  'opt-in-confirmed': `Su número queda inscrito para recibir sus facturas. {when, select, in_days {La próxima llega en {days, plural, one {# día} other {# días}}.} tomorrow {La próxima llega mañana.} today {La próxima llega hoy.} other {Le avisaremos cuando haya una.}} ${RATES} Responda AYUDA para ayuda, STOP para no recibir más.`,
  'marketing-opt-in-request': `Responda SI para recibir noticias y ofertas por mensajes automáticos. No es condición para comprar nada. ${RATES} AYUDA para ayuda, STOP para no recibir más.`,
  'marketing-confirmed': `Su número queda inscrito para noticias y ofertas. ${RATES} Responda AYUDA para ayuda, STOP para no recibir más.`,
  'agent-coming': 'Avisamos a una persona para que le ayude. Le va a responder aquí.',
  'question-received': 'Recibimos su mensaje. Una persona lo va a leer y responder aquí.',
  'stop-unclear':
    'Recibimos su mensaje y una persona lo va a leer. Para no recibir más mensajes, responda STOP.',
  'what-to-say':
    'Recibimos su mensaje. Una persona lo va a leer y responder aquí. También puede responder PAGAR, FACTURAS para verlas, LUEGO si necesita tiempo o AYUDA.',
  'dispute-noted':
    'Recibimos su pregunta sobre la factura {invoiceNumber}. Mientras la revisamos no enviamos recordatorios de ella.',
  'card-number-removed': `Borramos un número de tarjeta de su mensaje. No mande números de tarjeta. ${linked('Pague seguro aquí')}`,
  'fresh-link': 'Este es el nuevo enlace a su factura: {link}',
  'wrong-party-noted': 'Gracias por avisarnos. No escribiremos más a este número.',
  'login-code': 'Su código es {code}. Sirve durante 10 minutos. Nunca lo pedimos por teléfono.',
  'language-changed': 'Desde ahora le escribiremos en español.',
  'language-choices':
    'Para otro idioma, responda LANG EN (inglés), LANG ES (español), LANG DE (alemán), LANG SV (sueco) o LANG NB (noruego).',
  'links-off':
    'Le enviaremos mensajes sin enlaces. Puede pagar respondiendo PAGAR, o FACTURAS para elegir una.',
  'links-on': 'Volveremos a enviarle enlaces con sus facturas.',
  'paper-on': 'Desde la próxima, recibirá otra vez sus facturas en papel.',
  'payer-asked': 'Le pidieron ocuparse de la factura {invoiceNumber}. Véala y páguela aquí: {link}',
  'phone-moving':
    'Desde el {date} sus mensajes van a otro teléfono. Si no fue usted, llame antes al {supportPhone}.',
  'paperless-by-link': 'Para no recibir más facturas en papel, lea qué significa y acéptelo aquí: {link}',
  'autopay-question':
    '{terms} Tarjeta: {card}. {total, select, none {} other {Lo pendiente ahora, {total}, también se cobra. }}Si acepta, responda SÍ {code} en 10 minutos.',
  'autopay-on': `El pago automático con {card} está activado. Le avisaremos antes de cada cargo. ${linked('Véalo')}`,
  'autopay-off': `El pago automático está desactivado. No se cobra nada si usted no paga. ${SEE}`,
  'autopay-by-link': 'Para activar el pago automático, lea las condiciones y acéptelas aquí: {link}',
  'autopay-page': 'Vea o cambie el pago automático aquí: {link}',
  'card-link': 'Agregue o cambie una tarjeta aquí: {link}',
  'office-closed': `Nuestra oficina cierra {closedOn} y abre otra vez {opensOn}. Puede pagar por mensaje a cualquier hora. ${STOP_IF}`,
  outage: `No hay servicio en {area} y estamos trabajando en ello. ${given('expected', 'Esperamos que vuelva {expected}.')} ${STOP_IF}`,
  'survey-invitation': `{firstName}, ¿cómo lo estamos haciendo? Una pregunta, un minuto. ${STOP_IF} Responda aquí: {link}`,
  'survey-with-offer': `{firstName}, ¿cómo lo estamos haciendo? Una pregunta, un minuto y una oferta al final. ${STOP} Responda aquí: {link}`,
  'discount-offer': `{firstName}, la factura {invoiceNumber} cuesta {amount} en vez de {fullAmount} si paga hasta el {payBy}. ${PAY} ${STOP} ${SEE}`,
  referral: `{firstName}, recomiéndenos a un amigo. {offer} ${STOP} Comparta este enlace: {link}`,
  news: `{news} ${STOP} ${linked('Lea más')}`,
};
