const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** A value for an HTML text or a quoted attribute; control characters, which HTML does not allow, become spaces. */
export function escapeHtml(value: string): string {
  return value
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ufffe\uffff]/g, ' ')
    .replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character);
}

/** A path with `/` as a relative address. */
export function hrefOf(file: string): string {
  const parts = file.split('/').map((part) => encodeURIComponent(part));
  // `a:b` at the start would be taken for a scheme; encodeURIComponent writes the colon as %3A.
  return parts.join('/');
}
