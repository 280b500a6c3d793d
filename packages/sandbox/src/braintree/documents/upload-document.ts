import type { DocumentUpload } from '../disputes/dispute-record.ts';
import type { Act, Gateway } from '../state/gateway.ts';
import { answer } from '../wire/answer.ts';
import { collectErrors } from '../wire/collect-errors.ts';
import { globalId } from '../wire/global-id.ts';
import type { XmlObject } from '../wire/write-xml.ts';

const largestBytes = 4 * 1024 * 1024;
const mostPages = 50;
const keptForMs = 30 * 24 * 3_600_000;

const types: Readonly<Record<string, string>> = {
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.pdf': 'application/pdf',
};

/** POST /document_uploads: a picture or a PDF, to be used as evidence. The contents are looked at and not kept. */
export const uploadDocument: Act = (gateway, call) => {
  const errors = collectErrors();
  const path = ['documentUpload'];
  const kind = String(call.form?.get('document_upload[kind]') ?? '');
  const entry = call.form?.get('file');
  const file = entry instanceof Blob ? entry : undefined;
  if (kind !== 'evidence_document') errors.add(path, 'kind', '84901');
  const wrong = file && call.fileBytes ? fileError(file.name, call.fileBytes) : '84906';
  if (wrong) errors.add(path, 'file', wrong);
  if (!errors.isEmpty() || !file) return errors.refuse(call.body);
  const now = gateway.clock.now();
  const document: DocumentUpload = {
    id: gateway.newId(20),
    kind,
    name: file.name,
    contentType: typeOf(file.name) ?? '',
    size: file.size,
    createdAt: now,
    expiresAt: now + keptForMs,
  };
  gateway.state.documents[document.id] = document;
  return answer({ documentUpload: writeDocument(gateway, document) }, 201);
};

function typeOf(name: string): string | undefined {
  return types[/\.[^.]+$/.exec(name.toLowerCase())?.[0] ?? ''];
}

function fileError(name: string, bytes: Uint8Array): string | undefined {
  if (bytes.length === 0) return '84906';
  if (bytes.length > largestBytes) return '84902';
  const type = typeOf(name);
  if (!type) return '84903';
  if (type !== 'application/pdf') return undefined;
  const content = Buffer.from(bytes).toString('latin1');
  const isWhole = content.startsWith('%PDF-') && content.includes('%%EOF') && !content.includes('/Encrypt');
  if (!isWhole) return '84904';
  return (content.match(/\/Type\s*\/Page\b/g)?.length ?? 0) > mostPages ? '84905' : undefined;
}

function writeDocument(gateway: Gateway, document: DocumentUpload): XmlObject {
  return {
    id: document.id,
    globalId: globalId('documentupload', document.id),
    kind: document.kind,
    name: document.name,
    contentType: document.contentType,
    size: document.size,
    createdAt: new Date(document.createdAt),
    expiresAt: new Date(document.expiresAt),
    merchantId: gateway.settings.merchantId,
  };
}
