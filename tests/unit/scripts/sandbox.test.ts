import { describe, expect, it } from 'vitest'
import { whyNoSandbox } from '../../../scripts/start/sandbox.mjs'

const ordinary = { platform: 'linux', uid: 1000, setuidHelper: false, namespaces: true } as const

describe('Chromium’s sandbox', () => {
  it('starts for an ordinary user who may make namespaces, or has the setuid helper', () => {
    expect(whyNoSandbox(ordinary)).toBeNull()
    expect(whyNoSandbox({ ...ordinary, namespaces: false, setuidHelper: true })).toBeNull()
  })

  it('does not start for root, nor where neither is to be had', () => {
    expect(whyNoSandbox({ ...ordinary, uid: 0, setuidHelper: true })).toMatch(/root/)
    expect(whyNoSandbox({ ...ordinary, namespaces: false })).toMatch(/user namespaces/)
  })

  it('asks for nothing on macOS and Windows', () => {
    expect(whyNoSandbox({ ...ordinary, platform: 'darwin', uid: 0, namespaces: false })).toBeNull()
    expect(whyNoSandbox({ ...ordinary, platform: 'win32', uid: undefined, namespaces: false })).toBeNull()
  })
})
