import { sealWords } from './seal-words.ts';

/** A signed head, as an export or a proof carries it. */
export interface Seal extends Record<string, string | number> {
  seq: number;
  hash: string;
  sealedAt: string;
  /** SPKI in base64. */
  publicKey: string;
  /** Base64. */
  signature: string;
}

/** Whether `signature` is `publicKey`'s, of these words; handed in, because what is pure brings no library. */
export type VerifySignature = (words: string, publicKey: string, signature: string) => boolean;

/** Whether a seal is what its key signed for this biller. */
export function isSealed(seal: Seal, biller: string, verify: VerifySignature): boolean {
  const { seq, hash, sealedAt } = seal;
  return verify(sealWords({ biller, seq, hash, sealedAt }), seal.publicKey, seal.signature);
}
