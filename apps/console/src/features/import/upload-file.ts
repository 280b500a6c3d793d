/** How an upload ended: under which id the file is kept, or why it is not. */
export type Uploaded = { fileId: string } | { refusal: string };

/**
 * Sends a file as it is, and tells how much of it has gone: what `fetch` cannot.
 * @param onProgress the part that has gone, 0 to 1
 */
export function uploadFile(
  kind: 'customers' | 'invoices',
  file: File,
  onProgress: (part: number) => void,
): Promise<Uploaded> {
  const { promise, resolve } = Promise.withResolvers<Uploaded>();
  const request = new XMLHttpRequest();
  request.open('POST', `/console/imports/${kind}?name=${encodeURIComponent(file.name)}`);
  request.setRequestHeader('content-type', 'text/csv');
  request.upload.onprogress = ({ loaded, total }) => onProgress(total === 0 ? 0 : loaded / total);
  request.onload = () => resolve(read(request.responseText, request.status));
  request.onerror = () => resolve({ refusal: 'UPLOAD_CUT_OFF' });
  request.send(file);
  return promise;
}

function read(text: string, status: number): Uploaded {
  try {
    const answer = JSON.parse(text) as { fileId?: string; refusal?: string };
    if (answer.fileId) return { fileId: answer.fileId };
    return { refusal: answer.refusal ?? String(status) };
  } catch {
    return { refusal: status === 413 ? 'FILE_TOO_LARGE' : 'UPLOAD_CUT_OFF' };
  }
}
