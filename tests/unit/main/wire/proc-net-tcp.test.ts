import { readFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { describe, expect, it } from 'vitest'
import { parseProcNetTcp } from '@main/wire/kernel/proc-net-tcp'

/** Recorded on Linux 6.18: a listener, an established pair, a socket in SYN-SENT and one in TIME-WAIT. */
const RECORDED = `  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode
   0: 020200C0:0BB8 00000000:0000 0A 00000000:00000000 00:00000000 00000000     0        0 20613 1 0000000000000000 100 0 0 10 0
   1: 010200C0:B9AC 020200C0:0BB8 02 00000001:00000000 01:00000064 00000001     0        0 20614 2 0000000000000000 200 0 0 1 7
   2: 010200C0:B9AE 020200C0:0BB8 01 00000000:00000005 00:00000000 00000000     0        0 20615 1 0000000000000000 20 4 30 10 -1
   3: 010200C0:B9B0 020200C0:0BB8 06 00000000:00000000 03:00001770 00000000     0        0 0 3 0000000000000000
`
const RECORDED_SIX = `  sl  local_address                         remote_address                        st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode
   0: B80D0120000000000000000001000000:B9AC B80D0120000000000000000002000000:0BB8 08 00000000:00000001 00:00000000 00000000     0        0 1 1 0000000000000000 20 4 30 10 -1
   1: 0000000000000000FFFF0000010200C0:B9AE 0000000000000000FFFF0000020200C0:0BB8 01 00000000:00000000 00:00000000 00000000     0        0 1 1 0000000000000000 20 4 30 10 -1
`

describe('parseProcNetTcp', () => {
  it('reads addresses, states, queues and timers', () => {
    const [listener, opening, open, waiting] = parseProcNetTcp(RECORDED)
    expect(listener).toMatchObject({ state: 'LISTEN', local: { address: '192.0.2.2', port: 3000 }, timer: null })
    expect(opening).toMatchObject({
      state: 'SYN-SENT',
      sendQueue: 1,
      retransmits: 1,
      timer: { kind: 'retransmission', left: 1000 },
    })
    expect(open).toMatchObject({ state: 'ESTABLISHED', receiveQueue: 5 })
    expect(waiting).toMatchObject({ state: 'TIME-WAIT', timer: { kind: 'time-wait', left: 60_000 } })
  })

  it('reads IPv6, and IPv4 written as IPv6', () => {
    const [six, mapped] = parseProcNetTcp(RECORDED_SIX)
    expect(six).toMatchObject({
      state: 'CLOSE-WAIT',
      local: { address: '2001:db8::1' },
      remote: { address: '2001:db8::2' },
    })
    expect(mapped).toMatchObject({ local: { address: '192.0.2.1' } })
  })

  it('leaves out what is no row', () => {
    expect(parseProcNetTcp('')).toEqual([])
    expect(parseProcNetTcp('header\n nonsense\n\n   0: x y')).toEqual([])
  })

  it.runIf(process.platform === 'linux')(
    'finds a real listener of this process in this kernel’s own table',
    async () => {
      const server = createServer()
      await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
      const address = server.address()
      const port = typeof address === 'object' && address ? address.port : 0
      const found = parseProcNetTcp(readFileSync('/proc/net/tcp', 'utf8')).find(({ local }) => local.port === port)
      server.close()
      expect(found).toMatchObject({ state: 'LISTEN', local: { address: '127.0.0.1', port } })
    },
  )
})
