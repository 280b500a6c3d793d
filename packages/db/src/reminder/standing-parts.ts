import { sql } from 'kysely';

/**
 * Parts of a statement about a bill `i` and its account `a`: the same words decide when a reminder is planned, when it is
 * queued and when its text is claimed.
 */
export const STANDING_PARTS = {
  /** Disputed, or put on hold by the biller. */
  isHeld: sql<boolean>`exists (
    select from invoice_hold ih
    where ih.biller_id = i.biller_id and ih.invoice_id = i.id and ih.ended_at is null)`,
  /**
   * The customer has promised to pay, and the day, with its grace, is not over; or pays it in instalments, of which the plan
   * reminds by itself.
   */
  hasPromise: sql<boolean>`(exists (
    select from promise_bill pb join promise pr on pr.biller_id = pb.biller_id and pr.id = pb.promise_id
    where pb.biller_id = i.biller_id and pb.invoice_id = i.id and pr.state = 'open')
    or exists (
      select from plan_bill nb join payment_plan pn on pn.biller_id = nb.biller_id and pn.id = nb.plan_id
      where nb.biller_id = i.biller_id and nb.invoice_id = i.id and pn.state = 'running'))`,
  /** It is charged by itself on the due date: a mandate covers it, and its charge has not been skipped and has not failed. */
  hasAutopay: sql<boolean>`exists (
    select from autopay ap
    where ap.biller_id = i.biller_id and ap.account_id = i.account_id and ap.state = 'on'
      and (ap.sweeps_open or i.created_at > ap.agreed_at)
      and not exists (select from planned_charge pc
        where pc.biller_id = i.biller_id and pc.invoice_id = i.id and pc.due_on = i.due_on
          and pc.plan_id is null and (pc.state in ('paid-before', 'failed') or (pc.state = 'skipped' and pc.reason <> 'AUTOPAY_OFF'))))`,
  /**
   * No earlier bill of the account is past due, or was paid after its due date. A day in UTC is near enough: what is paid
   * within the hours between is no miss either way that anyone would argue about.
   */
  isFirstMiss: sql<boolean>`not exists (
    select from invoice o
    where o.biller_id = i.biller_id and o.account_id = i.account_id and o.due_on < i.due_on
      and ((select coalesce(sum(g.minor), 0) from posting g where g.biller_id = o.biller_id and g.invoice_id = o.id) > 0
        or exists (select from posting g join journal_entry e on e.biller_id = g.biller_id and e.id = g.entry_id
          where g.biller_id = o.biller_id and g.invoice_id = o.id and g.minor < 0 and e.at >= o.due_on + 2)))`,
} as const;
