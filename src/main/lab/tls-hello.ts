/** TLS record type `handshake` (RFC 8446 §5.1). */
const HANDSHAKE = 0x16

/** A fatal `handshake_failure` (RFC 8446 §6.2): a browser that hears it gives up at once instead of trying again. */
export const TLS_REFUSAL: Buffer = Buffer.from([0x15, 3, 1, 0, 2, 2, 40])

/**
 * Whether a client that sends this first takes the server for HTTPS: a TLS record with a ClientHello in it. Its first byte
 * is enough where no more has come: no request begins with a control character.
 */
export const isTlsHello = (first: Buffer): boolean => first[0] === HANDSHAKE && (first.length === 1 || first[1] === 3)
