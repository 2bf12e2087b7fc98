/** Why a wire can't be had, is no more, or does not do what it was asked: codes that the texts know. */
export const WIRE_FAULTS = [
  'wire-not-linux',
  'wire-no-unshare',
  'wire-namespaces-forbidden',
  'wire-no-tun',
  'wire-tun-forbidden',
  'wire-no-koffi',
  'wire-no-program',
  'wire-card-refused',
  'wire-end-died',
  'wire-end-hung',
  'wire-end-nonsense',
] as const
export type WireFault = (typeof WIRE_FAULTS)[number]

/** What a reader asked for and can't have. */
export const WIRE_REFUSALS = [
  'wire-closed',
  'wire-no-segment',
  'wire-nothing-follows',
  'wire-no-copy',
  'wire-copies-full',
  'wire-forged-malformed',
  'wire-not-playable',
] as const
export type WireRefusal = (typeof WIRE_REFUSALS)[number]
