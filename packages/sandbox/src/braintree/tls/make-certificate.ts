import { createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto';

export interface Certificate {
  /** PEM. */
  key: string;
  /** PEM. */
  certificate: string;
  /** Base64 of the SHA-256 of the public key: what `--ignore-certificate-errors-spki-list` of Chromium takes. */
  spkiHash: string;
}

/** Good for a day: it is made anew at each start. */
const lifeMs = 24 * 3_600_000;

/** Makes a key and a self-signed certificate for these host names (X.509 v3, P-256), without any tool beside Node. */
export function makeCertificate(hostNames: readonly string[]): Certificate {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const spki = publicKey.export({ type: 'spki', format: 'der' });
  const now = Date.now();
  const name = sequence(set(sequence(oid(commonName), der(0x0c, Buffer.from('Braintree sandbox')))));
  const body = sequence(
    der(0xa0, integer(Buffer.from([2]))),
    integer(Buffer.concat([Buffer.from([1]), randomBytes(15)])),
    sequence(oid(ecdsaWithSha256)),
    name,
    sequence(time(now - lifeMs), time(now + lifeMs)),
    name,
    spki,
    der(0xa3, sequence(sequence(oid(subjectAltName), der(0x04, altNames(hostNames))))),
  );
  const signature = sign('sha256', body, privateKey);
  const whole = sequence(body, sequence(oid(ecdsaWithSha256)), der(0x03, Buffer.from([0]), signature));
  return {
    key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    certificate: `-----BEGIN CERTIFICATE-----\n${whole
      .toString('base64')
      .replace(/.{64}/g, '$&\n')
      .trim()}\n-----END CERTIFICATE-----\n`,
    spkiHash: createHash('sha256').update(spki).digest('base64'),
  };
}

/** Object identifiers, already in their encoded form. */
const commonName = Buffer.from([0x55, 0x04, 0x03]);
const subjectAltName = Buffer.from([0x55, 0x1d, 0x11]);
const ecdsaWithSha256 = Buffer.from([0x2a, 0x86, 0x48, 0xce, 0x3d, 0x04, 0x03, 0x02]);

/** One DER value: its tag, the length of its content, the content. */
function der(tag: number, ...contents: Uint8Array[]): Buffer {
  const content = Buffer.concat(contents);
  const length =
    content.length < 0x80
      ? [content.length]
      : content.length < 0x100
        ? [0x81, content.length]
        : [0x82, content.length >> 8, content.length & 0xff];
  return Buffer.concat([Buffer.from([tag, ...length]), content]);
}

function sequence(...contents: Uint8Array[]): Buffer {
  return der(0x30, ...contents);
}

function set(content: Uint8Array): Buffer {
  return der(0x31, content);
}

function integer(content: Uint8Array): Buffer {
  return der(0x02, content);
}

function oid(content: Uint8Array): Buffer {
  return der(0x06, content);
}

/** `YYMMDDHHMMSSZ`. */
function time(at: number): Buffer {
  return der(0x17, Buffer.from(`${new Date(at).toISOString().replace(/[-:T]/g, '').slice(2, 14)}Z`));
}

function altNames(hostNames: readonly string[]): Buffer {
  return sequence(...hostNames.map((name) => der(0x82, Buffer.from(name))));
}
