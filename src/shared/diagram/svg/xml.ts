const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
}

/** What XML 1.0 §2.2 does not allow as a character, unpaired surrogates included. */
const isAllowed = (code: number): boolean =>
  code === 9 ||
  code === 10 ||
  code === 13 ||
  (code >= 0x20 && code <= 0xd7ff) ||
  (code >= 0xe000 && code <= 0xfffd) ||
  code >= 0x10000

/** Makes any text safe inside an element or a double-quoted attribute; what XML cannot carry becomes U+FFFD. */
export function escapeXml(text: string): string {
  if (/^[\x20-\x21\x23-\x25\x27-\x3b\x3d\x3f-\x7e]*$/.test(text)) return text
  let safe = ''
  for (const character of text) {
    safe += ENTITIES[character] ?? (isAllowed(character.codePointAt(0) ?? 0) ? character : '\ufffd')
  }
  return safe
}
