import { defineEntity, p } from '@mikro-orm/postgresql';

const SurveyAnswerSchema = defineEntity({
  name: 'SurveyAnswer',
  tableName: 'survey_answer',
  properties: {
    billerId: p.uuid().primary(),
    id: p.uuid().primary(),

    accountId: p.uuid(),
    key: p.text(),
    /** 0 to 10. */
    score: p.integer(),
    /** The customer's own words; empty where there are none. */
    comment: p.text(),
    at: p.datetime(),
  },
});

/** What a customer answered to a survey beside the bill. */
export class SurveyAnswer extends SurveyAnswerSchema.class {}
SurveyAnswerSchema.setClass(SurveyAnswer);
