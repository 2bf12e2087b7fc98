/**
 * How a text file is encoded: UTF-8, or UTF-16 as Windows PowerShell writes it with `>`. A byte order mark says so; without
 * one, the zero bytes around the first ASCII character do (JSON begins with ASCII).
 *
 * @returns a label that `TextDecoder` takes (WHATWG Encoding §4.2)
 */
export function encodingOf(bytes: Uint8Array): 'utf-8' | 'utf-16le' | 'utf-16be' {
  const [first, second] = bytes
  if (first === 0xff && second === 0xfe) return 'utf-16le'
  if (first === 0xfe && second === 0xff) return 'utf-16be'
  if (first !== undefined && first !== 0 && second === 0) return 'utf-16le'
  if (first === 0 && second !== undefined && second !== 0) return 'utf-16be'
  return 'utf-8'
}
