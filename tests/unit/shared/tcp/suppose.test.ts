import { describe, expect, it } from 'vitest'
import {
  supposeAckDue,
  supposeLargerBuffer,
  supposeLargerWindow,
  supposeTransferred,
} from '@shared/tcp/endpoint/suppose'
import { inState } from './states'
import { Script } from './script'

/** Two ends of one connection: the first counts from 100, the second from 300. */
const pair = (): { sender: Script; receiver: Script } => ({
  sender: Script.established(100, 300),
  receiver: Script.established(300, 100),
})

describe('a transfer that nobody followed', () => {
  it('leaves both ends where the segments would have taken them', () => {
    const { sender, receiver } = pair()
    const before = [sender.endpoint, receiver.endpoint]
    const supposed = supposeTransferred(sender.endpoint, receiver.endpoint, 5000)
    expect([sender.endpoint, receiver.endpoint]).toEqual(before)
    if (supposed === null) throw new Error('nothing stands in its way')
    sender.endpoint = supposed.sender
    receiver.endpoint = supposed.receiver
    expect(sender.send(10)).toEqual(['<SEQ=5101><ACK=301><DATA=10><CTL=ACK>'])
    expect(receiver.get('<SEQ=5101><ACK=301><DATA=10><CTL=ACK>')).toEqual([])
    expect(receiver.wait(200)).toEqual(['<SEQ=301><ACK=5111><CTL=ACK>'])
    expect(receiver.endpoint.rcvUnread).toBe(10)
    expect(sender.get('<SEQ=301><ACK=5111><CTL=ACK>')).toEqual([])
    expect(sender.endpoint.sndUna).toBe(sender.endpoint.sndNxt)
  })

  it('is refused while text is under way, waits, or can no longer follow', () => {
    const { sender, receiver } = pair()
    const supposed = (): unknown => supposeTransferred(sender.endpoint, receiver.endpoint, 1)
    sender.send(10)
    expect(supposed()).toBeNull()
    receiver.get('<SEQ=101><ACK=301><DATA=10><CTL=ACK>')
    expect(supposed()).not.toBeNull()
    // Nagle's rule holds these back.
    expect(sender.send(5)).toEqual([])
    expect(supposed()).toBeNull()
    expect(sender.get('<SEQ=301><ACK=111><CTL=ACK>')).toEqual(['<SEQ=111><ACK=301><DATA=5><CTL=ACK>'])
    receiver.get('<SEQ=111><ACK=301><DATA=5><CTL=ACK>')
    expect(supposed()).not.toBeNull()
    sender.close()
    expect(supposed()).toBeNull()
  })

  it('is refused in every state in which nothing new may be sent', () => {
    for (const [state, script] of Object.entries(inState)) {
      const end = script().endpoint
      const supposed = supposeTransferred(end, { ...end, rcvNxt: end.sndNxt }, 1)
      expect([state, supposed !== null]).toEqual([state, state === 'ESTABLISHED' || state === 'CLOSE-WAIT'])
    }
  })
})

describe('a receive buffer that the kernel made larger (tcp_rcv_space_adjust)', () => {
  it('takes text beyond the window that was offered', () => {
    const { receiver } = pair()
    const far = '<SEQ=66000><ACK=301><DATA=10><CTL=ACK>'
    const narrow = receiver.endpoint
    expect(receiver.get(far)).toEqual(['<SEQ=301><ACK=101><CTL=ACK>'])
    expect(receiver.endpoint.reassembly).toEqual([])
    receiver.endpoint = supposeLargerBuffer(narrow, 1000)
    receiver.get(far)
    expect(receiver.endpoint.reassembly).toHaveLength(1)
  })
})

describe('a window of which nothing was heard', () => {
  it('lets the sender go on', () => {
    const sender = Script.established(100, 300, {}, 0)
    expect(sender.send(100)).toEqual([])
    sender.endpoint = supposeLargerWindow(sender.endpoint, 1000)
    expect(sender.feed({ kind: 'configure' })).toEqual(['<SEQ=101><ACK=301><DATA=100><CTL=ACK>'])
  })
})

describe('a delayed ACK that is due sooner (tcp_delack_timer)', () => {
  it('goes out with the timer, and not twice', () => {
    const { receiver } = pair()
    expect(receiver.get('<SEQ=101><ACK=301><DATA=10><CTL=ACK>')).toEqual([])
    expect(receiver.feed({ kind: 'timer', name: 'delayed-ack' })).toEqual([])
    receiver.endpoint = supposeAckDue(receiver.endpoint, receiver.now)
    expect(receiver.feed({ kind: 'timer', name: 'delayed-ack' })).toEqual(['<SEQ=301><ACK=111><CTL=ACK>'])
    expect(receiver.wait(500)).toEqual([])
  })
})
