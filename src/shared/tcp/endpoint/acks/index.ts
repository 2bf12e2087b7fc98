import { linuxPolicy } from '../linux/acks'
import type { Tcb } from '../tcb'
import type { AckPolicy } from './policy'
import { rfcPolicy } from './rfc'

/** The profile's way to acknowledge. */
export const ackPolicy = (tcb: Tcb): AckPolicy => (tcb.config.profile.ackPolicy === 'linux' ? linuxPolicy : rfcPolicy)
