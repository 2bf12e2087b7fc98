import type { Trace } from '../trace/schema'

const ORIGIN: Readonly<Record<Trace['mode'], string>> = {
  live: 'live: real sockets; each segment says how it is known',
  captured: 'captured: read off the wire',
  simulated: 'simulated: no socket was involved',
}

/** What stands in every export: where the trace comes from, on which system, and which rules of TCP were off. */
export function originOf({ mode, scenario, platform, seed, counterfactual = [] }: Trace): readonly string[] {
  return [
    ORIGIN[mode],
    ...(scenario === null ? [] : [`scenario ${scenario}`]),
    ...(platform ? [`${platform.os} ${platform.release}, Node ${platform.node}`] : []),
    ...(seed === undefined ? [] : [`seed ${seed}`]),
    ...(counterfactual.length === 0 ? [] : [`switched off: ${counterfactual.join(', ')}`]),
  ]
}
