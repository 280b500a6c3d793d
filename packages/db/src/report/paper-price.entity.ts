import { defineEntity, p } from '@mikro-orm/postgresql';

const PaperPriceSchema = defineEntity({
  name: 'PaperPrice',
  tableName: 'paper_price',
  properties: {
    billerId: p.uuid().primary(),
    id: p.uuid().primary(),

    /** Of one bill, in minor units of the biller's currency. */
    minor: p.bigint('number'),
    setBy: p.text(),
    since: p.datetime(),
  },
});

/** What a bill on paper costs a biller, as they say. */
export class PaperPrice extends PaperPriceSchema.class {}
PaperPriceSchema.setClass(PaperPrice);
