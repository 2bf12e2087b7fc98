import { createEndpoint, nextTimer, step } from '@shared/tcp/endpoint'
import { flagBits, flagNames } from '@shared/trace/flags'
import { adjust, PROFILES, type Profile } from '@shared/tcp/profile'
import type { Parameters } from '@shared/tcp/parameters'
import type { Endpoint, EndpointInput, EndpointOptions, EndpointOutput, Segment } from '@shared/tcp/types'
import type { Flag } from '@shared/trace/names'

type Distribute<T> = T extends unknown ? Omit<T, 'now'> : never

/** One endpoint under a packet script: what goes in, what comes out, and how the clock runs. */
export class Script {
  now = 0
  endpoint: Endpoint
  last: EndpointOutput | null = null

  constructor(iss: number, options: Partial<EndpointOptions> & { parameters?: Partial<Parameters> } = {}) {
    const profile: Profile = adjust(options.profile ?? PROFILES.rfc, options.parameters ?? {})
    this.endpoint = createEndpoint({ ...options, profile, iss })
  }

  get state(): string {
    return this.endpoint.state
  }

  /** Feeds an input, and answers the segments sent, written as the RFC writes them. */
  feed(input: Distribute<EndpointInput>): string[] {
    const { endpoint, output } = step(this.endpoint, { ...input, now: this.now })
    this.endpoint = endpoint
    this.last = output
    return output.segments.map(({ segment }) => print(segment))
  }

  open(mode: 'active' | 'passive'): string[] {
    return this.feed({ kind: 'open', mode })
  }

  /** A segment arrives. */
  get(written: string): string[] {
    return this.feed({ kind: 'segment', segment: parse(written) })
  }

  send(bytes: number): string[] {
    return this.feed({ kind: 'send', bytes, push: true })
  }

  read(bytes: number): string[] {
    return this.feed({ kind: 'receive', bytes })
  }

  close(stillReads = true): string[] {
    return this.feed({ kind: 'close', stillReads })
  }

  notices(): string[] {
    return (this.last?.notices ?? []).map(({ kind }) => kind)
  }

  why(): string[] {
    return (this.last?.segments ?? []).map((sent) => sent.why.sent.code.replace('tcp.sent.', ''))
  }

  /** Lets time pass and every timer go off that is due by then. */
  wait(ms: number): string[] {
    const until = this.now + ms
    const out: string[] = []
    for (let i = 0; i < 1000; i += 1) {
      const due = nextTimer(this.endpoint)
      if (due === null || due.at > until) break
      this.now = Math.max(this.now, due.at)
      out.push(...this.feed({ kind: 'timer', name: due.name }))
    }
    this.now = until
    return out
  }

  /** An endpoint in ESTABLISHED: ours counts from `iss`, the peer's from `irs`. */
  static established(
    iss = 100,
    irs = 300,
    options: ConstructorParameters<typeof Script>[1] = {},
    window = 65_535,
  ): Script {
    const script = new Script(iss, options)
    script.open('active')
    script.get(`<SEQ=${irs}><ACK=${iss + 1}><CTL=SYN,ACK><WND=${window}><MSS=1460>`)
    return script
  }
}

/** `<SEQ=100><ACK=301><DATA=10><CTL=ACK>`, as RFC 9293's figures print a segment; PSH is left out. */
export function print({ seq, ack, flags, len }: Segment): string {
  const names = flagNames(flags).filter((name) => name !== 'PSH')
  const acknowledges = names.includes('ACK')
  return `<SEQ=${seq}>${acknowledges ? `<ACK=${ack}>` : ''}${len > 0 ? `<DATA=${len}>` : ''}<CTL=${names.join(',')}>`
}

export function parse(written: string): Segment {
  const fields = new Map([...written.matchAll(/<(\w+)=([^>]*)>/g)].map(([, name, value]) => [name, value ?? '']))
  const number = (name: string): number | null => (fields.has(name) ? Number(fields.get(name)) : null)
  return {
    seq: number('SEQ') ?? 0,
    ack: number('ACK') ?? 0,
    flags: flagBits((fields.get('CTL') ?? '').split(',') as Flag[]),
    len: number('DATA') ?? 0,
    window: number('WND') ?? 65_535,
    mss: number('MSS'),
    windowScale: number('SCALE'),
  }
}
