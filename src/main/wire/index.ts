import type { OpenLabWire } from '../lab/wire-port'
import { openLabWire } from './lab-wire'
import { Namespaces } from './namespaces'

export { Namespaces } from './namespaces'
export { probeWire } from './probe'
export { runPrograms } from './programs'

/** For the hosts: a wire between two Linux namespaces. @param program - the bundled program of the ends */
export const namespaceWire = (program: string): OpenLabWire => openLabWire(new Namespaces({ program }))
