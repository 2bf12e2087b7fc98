import { PARAMETERS, type ParameterName, type Parameters } from './parameters'

/** How an implementation fills the RFC's freedoms: parameters and ACK policy, never the state machine. */
export interface Profile {
  readonly name: 'rfc' | 'linux'
  readonly parameters: Parameters
  readonly ackPolicy: 'rfc' | 'linux'
  /** Whether the clock's ticks fall on multiples of `tick`; in a live run nobody knows where in the tick a moment lies. */
  readonly ticksKnown: boolean
  /** Linux measures the window in whole segments and rounds it up to the scale's unit (tcp_select_window). */
  readonly windowInSegments: boolean
  /** Which small segments Nagle's rule holds back: any while data is unacknowledged, or (Minshall) only a second small one. */
  readonly nagle: 'rfc' | 'minshall'
  /** Linux sends no segment larger than half the largest window the peer offered (tcp_bound_to_half_wnd). */
  readonly boundToHalfWindow: boolean
  /** An ABORT's reset also acknowledges (Linux), or is a bare RST (RFC 9293 §3.10.5). */
  readonly resetAcknowledges: boolean
  /** A window probe carries one byte (RFC 9293 §3.8.6.1), or is an empty segment one number too low (Linux). */
  readonly probe: 'byte' | 'empty'
}

const defaults = (of: 'rfc' | 'linux'): Parameters =>
  Object.fromEntries(Object.entries(PARAMETERS).map(([name, parameter]) => [name, parameter[of]])) as Record<
    ParameterName,
    number
  >

export const PROFILES: Readonly<Record<'rfc' | 'linux', Profile>> = {
  rfc: {
    name: 'rfc',
    parameters: defaults('rfc'),
    ackPolicy: 'rfc',
    ticksKnown: true,
    windowInSegments: false,
    nagle: 'rfc',
    boundToHalfWindow: false,
    resetAcknowledges: false,
    probe: 'byte',
  },
  linux: {
    name: 'linux',
    parameters: defaults('linux'),
    ackPolicy: 'linux',
    ticksKnown: true,
    windowInSegments: true,
    nagle: 'minshall',
    boundToHalfWindow: true,
    resetAcknowledges: true,
    probe: 'empty',
  },
}

/** A profile with some parameters set otherwise. */
export function adjust(profile: Profile, parameters: Partial<Parameters>): Profile {
  return { ...profile, parameters: { ...profile.parameters, ...parameters } }
}

/** Linux on its loopback interface, MTU 65536: what a live run on 127.0.0.1 sees. */
export const LINUX_LOOPBACK: Profile = adjust(PROFILES.linux, {
  mss: 65_495,
  windowScale: 10,
  receiveMemory: 131_072,
  offload: 65_535,
})
