/** Hands a file that was made here to the browser's downloads. */
export function saveFile(name: string, words: string, type: string): void {
  const url = URL.createObjectURL(new Blob([words], { type }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  URL.revokeObjectURL(url);
}
