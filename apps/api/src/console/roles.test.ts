import type { Role } from '@kvitt/domain/agent/role';
import { ROLES } from '@kvitt/domain/agent/role';
import { expect, it } from 'vitest';
import { consoleRouter } from './router.ts';

/** Who may call what: one letter a role, in the order of ROLES. A change here is a change of who may do something. */
const TABLE: Record<string, string> = {
  //                        agent lead manager admin compliance read-only
  'agent.audit': '- - x x x -',
  'agent.change': '- - - x - -',
  'agent.invitations': '- - - x - -',
  'agent.invite': '- - - x - -',
  'agent.list': 'x x x x x x',
  'boardSetting.beginContest': '- - x x - -',
  'boardSetting.endContest': '- - x x - -',
  'boardSetting.importHours': '- - x x - -',
  'boardSetting.makeDisplay': '- - x x - -',
  'boardSetting.place': '- - x x - -',
  'boardSetting.revokeDisplay': '- - x x - -',
  'boardSetting.setPrivacy': '- - x x - -',
  'boardSetting.show': '- - x x - -',
  'bill.adjust': 'x x x x - -',
  'bill.hold': 'x x x x - -',
  'bill.moveDue': 'x x x x - -',
  'bill.promise': 'x x x x - -',
  'bill.release': 'x x x x - -',
  'bill.timeline': 'x x x x x x',
  'bonus.answerAppeal': '- - x x - -',
  'bonus.appeal': 'x x x x - -',
  'bonus.approve': '- - x x - -',
  'bonus.clearFlag': '- - x x - -',
  'bonus.closePeriod': '- - x x - -',
  'bonus.counts': '- x x x x x',
  'bonus.list': '- x x x x x',
  'bonus.mine': 'x x x x x x',
  'bonus.payroll': '- - x x - -',
  'bonus.periods': '- x x x x x',
  'bonus.plan': 'x x x x x x',
  'bonus.reject': '- - x x - -',
  'bonus.savePlan': '- - x x - -',
  'conversation.ask': 'x x x x - -',
  'conversation.decideHold': 'x x x x - -',
  'conversation.move': 'x x x x - -',
  'conversation.note': 'x x x x - -',
  'conversation.open': 'x x x x x x',
  'conversation.reply': 'x x x x - -',
  'conversation.tag': 'x x x x - -',
  'conversation.typing': 'x x x x - -',
  'conversation.undo': 'x x x x - -',
  'customer.addPhone': 'x x x x - -',
  'customer.askConsent': 'x x x x - -',
  'customer.decisions': 'x x x x x x',
  'credit.decideOverpayment': '- x x x - -',
  'credit.grant': 'x x x x - -',
  'credit.list': 'x x x x x x',
  'credit.takeBack': '- x x x - -',
  'customer.open': 'x x x x x x',
  'customer.removePhone': 'x x x x - -',
  'customer.search': 'x x x x x x',
  'dispute.list': '- x x x x x',
  'enrollment.answer': 'x x x x - -',
  'enrollment.begin': 'x x x x - -',
  'enrollment.close': 'x x x x - -',
  'enrollment.evidence': '- x x x x x',
  'enrollment.open': 'x x x x x x',
  'enrollment.share': 'x x x x - -',
  'inbox.counts': 'x x x x x x',
  'inbox.find': 'x x x x x x',
  'inbox.list': 'x x x x x x',
  'inbox.removeReply': '- x x x - -',
  'inbox.saveReply': '- x x x - -',
  'inbox.saveSla': '- x x x - -',
  'inbox.settings': 'x x x x x x',
  'invoice.open': 'x x x x x x',
  'invoice.replace': '- - x x - -',
  'leaderboard.contests': 'x x x x x x',
  'leaderboard.show': 'x x x x x x',
  'report.home': '- x x x x x',
  'report.list': '- x x x x x',
  'report.setPaperPrice': '- - x x - -',
  'script.check': '- - x x - -',
  'script.list': '- x x x x x',
  'script.open': '- x x x x x',
  'script.results': '- x x x x x',
  'script.save': '- - x x - -',
  'script.use': '- - x x - -',
  'plan.end': 'x x x x - -',
  'plan.show': 'x x x x x x',
  'plan.start': 'x x x x - -',
  'refund.decide': '- x x x - -',
  'refund.start': 'x x x x - -',
  'refund.waiting': 'x x x x x x',
  'session.end': 'x x x x x x',
  'session.list': 'x x x x x x',
  'session.me': 'x x x x x x',
  'statement.show': 'x x x x x x',
  'work.answer': '- - x x - -',
  'work.dispute': 'x x x x x x',
  'work.list': 'x x x x x x',
  'work.move': '- x x x - -',
};

const procedures = Object.entries(consoleRouter._def.procedures as unknown as Record<string, Procedure>);

interface Procedure {
  _def: { meta?: { roles?: readonly Role[] } };
}

it('says of every procedure who may call it', () => {
  const unsaid = procedures.filter(([, { _def }]) => !_def.meta?.roles?.length);
  expect(unsaid.map(([name]) => name)).toEqual([]);
});

it('lets exactly those call a procedure whom the table names', () => {
  const said = procedures.map(([name, { _def }]) => [
    name,
    ROLES.map((role) => (_def.meta?.roles?.includes(role) ? 'x' : '-')).join(' '),
  ]);
  expect(Object.fromEntries(said.sort())).toEqual(TABLE);
});
