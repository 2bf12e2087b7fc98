import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { nextTick } from 'vue'
import { useConnections } from '@renderer/stores/connections'
import { usePlayback } from '@renderer/stores/playback'
import { useSelection } from '@renderer/stores/selection'
import { useSettings } from '@renderer/stores/settings'
import { startStores } from '../support/app'
import { connection, event, record, segments, trace } from '../support/samples'

describe('playback, with real stores and a fake LabClient', () => {
  beforeEach(async () => {
    await startStores()
    usePlayback()
    useConnections().add(trace(), true)
  })
  afterEach(() => {
    vi.useRealTimers()
  })

  it('shows everything at first and selects the last segment', () => {
    expect(usePlayback()).toMatchObject({ total: 10, shown: 10, following: true, upTo: null })
    expect(useSelection().current).toEqual({ kind: 'segment', n: 10 })
  })

  it('steps, jumps to both ends and stops there', () => {
    const playback = usePlayback()
    playback.first()
    expect(playback.shown).toBe(0)
    expect(useSelection().current).toBeNull()
    playback.step(-1)
    expect(playback.shown).toBe(0)
    playback.step(1)
    expect(playback.shown).toBe(1)
    expect(useSelection().current).toEqual({ kind: 'segment', n: 1 })
    playback.last()
    playback.step(1)
    expect(playback).toMatchObject({ shown: 10, following: true })
  })

  it('hides what comes after the segment that is shown last', () => {
    const playback = usePlayback()
    playback.seek(2)
    expect(playback.upTo).toBe(15)
    playback.seek(0)
    expect(playback.upTo).toBeLessThan(0)
  })

  it('plays at the chosen speed, to the end, and no further', () => {
    vi.useFakeTimers()
    const playback = usePlayback()
    useSettings().speed = 2
    playback.toggle()
    expect(playback).toMatchObject({ playing: true, shown: 0 })
    vi.advanceTimersByTime(1600)
    expect(playback.shown).toBe(3)
    vi.advanceTimersByTime(10_000)
    expect(playback).toMatchObject({ playing: false, shown: 10, following: true })
    useSettings().speed = 1
  })

  it('stops playing when the reader steps', () => {
    vi.useFakeTimers()
    const playback = usePlayback()
    playback.toggle()
    playback.step(1)
    vi.advanceTimersByTime(5000)
    expect(playback).toMatchObject({ playing: false, shown: 1 })
  })

  it('moves on to a segment that is chosen but not shown yet', () => {
    const playback = usePlayback()
    playback.seek(2)
    playback.select(1)
    expect(playback.shown).toBe(2)
    playback.select(5)
    expect(playback.shown).toBe(5)
  })

  it('starts anew with another connection', async () => {
    const playback = usePlayback()
    playback.seek(2)
    useConnections().add(trace({ connections: [connection({ segments: segments('c:S:0', 's:RA:0/1') })] }), true)
    await nextTick()
    expect(playback).toMatchObject({ total: 2, shown: 2, following: true })
    expect(useSelection().current).toEqual({ kind: 'segment', n: 2 })
  })

  it("selects the newest segment of a stream a few times a second, and leaves the reader's own choice alone", async () => {
    const lab = await startStores()
    vi.useFakeTimers()
    const selection = useSelection()
    const playback = usePlayback()
    const events = [
      event(0, 'client', 'call:connect'),
      event(1, 'server', 'connection'),
      event(1.1, 'client', 'connect'),
    ]
    lab.emit([{ kind: 'connection', record: record({ id: 'stream', events }) }])
    await vi.advanceTimersByTimeAsync(500)
    expect(selection.current).toEqual({ kind: 'segment', n: 3 })

    const seen = new Set<unknown>()
    const write = async (index: number): Promise<void> => {
      lab.emit([
        { kind: 'event', connection: 'stream', index, event: event(index * 50, 'client', 'call:write', { bytes: 9 }) },
      ])
      await vi.advanceTimersByTimeAsync(20)
      seen.add(selection.current)
    }
    for (let index = 3; index < 23; index += 1) await write(index)
    expect(seen.size).toBeGreaterThan(1)
    expect(seen.size).toBeLessThan(6)
    await vi.advanceTimersByTimeAsync(500)
    expect(selection.current).toEqual({ kind: 'segment', n: playback.total })

    selection.select({ kind: 'segment', n: 2 })
    await write(23)
    await vi.advanceTimersByTimeAsync(500)
    expect(selection.current).toEqual({ kind: 'segment', n: 2 })
  })
})
