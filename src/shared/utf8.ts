/** The platform's own, in Node, Electron and every browser (WHATWG Encoding); the core's types name no platform. */
declare const TextEncoder: new () => { encode(text: string): Uint8Array<ArrayBuffer> }

const encoder = new TextEncoder()

/** A text as bytes of UTF-8; an unpaired surrogate becomes U+FFFD. */
export const utf8 = (text: string): Uint8Array<ArrayBuffer> => encoder.encode(text)
