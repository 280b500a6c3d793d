import { Agent } from '../agent/agent.entity.ts';
import { AgentInvitation } from '../agent/agent-invitation.entity.ts';
import { AuditEvent } from '../agent/audit-event.entity.ts';
import { Autopay } from '../autopay/autopay.entity.ts';
import { AutopayOffer } from '../autopay/autopay-offer.entity.ts';
import { PlannedCharge } from '../autopay/planned-charge.entity.ts';
import { Biller } from '../biller/biller.entity.ts';
import { Sender } from '../biller/sender.entity.ts';
import { Campaign } from '../campaign/campaign.entity.ts';
import { CampaignEvent } from '../campaign/campaign-event.entity.ts';
import { Consent } from '../consent/consent.entity.ts';
import { ConsentEvent } from '../consent/consent-event.entity.ts';
import { ConsentSeal } from '../consent/consent-seal.entity.ts';
import { ContactFlag } from '../consent/contact-flag.entity.ts';
import { ContactRule } from '../consent/contact-rule.entity.ts';
import { Conversation } from '../conversation/conversation.entity.ts';
import { ThreadLook } from '../conversation/thread-look.entity.ts';
import { Credit } from '../credit/credit.entity.ts';
import { CreditUse } from '../credit/credit-use.entity.ts';
import { OutsidePart } from '../credit/outside-part.entity.ts';
import { OutsideReceipt } from '../credit/outside-receipt.entity.ts';
import { Account } from '../customer/account.entity.ts';
import { AccountPhone } from '../customer/account-phone.entity.ts';
import { Customer } from '../customer/customer.entity.ts';
import { CustomerMerge } from '../customer/customer-merge.entity.ts';
import { Phone } from '../customer/phone.entity.ts';
import { PhoneMove } from '../customer/phone-move.entity.ts';
import { Desk } from '../desk/desk.entity.ts';
import { DeskNote } from '../desk/desk-note.entity.ts';
import { MentionSeen } from '../desk/mention-seen.entity.ts';
import { SavedReply } from '../desk/saved-reply.entity.ts';
import { SavedView } from '../desk/saved-view.entity.ts';
import { Dispute } from '../dispute/dispute.entity.ts';
import { CallScriptUse } from '../enrollment/call-script-use.entity.ts';
import { CallScriptVersion } from '../enrollment/call-script-version.entity.ts';
import { Enrollment } from '../enrollment/enrollment.entity.ts';
import { WebJoin } from '../enrollment/web-join.entity.ts';
import { ImportFile } from '../import/import-file.entity.ts';
import { ImportFinding } from '../import/import-finding.entity.ts';
import { ImportMap } from '../import/import-map.entity.ts';
import { ImportPiece } from '../import/import-piece.entity.ts';
import { BoardSetting } from '../incentive/board-setting.entity.ts';
import { Bonus } from '../incentive/bonus.entity.ts';
import { BonusAppeal } from '../incentive/bonus-appeal.entity.ts';
import { BonusPlanVersion } from '../incentive/bonus-plan-version.entity.ts';
import { Contest } from '../incentive/contest.entity.ts';
import { DisplayToken } from '../incentive/display-token.entity.ts';
import { EnrollmentFlag } from '../incentive/enrollment-flag.entity.ts';
import { PayPeriod } from '../incentive/pay-period.entity.ts';
import { Adjustment } from '../invoice/adjustment.entity.ts';
import { DueMove } from '../invoice/due-move.entity.ts';
import { Invoice } from '../invoice/invoice.entity.ts';
import { InvoiceHold } from '../invoice/invoice-hold.entity.ts';
import { InvoiceLine } from '../invoice/invoice-line.entity.ts';
import { JournalEntry } from '../ledger/journal-entry.entity.ts';
import { Posting } from '../ledger/posting.entity.ts';
import { DeliveryReport } from '../message/delivery-report.entity.ts';
import { Message } from '../message/message.entity.ts';
import { MessagePicture } from '../message/message-picture.entity.ts';
import { Template } from '../message/template.entity.ts';
import { TextSetting } from '../message/text-setting.entity.ts';
import { BankMandate } from '../method/bank-mandate.entity.ts';
import { CardEvent } from '../offer/card-event.entity.ts';
import { JourneyVersion } from '../offer/journey-version.entity.ts';
import { PayOffer } from '../payment/pay-offer.entity.ts';
import { PayOfferPart } from '../payment/pay-offer-part.entity.ts';
import { Payment } from '../payment/payment.entity.ts';
import { PaymentMethod } from '../payment/payment-method.entity.ts';
import { PaymentPart } from '../payment/payment-part.entity.ts';
import { ReceiptLink } from '../payment/receipt-link.entity.ts';
import { Instalment } from '../plan/instalment.entity.ts';
import { PaymentPlan } from '../plan/payment-plan.entity.ts';
import { PlanBill } from '../plan/plan-bill.entity.ts';
import { PlanOffer } from '../plan/plan-offer.entity.ts';
import { PromiseToPay } from '../promise/promise.entity.ts';
import { PromiseBill } from '../promise/promise-bill.entity.ts';
import { PushSubscription } from '../push/push-subscription.entity.ts';
import { Refund } from '../refund/refund.entity.ts';
import { RefundPart } from '../refund/refund-part.entity.ts';
import { CadenceVersion } from '../reminder/cadence-version.entity.ts';
import { Reminder } from '../reminder/reminder.entity.ts';
import { ReminderRun } from '../reminder/reminder-run.entity.ts';
import { PaperPrice } from '../report/paper-price.entity.ts';
import { BillView } from '../session/bill-view.entity.ts';
import { PasskeyChallenge } from '../session/passkey-challenge.entity.ts';
import { PayerInvite } from '../session/payer-invite.entity.ts';
import { PortalLink } from '../session/portal-link.entity.ts';
import { PortalPasskey } from '../session/portal-passkey.entity.ts';
import { PortalSession } from '../session/portal-session.entity.ts';
import { StepUpCode } from '../session/step-up-code.entity.ts';
import { StepUpMiss } from '../session/step-up-miss.entity.ts';
import { SurveyAnswer } from '../survey/survey-answer.entity.ts';
import { ProcessorNotice } from '../webhook/processor-notice.entity.ts';
import { WorkItem } from '../work/work-item.entity.ts';

