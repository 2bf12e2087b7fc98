/** How long the browser may need a download's address, milliseconds. */
const KEEP = 30_000

export interface FileContent {
  readonly mime: string
  readonly encoding: 'utf8' | 'base64'
  readonly data: string
}

/** Hands a file to the browser's own download. */
export function download(name: string, { mime, encoding, data }: FileContent): void {
  const blob = new Blob([encoding === 'base64' ? fromBase64(data) : data], { type: mime })
  const link = document.createElement('a')
  link.href = URL.createObjectURL(blob)
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), KEEP)
}

/** Bytes at a time: a call with more arguments than that overflows the stack. */
const CHUNK = 0x8000

export function toBase64(bytes: Uint8Array): string {
  let binary = ''
  for (let at = 0; at < bytes.length; at += CHUNK) binary += String.fromCharCode(...bytes.subarray(at, at + CHUNK))
  return btoa(binary)
}

const fromBase64 = (text: string): Uint8Array<ArrayBuffer> => Uint8Array.from(atob(text), (char) => char.charCodeAt(0))
