import type { DeclineKind } from '../../payment/outcome.ts';
import { spellForGsm as es } from './spell-for-gsm.ts';
import type { Templates } from './template-vars.ts';

/** Addressed as "usted"; the commands are the Spanish ones, and the English ones are understood as well. */
export const SPANISH: Templates = {
  'bill-ready': ({ firstName, amount, dueDate, invoiceNumber, card, link, withStop }) => {
    const bill = invoiceNumber === undefined ? es`su factura` : es`su factura ${invoiceNumber}`;
    const pay = card === undefined ? '' : es`Responda PAGAR para pagar con ${card}. `;
    return es`${firstName}, ${bill} de ${amount} vence el ${dueDate}. ${pay}${withStop ? STOP : ''}Vea la factura: ${link}`;
  },
  'bill-ready-one-reply': ({ firstName, amount, dueDate, card, link, withStop }) =>
    es`${firstName}, su factura de ${amount} vence el ${dueDate}. Responda PAGAR para pagar ${amount} con ${card} ahora. ` +
    es`${withStop ? STOP : ''}Vea la factura: ${link}`,
  'pay-question': ({ amount, invoiceNumber, card, code }) =>
    es`¿Pagar ${amount} de la factura ${invoiceNumber} con ${card}? Responda SI ${code} en 10 minutos. Antes no se cobra nada.`,
  'pay-question-again': ({ why, amount, invoiceNumber, card, code }) =>
    es`${ASKED_AGAIN[why]} ¿Pagar ${amount} de la factura ${invoiceNumber} con ${card}? Responda SI ${code} en 10 minutos.`,
  receipt: ({ amount, date, card, reference, balance, link }) =>
    es`Recibimos ${amount} el ${date} con ${card}, ref ${reference}. Queda por pagar: ${balance}. Recibo: ${link}`,
  'receipt-split': ({ amount, date, card, reference, split, balance, link }) =>
    es`Recibimos ${amount} el ${date} con ${card}, ref ${reference}. Facturas: ${split}. Queda por pagar: ${balance}. Recibo: ${link}`,
  'payment-declined': ({ why, amount, card, link }) =>
    es`No hubo cargo de ${amount}. ${DECLINED[why](card)} ${MEND[why]}: ${link}`,
  'checking-payment': ({ amount }) =>
    es`Estamos comprobando si su pago de ${amount} se hizo. No habrá doble cobro.`,
  'payment-did-not-arrive': ({ amount }) =>
    es`Su pago de ${amount} no se hizo. No hubo ningún cargo. Responda PAGAR para intentarlo otra vez.`,
  'already-paid': ({ invoiceNumber, date }) =>
    es`La factura ${invoiceNumber} ya está pagada desde el ${date}. No hubo otro cargo.`,
  'nothing-due': () => es`Ahora no tiene nada que pagar. Le avisaremos cuando haya una factura.`,
  'no-card': ({ amount, link }) =>
    es`No hay tarjeta guardada para su factura de ${amount}. Pague aquí: ${link}`,
  'several-bills': ({ count, total, link }) =>
    es`Tiene ${count} facturas por pagar, ${total} en total. Pague aquí la que vence primero: ${link}`,
  'amount-by-link': ({ link }) =>
    es`No hubo ningún cargo. Cobramos una factura entera cada vez. Para acordar una parte, responda AGENTE. Su factura: ${link}`,
  'no-offer': () =>
    es`No hay ninguna pregunta abierta y no hubo ningún cargo. Responda PAGAR para pagar o AYUDA para recibir ayuda.`,
  'offer-declined': ({ link }) => es`No hubo ningún cargo. Su factura sigue abierta: ${link}`,
  balance: ({ amount, count, nextDue, link }) => {
    const due =
      count === 1
        ? es`de 1 factura que vence el ${nextDue}`
        : es`de ${count} facturas, la próxima el ${nextDue}`;
    return es`Debe ${amount} ${due}. ${count === 1 ? es`Responda PAGAR para pagar. ` : ''}${link === undefined ? '' : es`Véala: ${link}`}`;
  },
  help: ({ supportPhone }) =>
    es`Ayuda: ${supportPhone}. Responda PAGAR para pagar, SALDO para ver qué debe, STOP para no recibir más. La frecuencia varía. Pueden aplicar tarifas de mensajes y datos.`,
  'stop-confirmed': ({ supportPhone }) =>
    es`No le enviaremos más mensajes. ¿Preguntas? Llame al ${supportPhone}. Responda START para recibirlos otra vez.`,
  'start-confirmed': () =>
    es`Va a recibir mensajes de sus facturas. La frecuencia varía. Pueden aplicar tarifas de mensajes y datos. Responda AYUDA para ayuda, STOP para no recibir más.`,
  'agent-coming': () => es`Avisamos a una persona para que le ayude. Le va a responder aquí.`,
  'question-received': () => es`Recibimos su mensaje. Una persona lo va a leer y responder aquí.`,
  'card-number-removed': ({ link }) =>
    es`Borramos un número de tarjeta de su mensaje. No mande números de tarjeta. Pague seguro aquí: ${link}`,
  'fresh-link': ({ link }) => es`Este es el nuevo enlace a su factura: ${link}`,
  'wrong-party-noted': () => es`Gracias por avisarnos. No escribiremos más a este número.`,
  'refund-made': ({ amount, card }) =>
    es`Le devolvimos ${amount} a ${card}. Su banco puede tardar unos días en mostrarlo.`,
};

const STOP = es`Responda STOP para no recibir más. `;

const ASKED_AGAIN = {
  expired: es`Ese código ya venció.`,
  changed: es`Hay cambios en su factura o tarjeta.`,
  code: es`Falta el código correcto.`,
};

const DECLINED: Record<DeclineKind, (card: string) => string> = {
  'insufficient-funds': (card) => es`${card} no tenía fondos suficientes.`,
  'try-later': (card) => es`El banco de ${card} no pudo hacerlo ahora.`,
  'card-refused': (card) => es`El banco no aceptó ${card}.`,
  'card-expired': (card) => es`${card} está vencida.`,
  'card-data': (card) => es`El banco tiene otros datos de ${card}.`,
  duplicate: () => es`Se parece a un pago de hace un momento.`,
  fraud: (card) => es`No pudimos aceptar ${card}.`,
  'not-found': (card) => es`${card} ya no está guardada.`,
  'never-arrived': () => es`No llegó al banco.`,
  configuration: () => es`La falla es nuestra, no de su tarjeta.`,
};

const MEND: Record<DeclineKind, string> = {
  'insufficient-funds': es`Responda PAGAR para intentarlo otra vez o pague aquí`,
  'try-later': es`Responda PAGAR para intentarlo otra vez o pague aquí`,
  'card-refused': es`Use otra tarjeta`,
  'card-expired': es`Actualícela o use otra tarjeta`,
  'card-data': es`Actualice los datos o use otra tarjeta`,
  duplicate: es`Vea su factura`,
  fraud: es`Use otra tarjeta`,
  'not-found': es`Agregue una tarjeta`,
  'never-arrived': es`Responda PAGAR para intentarlo otra vez o pague aquí`,
  configuration: es`Lo estamos arreglando. Vea su factura`,
};
