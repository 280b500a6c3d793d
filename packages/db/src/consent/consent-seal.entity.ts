import { defineEntity, p } from '@mikro-orm/postgresql';

const ConsentSealSchema = defineEntity({
  name: 'ConsentSeal',
  tableName: 'consent_seal',
  properties: {
    billerId: p.uuid().primary(),
    /** How far it vouches for the ledger, and the hash of the entry there. */
    seq: p.bigint('number').primary(),
    hash: p.text(),
    sealedAt: p.datetime(),
    /** Ed25519: the public key as SPKI in base64, the signature in base64. */
    publicKey: p.text(),
    signature: p.text(),
  },
});

/** A signed head of a biller's consent ledger. Its key is nowhere in the database. */
export class ConsentSeal extends ConsentSealSchema.class {}
ConsentSealSchema.setClass(ConsentSeal);
