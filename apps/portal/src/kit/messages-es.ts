import type { Messages } from './translate.ts';

/** The same in Spanish, speaking to the reader as "usted". Keywords that are answered to a text stay as they are. */
export const es: Messages = {
  sandbox: 'Entorno de prueba: aquí no se mueve dinero real',
  'help.title': '¿Preguntas sobre esta factura?',
  'help.call': 'Llamar al {phone}',
  'help.write': 'Escribir a {email}',
  'foot.kvitt': 'Facturas por mensaje con Kvitt',
  'card.ending': '{brand} terminada en {last4}',

  'row.bill': 'Factura',
  'row.customer': 'Cliente',
  'row.issued': 'Emitida',
  'row.total': 'Total de la factura',
  'row.paid-on': 'Pagado el {date}',
  'row.left': 'Queda por pagar',
  'row.replaces': 'Reemplaza la factura',
  'row.late-fee': 'Recargo por demora',
  'row.interest': 'Intereses de demora',
  'row.credit': 'Descontado',
  'row.owed-again': 'Se debe de nuevo',
  'row.fee-waived': 'Recargo anulado',
  'row.superseded': 'Pasó a otra factura',
  'row.carried': 'Pagado en la factura anterior',
  'row.early': 'Descuento por pronto pago',
  'row.early-ended': 'El descuento terminó',
  'row.given-back': 'Devuelto',
  'row.to': 'Pagado a',
  'row.card': 'Tarjeta',
  'row.fee': 'Cargo por tarjeta',
  'row.date': 'Fecha',
  'row.reference': 'Referencia',

  'bill.title': 'Factura {number}',
  'bill.amount-due': 'Importe a pagar',
  'bill.due': 'Vence el {date}',
  'bill.was-due': 'Venció el {date}',
  'bill.overdue': 'Esta factura está vencida',
  'bill.overdue-what':
    'Pague ahora y queda saldada. Si hoy no puede pagar todo, llame al {phone} y pregunte qué opciones hay.',
  'bill.pay': 'Pagar {amount}',
  'bill.early': 'Con el descuento por pagar hasta el {date}.',
  'paper.bill': 'Factura en PDF',
  'paper.receipt': 'Recibo en PDF',
  'bill.next': 'Ahora, su tarjeta. No se cobra nada hasta que usted confirme.',

  'pay.title': 'Pagar a {biller}',
  'pay.back': 'Volver a la factura',
  'pay.number': 'Número de tarjeta',
  'pay.expires': 'Vencimiento',
  'pay.expires-form': 'MM / AA',
  'pay.code': 'Código CVV',
  'pay.code-where': '3 dígitos al dorso',
  'pay.code-where-front': '4 dígitos en el frente',
  'pay.secure': 'El número va directo a nuestro procesador de tarjetas. {biller} nunca lo ve.',
  'pay.sandbox-card': 'Pruebe 4111 1111 1111 1111, una fecha futura y 3 dígitos cualesquiera.',
  'pay.keep': 'Guardar esta tarjeta, para pagar la próxima vez respondiendo PAY',
  'pay.keep-what':
    'Se guarda: la marca, los últimos cuatro dígitos y el vencimiento. El número completo queda en nuestro procesador de tarjetas.',
  'pay.keep-how':
    'Se usa: solo cuando usted responde PAY a un mensaje que indica el importe y la tarjeta. Nunca por sí sola.',
  'pay.keep-end':
    'Termina: cuando usted lo diga. Llame al {phone} y la tarjeta se elimina. Si esto cambia, se lo avisamos antes por mensaje.',
  'pay.working': 'Pagando {amount}',
  'pay.working-status': 'Enviando su pago de {amount}. Deje esta página abierta.',
  'pay.loading-status': 'Los campos de la tarjeta se están cargando.',
  'pay.ready-status': 'Los campos de la tarjeta están listos.',
  'pay.again': 'Cargar la página otra vez',
  'pay.unavailable': 'Los campos de la tarjeta no se cargaron',
  'pay.unavailable-what':
    'No se cobró nada. Revise su conexión y cargue la página otra vez. También puede responder PAY a nuestro mensaje si tenemos guardada una tarjeta suya, o llamar al {phone}.',
  'pay.no-script': 'Los campos de la tarjeta necesitan JavaScript',
  'pay.no-script-what':
    'En este navegador está desactivado, y aquí no se puede ingresar una tarjeta. Responda PAY a nuestro mensaje si tenemos guardada una tarjeta suya, o llame al {phone} para pagar.',

  'number.empty': 'Ingrese el número de la tarjeta.',
  'number.wrong': 'Falta un dígito o hay uno equivocado.',
  'expires.empty': 'Ingrese mes y año.',
  'expires.wrong': 'Ya pasó o está incompleta.',
  'code.empty': 'Ingrese el código.',
  'code.wrong': 'Falta un dígito.',
  'token.failed': 'No se pudo verificar la tarjeta',
  'token.failed-what': 'No se cobró nada. Revise número, fecha y código, y pulse el botón otra vez.',
  'token.unconfirmed': 'Su banco no recibió la confirmación',
  'token.unconfirmed-what':
    'No se cobró nada. Pulse el botón otra vez y confirme cuando su banco lo pida, o use otra tarjeta.',
  'token.network': 'Se cortó la conexión',
  'token.network-what': 'No se cobró nada. Pulse el botón otra vez cuando tenga conexión.',

  'declined.title': 'Este pago no se realizó',
  'declined.card': 'No se cobró nada a su {card}.',
  'declined.none': 'No se cobró nada.',
  'declined.insufficient-funds':
    'No había saldo suficiente en la tarjeta. Use otra, o vuelva cuando lo haya.',
  'declined.try-later':
    'El banco no pudo responder en este momento. Intente en unos minutos, o use otra tarjeta.',
  'declined.card-refused':
    'El banco dijo que no y no nos dice por qué. Use otra tarjeta, o pregunte a su banco.',
  'declined.card-expired': 'La tarjeta está vencida. Use la nueva de su banco, u otra tarjeta.',
  'declined.needs-authentication':
    'El banco pide que confirme este pago. Ingrese la tarjeta otra vez y confirme cuando su banco lo pida.',
  'declined.card-data':
    'El número, la fecha o el código no coinciden. Compárelos con la tarjeta e ingréselos otra vez.',
  'declined.duplicate':
    'El mismo pago se envió hace un momento, y este se detuvo. Vuelva a la factura y vea si ya está pagada antes de intentar otra vez.',
  'declined.fraud': 'Lo detuvo un control de seguridad. Use otra tarjeta, o llame al {phone}.',
  'declined.not-found': 'La tarjeta que teníamos guardada ya no está. Ingrese una tarjeta abajo.',
  'declined.never-arrived': 'No llegó al banco. Intente otra vez.',
  'declined.configuration':
    'La falla es nuestra, y ahora no podemos aceptar esta tarjeta. Llame al {phone} para pagar de otra forma.',
  'changed.title': 'El importe cambió',
  'changed.what': 'Ahora es {amount}, y no se cobró nada. Mírelo una vez más antes de pagar.',
  'not-ready.title': 'Los campos de la tarjeta no estaban listos',
  'not-ready.what': 'No se cobró nada. Ingrese la tarjeta y pulse el botón otra vez.',

  'wallet.title': 'Pagar con {names}',
  'wallet.loading': 'Un momento.',
  'wallet.none': 'Ninguno funciona en este dispositivo. Pague abajo con tarjeta.',
  'wallet.failed': 'No funcionó, y no se cobró nada. Inténtelo otra vez, o pague abajo con tarjeta.',

  'settled.title': 'Saldada',
  'settled.thanks': 'Saldada. Gracias.',
  'settled.nothing-left': 'No queda nada por pagar en esta factura.',
  'settled.part': 'Pagado. Gracias.',
  'settled.left': 'Quedan {amount} por pagar en esta factura.',
  'settled.pay-rest': 'Pagar el resto',
  'settled.receipt': 'Recibo',
  'settled.share': 'Compartir recibo',
  'settled.print': 'Imprimir o guardar',
  'way.account': 'Todas sus facturas y recibos',
  'settled.kept': '{card} queda guardada',
  'settled.kept-what':
    'La próxima vez, responda PAY a nuestro mensaje. Para eliminar la tarjeta, llame al {phone}.',
  'settled.kept-some-card': 'Su tarjeta',

  'checking.title': 'Esperando al banco',
  'checking.what':
    'Su pago de {amount} se envió, y la respuesta tarda. Esta página sigue preguntando por sí sola.',
  'checking.twice': 'No se le cobrará dos veces',
  'checking.twice-what':
    'No hace falta pagar otra vez. Puede cerrar esta página: su factura mostrará el resultado.',
  'checking.slow-status': 'Todavía sin respuesta. Seguimos preguntando.',

  'nothing-due.title': 'No hay nada por pagar',
  'nothing-due.what': 'En esta factura no queda nada por pagar.',

  'expired.title': 'Este enlace ya no funciona',
  'expired.what':
    'Los enlaces a facturas terminan después de un tiempo, por seguridad. Su factura sigue aquí: podemos enviar un enlace nuevo al teléfono terminado en {tail}.',
  'expired.button': 'Enviarme un enlace nuevo',
  'fresh.title': 'Un enlace nuevo va en camino',
  'fresh.what':
    'Mire los mensajes del teléfono terminado en {tail}. El enlace más reciente abre su factura; puede cerrar esta página.',
  'fresh.nothing': '¿Ningún mensaje en dos minutos?',
  'fresh.nothing-what': 'Llame al {phone} y buscamos su factura juntos.',

  'unknown.title': 'En esta dirección no hay ninguna factura',
  'unknown.what':
    'Los enlaces se rompen cuando se copia solo una parte. Abra el suyo otra vez desde el mensaje, hasta la última letra.',
  'unknown.genuine': 'Cómo reconocer un enlace auténtico',
  'unknown.genuine-begins': 'Empieza con {address}',
  'unknown.genuine-asks': 'Nunca pide una contraseña, y ningún mensaje nuestro pide un número de tarjeta.',
  'unknown.genuine-doubt': 'En caso de duda, no lo abra. Llame al {phone}.',

  'slow.title': 'Una breve pausa',
  'slow.what':
    'Hubo muchos intentos desde su conexión, y la pausamos para proteger las facturas. No se cobró nada.',
  'slow.when': { one: 'Intente otra vez en {count} minuto.', other: 'Intente otra vez en {count} minutos.' },
  'slow.again': 'Intentar otra vez',
};