/** Every entity there is: what the ORM is opened with. */
export const ENTITIES = [
  Agent,
  AgentInvitation,
  AuditEvent,
  Desk,
  DeskNote,
  JourneyVersion,
  CardEvent,
  SurveyAnswer,
  SavedReply,
  SavedView,
  Enrollment,
  WebJoin,
  CallScriptVersion,
  CallScriptUse,
  Bonus,
  BonusAppeal,
  BonusPlanVersion,
  EnrollmentFlag,
  BoardSetting,
  Contest,
  DisplayToken,
  PaperPrice,
  PayPeriod,
  Autopay,
  AutopayOffer,
  PlannedCharge,
  Biller,
  Sender,
  CampaignEvent,
  Campaign,
  ConsentEvent,
  Consent,
  ConsentSeal,
  ContactFlag,
  ContactRule,
  Conversation,
  ThreadLook,
  AccountPhone,
  Account,
  Customer,
  CustomerMerge,
  Phone,
  PhoneMove,
  ImportFile,
  ImportFinding,
  ImportMap,
  ImportPiece,
  Invoice,
  Adjustment,
  InvoiceHold,
  InvoiceLine,
  DueMove,
  JournalEntry,
  Posting,
  DeliveryReport,
  MentionSeen,
  Message,
  MessagePicture,
  Template,
  TextSetting,
  PayOffer,
  PayOfferPart,
  PaymentMethod,
  BankMandate,
  Payment,
  PaymentPart,
  Credit,
  CreditUse,
  OutsideReceipt,
  OutsidePart,
  PaymentPlan,
  PlanBill,
  Instalment,
  PlanOffer,
  PromiseToPay,
  PromiseBill,
  PushSubscription,
  Refund,
  RefundPart,
  CadenceVersion,
  Reminder,
  ReminderRun,
  PayerInvite,
  PortalPasskey,
  PasskeyChallenge,
  PortalLink,
  ReceiptLink,
  BillView,
  PortalSession,
  StepUpMiss,
  StepUpCode,
  ProcessorNotice,
  WorkItem,
  Dispute,
] as const;
