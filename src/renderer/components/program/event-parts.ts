import type { TraceEvent } from '@shared/trace/schema'

export interface EventParts {
  /** As a program would write it, `write(35)`, or be told it, `'data'`. */
  readonly name: string
  readonly call: boolean
  readonly bytes: number | null
  /** Where from, where to, or what went wrong. */
  readonly more: string
  readonly count: number
  readonly trouble: boolean
}

const at = (address: string | undefined, port: number | undefined): string =>
  [address?.includes(':') ? `[${address}]` : address, port].filter((part) => part !== undefined).join(':')

/** One event or call as the log shows it; what the two languages say differently is left as data. */
export function eventParts({ name, detail = {}, target }: TraceEvent): EventParts {
  const call = name.startsWith('call:')
  const trouble = name === 'error' || detail.hadError === true
  const count = detail.count ?? 1
  if (call) {
    const ofServer = target === 'server' && name === 'call:close'
    return {
      name: `${ofServer ? 'server.' : ''}${name.slice(5)}(${argument(name, detail)})`,
      call,
      bytes: null,
      more: '',
      count,
      trouble,
    }
  }
  return {
    name: `'${name}'`,
    call,
    bytes: name === 'data' ? (detail.bytes ?? null) : null,
    more: note(name, detail),
    count,
    trouble,
  }
}

type Detail = NonNullable<TraceEvent['detail']>

function argument(name: string, { bytes, host, address, port }: Detail): string {
  if (name === 'call:write' || name === 'call:end') return bytes === undefined ? '' : String(bytes)
  if (name === 'call:connect' || name === 'call:listen') return at(host ?? address, port)
  return ''
}

function note(name: string, { address, port, remoteAddress, remotePort, code, message, hadError }: Detail): string {
  if (name === 'listening') return at(address, port)
  if (name === 'connection') return remotePort === undefined ? '' : `← ${at(remoteAddress, remotePort)}`
  if (name === 'lookup') return at(address, undefined)
  if (name === 'error') return code ?? message ?? ''
  if (name === 'close') return hadError === true ? 'hadError' : ''
  return ''
}
