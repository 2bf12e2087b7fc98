import type { Tcb } from '../tcb'

/**
 * How long from `then` to `now` by a clock that sees whole ticks only (Linux's jiffies), ms. Where the place within the
 * tick is unknown, the likelier of the two counts that are possible.
 */
export function ticked({ config }: Tcb, then: number, now: number): number {
  const { ticksKnown, parameters } = config.profile
  const { tick } = parameters
  if (tick === 0) return now - then
  if (!ticksKnown) return Math.round((now - then) / tick) * tick
  return (Math.floor(now / tick) - Math.floor(then / tick)) * tick
}

/** Ticks round up what they count down. */
export function toTicks({ config }: Tcb, ms: number): number {
  const { tick } = config.profile.parameters
  return tick === 0 ? ms : Math.ceil(ms / tick) * tick
}

/** When a timer of `ms` goes off: never early, so at the end of the tick in which it runs out. */
export function timerAt({ config }: Tcb, now: number, ms: number): number {
  const { ticksKnown, parameters } = config.profile
  const { tick } = parameters
  return tick === 0 || !ticksKnown ? now + ms : (Math.floor(now / tick) + 1) * tick + ms
}

/** What is left of a timer that `timerAt` set, ms. */
export function left(tcb: Tcb, at: number, now: number): number {
  const { ticksKnown, parameters } = tcb.config.profile
  return ticked(tcb, now, at) - (ticksKnown ? parameters.tick : 0)
}
