import { describe, expect, it } from 'vitest'
import { toBase64 } from '@renderer/files/download'
import { fileName } from '@renderer/files/file-name'
import { connection } from '../support/samples'

const connections = [connection()]

describe('an exported file', () => {
  it('is named after its scenario and when the run began, in local time', () => {
    const startedAt = new Date(2026, 2, 4, 5, 6, 7).toISOString()
    expect(fileName({ scenario: 'half-close', startedAt, connections }, 'svg', new Date(0))).toBe(
      'handshake-lab_half-close_2026-03-04_05-06-07.svg',
    )
  })

  it('is named after the present where the trace does not tell', () => {
    const now = new Date(2026, 10, 24, 23, 59, 1)
    expect(fileName({ scenario: null, connections }, 'png', now)).toBe('handshake-lab_by-hand_2026-11-24_23-59-01.png')
    expect(fileName({ scenario: null, startedAt: 'yesterday', connections }, 'png', now)).toContain('2026-11-24')
  })

  it('of a visitor is named after its port', () => {
    const visit = connection({ observes: ['server'], client: { address: '127.0.0.1', port: 9185 } })
    expect(fileName({ scenario: null, connections: [visit] }, 'json', new Date(0))).toContain('_visit-9185_')
  })

  it('keeps every byte of a large binary file', () => {
    const bytes = Uint8Array.from({ length: 200_000 }, (_, index) => (index * 7) % 256)
    expect(Uint8Array.from(atob(toBase64(bytes)), (char) => char.charCodeAt(0))).toEqual(bytes)
  })
})
