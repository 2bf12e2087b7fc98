import { describe, expect, it } from 'vitest'
import { probeWire, type Machine } from '@main/wire/probe'

/** Machines that are not at hand, answering in place of the real one. */
const able: Machine = {
  platform: 'linux',
  path: '/bin:/usr/bin',
  exists: (path) => path === '/usr/bin/unshare' || path === '/dev/net/tun',
  opens: () => null,
  runs: () => Promise.resolve(null),
  koffi: () => null,
}

describe('probeWire on a stand-in for a machine', () => {
  it('finds the way where everything is there', async () => {
    expect(await probeWire(able)).toEqual({ ok: true, value: { unshare: '/usr/bin/unshare' } })
  })

  it.each<[string, Partial<Machine>, string, string]>([
    ['macOS', { platform: 'darwin' }, 'wire-not-linux', 'loopback'],
    ['no unshare', { exists: () => false }, 'wire-no-unshare', 'util-linux'],
    [
      'namespaces forbidden',
      { runs: () => Promise.resolve('unshare: write failed /proc/self/uid_map: Operation not permitted') },
      'wire-namespaces-forbidden',
      'sysctl',
    ],
    ['no TUN', { exists: (path) => path === '/usr/bin/unshare' }, 'wire-no-tun', 'modprobe'],
    ['TUN without its module', { opens: () => 'ENODEV' }, 'wire-no-tun', 'modprobe'],
    ['TUN for root only', { opens: () => 'EACCES' }, 'wire-tun-forbidden', 'chmod'],
    ['koffi without a binary', { koffi: () => 'Cannot find the native Koffi module' }, 'wire-no-koffi', 'npm install'],
  ])('names %s, and what to do about it', async (_name, lack, code, advice) => {
    const probed = await probeWire({ ...able, ...lack })
    expect(probed).toMatchObject({ ok: false, error: { code } })
    expect(probed.ok ? '' : probed.error.message).toContain(advice)
  })
})
