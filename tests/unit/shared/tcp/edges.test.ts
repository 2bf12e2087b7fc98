import { describe, expect, it } from 'vitest'
import { Script } from './script'

/** Corners that only a network with bad luck reaches; each was once a fault, and these find it without the luck. */

describe('the right edge of the send window', () => {
  it('stays where it is when an old segment acknowledges something new', () => {
    const script = Script.established(100, 300, {}, 1000)
    script.endpoint = { ...script.endpoint, sndMss: 500 }
    script.send(2000)
    // A newer segment has set the window; an older one then acknowledges 500 bytes of the 1000 offered.
    script.get('<SEQ=311><ACK=101><DATA=5><CTL=ACK><WND=1000>')
    expect(script.get('<SEQ=301><ACK=601><DATA=5><CTL=ACK><WND=1000>')).not.toContainEqual(
      expect.stringMatching(/DATA/),
    )
    expect(script.endpoint.sndWnd).toBe(500)
  })
})

describe('the byte of a window probe', () => {
  it('is sent again with the rest when the window opens, and is no duplicate-ACK trap', () => {
    const script = Script.established(100, 300, {}, 0)
    script.send(100)
    script.wait(1000)
    for (let i = 0; i < 5; i += 1) expect(script.get('<SEQ=301><ACK=101><CTL=ACK><WND=0>')).toEqual([])
    expect(script.get('<SEQ=301><ACK=101><CTL=ACK><WND=1000>')).toEqual(['<SEQ=101><ACK=301><DATA=100><CTL=ACK>'])
  })
})

describe('a FIN that finds no room', () => {
  it('waits for the window, asking', () => {
    const script = Script.established(100, 300, {}, 0)
    expect(script.close()).toEqual([])
    expect(script.wait(1000)).toEqual(['<SEQ=100><ACK=301><CTL=ACK>'])
    expect(script.get('<SEQ=301><ACK=101><CTL=ACK><WND=10>')).toEqual(['<SEQ=101><ACK=301><CTL=FIN,ACK>'])
  })
})
