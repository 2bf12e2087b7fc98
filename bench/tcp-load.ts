import { createEndpoint, sendRoom } from '@shared/tcp/endpoint'
import { Clock } from '@shared/tcp/network/clock'
import { Pair, type Observer } from '@shared/tcp/network/pair'
import { Path } from '@shared/tcp/network/path'
import { adjust, PROFILES } from '@shared/tcp/profile'
import type { Sent } from '@shared/tcp/types'

export interface Load {
  readonly segments: number
  /** Every segment with its reasons, where they were to be kept. */
  readonly kept: readonly Sent[]
}

/** Sends data from client to server until so many segments, acknowledgements included, have crossed the network. */
export function carry(segments: number, keep: boolean): Load {
  const clock = new Clock()
  const path = new Path({ delay: 10, jitter: 0, faults: [] }, () => 0)
  const profile = adjust(PROFILES.rfc, { sendBuffer: 65_535 })
  const kept: Sent[] = []
  let count = 0
  const observer: Observer = {
    admits: () => true,
    sent(_from, sent) {
      count += 1
      if (keep) kept.push(sent)
      return 0
    },
    worked(side, output) {
      for (const { kind } of output.notices) {
        if (side === 'server' && kind === 'data')
          pair.work('server', { kind: 'receive', now: clock.now, bytes: pair.ends.server.rcvUnread }, 0)
        else if (side === 'client' && (kind === 'established' || kind === 'writable'))
          pair.work('client', { kind: 'send', now: clock.now, bytes: sendRoom(pair.ends.client), push: true }, 0)
      }
    },
  }
  const pair = new Pair(
    clock,
    path,
    createEndpoint({ profile, iss: 0xffff_0000 }),
    createEndpoint({ profile, iss: 1 }),
    observer,
  )
  pair.input('server', { kind: 'open', mode: 'passive' })
  pair.input('client', { kind: 'open', mode: 'active' })
  while (count < segments && clock.tick());
  if (count < segments) throw new Error(`the transfer stopped after ${count} segments`)
  return { segments: count, kept }
}
