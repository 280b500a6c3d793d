import { BILLER, KIND, SENDER } from '../kit/seed-people.ts';

const mine = `biller_id = '${BILLER}'`;
const id = (kind: keyof typeof KIND) => `bench_id('${KIND[kind]}', :i)`;
const message = `bench_id('c', :i)`;
const payment = `bench_id('d', :i)`;
const captured = `bench_id('e', :i)`;
const receipt = `bench_id('f', :i)`;

/**
 * What any program has to ask of our tables to turn one text into a captured payment with the same guarantees, written
 * as tersely as SQL allows: the same rows, locks and transactions, the facts in joins, every key known beforehand. `:i`
 * is the person.
 */
export const PAY_STATEMENTS: readonly string[] = [
  // The text comes in.
  'begin',
  `select c.id from conversation c
    join phone p on p.biller_id = c.biller_id and p.id = c.phone_id
    join sender s on s.biller_id = c.biller_id and s.id = c.sender_id
    where c.${mine} and p.e164 = bench_phone(:i) and s.id = '${SENDER}'`,
  `insert into message (biller_id, id, conversation_id, sender_id, phone_id, direction, body, state, parts, send_at,
      vendor_id, created_at)
    values ('${BILLER}', ${message}, ${id('conversation')}, '${SENDER}', ${id('phone')}, 'in', 'YES 42', 'received', 1,
      now(), 'limit-' || :i, now()) on conflict do nothing`,
  `update conversation set last_inbound_at = now() where ${mine} and id = ${id('conversation')}`,
  `insert into pgboss.job (id, name, data) values (${message}, 'conversation.answer',
      jsonb_build_object('billerId', '${BILLER}', 'messageId', ${message}))`,
  'commit',
  // The job is taken up, and the text answered.
  `update pgboss.job set state = 'active', started_on = now() where name = 'conversation.answer' and id = ${message}`,
  'begin',
  `select id from conversation where ${mine} and id = ${id('conversation')} for update`,
  `select m.body, b.name, cu.language, co.state, o.id, o.code, o.amount_minor, pm.id, pm.last4,
      (select sum(g.minor) from posting g where g.biller_id = m.biller_id and g.invoice_id = o.invoice_id) as due,
      (select count(*) from payment p where p.biller_id = m.biller_id and p.invoice_id = o.invoice_id
        and p.state in ('started', 'unknown')) as live
    from message m
    join biller b on b.id = m.biller_id
    join account_phone ap on ap.biller_id = m.biller_id and ap.phone_id = m.phone_id
    join account a on a.biller_id = m.biller_id and a.id = ap.account_id
    join customer cu on cu.biller_id = m.biller_id and cu.id = a.customer_id
    join consent co on co.biller_id = m.biller_id and co.phone_id = m.phone_id and co.purpose = 'service'
    join pay_offer o on o.biller_id = m.biller_id and o.conversation_id = m.conversation_id and o.state = 'open'
    join payment_method pm on pm.biller_id = m.biller_id and pm.account_id = a.id and pm.is_default
      and pm.removed_at is null
    where m.${mine} and m.id = ${message}`,
  `update pay_offer set state = 'accepted' where ${mine} and id = ${id('offer')}`,
  `select i.total_minor, (select sum(minor) from posting g where g.${mine} and g.invoice_id = i.id) from invoice i
    where i.${mine} and i.id = ${id('invoice')} for update`,
  `insert into payment (biller_id, id, account_id, invoice_id, method_id, amount_minor, currency, channel, state,
      is_card_kept, message_id, conversation_id, started_at, ask_at)
    select '${BILLER}', ${payment}, ${id('account')}, i.id, ${id('method')}, i.total_minor, 'USD', 'text', 'started',
      false, ${message}, ${id('conversation')}, now(), now() + interval '1 minute'
    from invoice i where i.${mine} and i.id = ${id('invoice')}`,
  `update message set outcome = 'charging' where ${mine} and id = ${message}`,
  'commit',
  // The processor would be asked here. Its answer is recorded.
  'begin',
  `select state from payment where ${mine} and id = ${payment} for update`,
  `update payment set state = 'approved', vendor_id = 'limit-' || :i, finished_at = now(), ask_at = null,
      card_brand = 'Visa', card_last4 = '1111' where ${mine} and id = ${payment}`,
  `insert into journal_entry (biller_id, id, cause, cause_id, currency, at)
    values ('${BILLER}', ${captured}, 'payment-captured', ${payment}, 'USD', now())`,
  `insert into posting (biller_id, entry_id, line, account, invoice_id, minor)
    select '${BILLER}', ${captured}, l.line, l.account, l.invoice_id, l.sign * i.total_minor
    from invoice i, (values (0, 'processor', null, 1), (1, 'receivable', ${id('invoice')}, -1))
      as l (line, account, invoice_id, sign)
    where i.${mine} and i.id = ${id('invoice')}`,
  `update pay_offer set state = 'superseded' where ${mine} and invoice_id = ${id('invoice')}
    and conversation_id = ${id('conversation')} and state = 'open'`,
  `select b.name, cu.language, cu.time_zone, i.number, co.state, p.line_type from account a
    join biller b on b.id = a.biller_id
    join customer cu on cu.biller_id = a.biller_id and cu.id = a.customer_id
    join invoice i on i.biller_id = a.biller_id and i.id = ${id('invoice')}
    join phone p on p.biller_id = a.biller_id and p.id = ${id('phone')}
    left join consent co on co.biller_id = a.biller_id and co.phone_id = p.id and co.purpose = 'service'
    where a.${mine} and a.id = ${id('account')}`,
  `insert into message (biller_id, id, conversation_id, sender_id, phone_id, direction, body, state, purpose, template,
      cause, invoice_id, parts, send_at, created_at)
    values ('${BILLER}', ${receipt}, ${id('conversation')}, '${SENDER}', ${id('phone')}, 'out',
      'Northlight Energy: we have received $84.20. Thank you. Receipt: {link}', 'queued', 'receipt', 'receipt',
      'receipt/' || ${payment}, ${id('invoice')}, 1, now(), now()) on conflict do nothing`,
  `select pg_notify('kvitt_outbox', '')`,
  'commit',
  `update pgboss.job set state = 'completed', completed_on = now()
    where name = 'conversation.answer' and id = ${message}`,
];
