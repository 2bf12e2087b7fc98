import { afterEach, describe, expect, it } from 'vitest'
import { nextTick } from 'vue'
import { BOX, EDGES, labelBox, PLACES } from '@renderer/components/machine/geometry'
import { LABEL_PLACES, labelLines } from '@renderer/components/machine/labels'
import { useConnections } from '@renderer/stores/connections'
import { usePlayback } from '@renderer/stores/playback'
import { useSelection } from '@renderer/stores/selection'
import MachineView from '@renderer/views/MachineView.vue'
import { TRANSITIONS } from '@shared/tcp/transitions'
import { SIDES, TCP_STATES } from '@shared/trace/names'
import { show, type Harness } from '../support/app'
import { conversation, trace } from '../support/samples'

let shown: Harness | null = null
afterEach(() => {
  shown?.wrapper.unmount()
  shown = null
})

async function open(): Promise<Harness> {
  shown = await show(MachineView)
  useConnections().add(trace({ connections: [conversation()] }), true)
  await nextTick()
  return shown
}

describe('the state diagram', () => {
  it('has a place for every state, and every row of the transition table on one edge', () => {
    expect(new Set(PLACES.map(({ state }) => state))).toEqual(new Set(TCP_STATES))
    const drawn = EDGES.flatMap(({ transitions }) => transitions.map(({ id }) => id))
    expect(drawn.sort()).toEqual(TRANSITIONS.map(({ id }) => id).sort())
    for (const { path } of EDGES) expect(path).not.toMatch(/NaN|Infinity/)
  })

  it('takes for the RFC’s figure what Figure 5 draws, and no more: its note 2 names an edge that it omits', () => {
    expect(
      EDGES.filter(({ inFigure }) => inFigure)
        .map(({ key }) => key)
        .sort(),
    ).toEqual(
      [
        'CLOSED>LISTEN',
        'CLOSED>SYN-SENT',
        'LISTEN>CLOSED',
        'LISTEN>SYN-RECEIVED',
        'LISTEN>SYN-SENT',
        'SYN-SENT>CLOSED',
        'SYN-SENT>SYN-RECEIVED',
        'SYN-SENT>ESTABLISHED',
        'SYN-RECEIVED>LISTEN',
        'SYN-RECEIVED>ESTABLISHED',
        'SYN-RECEIVED>FIN-WAIT-1',
        'ESTABLISHED>FIN-WAIT-1',
        'ESTABLISHED>CLOSE-WAIT',
        'FIN-WAIT-1>FIN-WAIT-2',
        'FIN-WAIT-1>CLOSING',
        'FIN-WAIT-2>TIME-WAIT',
        'CLOSING>TIME-WAIT',
        'CLOSE-WAIT>LAST-ACK',
        'LAST-ACK>CLOSED',
        'TIME-WAIT>CLOSED',
      ].sort(),
    )
  })

  it('lights the state of each end and traces the path', async () => {
    const { wrapper } = await open()
    expect(wrapper.findAll('.place.client').map((place) => place.attributes('aria-label'))).toEqual([
      'ESTABLISHED Client',
    ])
    expect(wrapper.findAll('.edge.taken')).toHaveLength(3)
    expect(wrapper.findAll('.step')).toHaveLength(3)
  })

  it('follows playback', async () => {
    const { wrapper } = await open()
    usePlayback().seek(1)
    await nextTick()
    expect(wrapper.find('.place.client').attributes('aria-label')).toContain('SYN-SENT')
  })

  it('goes to the moment of an edge, by mouse and by keyboard', async () => {
    const { wrapper } = await open()
    const edge = wrapper.findAll('.edge.taken').find((one) => one.text().includes('rcv SYN,ACK'))
    await edge?.trigger('keydown', { key: 'Enter' })
    expect(useSelection().current).toEqual({ kind: 'state', side: 'client', index: 2 })
    expect(usePlayback().shown).toBe(2)
  })

  it('goes ahead to an edge that is not taken yet', async () => {
    const { wrapper } = await open()
    usePlayback().seek(0)
    await nextTick()
    const edge = wrapper.findAll('.edge.ahead').find((one) => one.text().includes('rcv SYN,ACK'))
    expect(edge?.attributes('role')).toBe('button')
    await edge?.trigger('click')
    expect(usePlayback().shown).toBe(2)
    expect(
      wrapper
        .findAll('.edge.taken')
        .map((one) => one.text())
        .join(),
    ).toContain('rcv SYN,ACK')
  })

  it('goes through all the times an edge was taken, one after the other', async () => {
    shown = await show(MachineView)
    const closes = SIDES.map((side) => ({
      t: 70,
      side,
      state: 'FIN-WAIT-1' as const,
      provenance: 'inferred' as const,
      transition: 'established-close',
    }))
    useConnections().add(trace({ connections: [{ ...conversation(), states: closes }] }), true)
    await nextTick()
    const edge = shown.wrapper.find('.edge.taken')
    const sides = []
    for (let presses = 0; presses < 3; presses++) {
      await edge.trigger('click')
      sides.push(useSelection().current)
    }
    expect(sides).toMatchObject([{ side: 'client' }, { side: 'server' }, { side: 'client' }])
  })
})

describe('the labels of the figure', () => {
  const figure = EDGES.filter(({ inFigure }) => inFigure).map(({ key, points, transitions }) => ({
    key,
    points,
    ...labelBox(labelLines(transitions)),
    ...(LABEL_PLACES.get(key) ?? { x: NaN, y: NaN }),
  }))
  type Label = (typeof figure)[number]
  const meets = (a: Omit<Label, 'key' | 'points'>, b: Omit<Label, 'key' | 'points'>): boolean =>
    Math.abs(a.x - b.x) < (a.width + b.width) / 2 && Math.abs(a.y - b.y) < (a.height + b.height) / 2

  it('cut no arrow, and lie over no state and no other label', () => {
    expect(figure.length).toBe(20)
    for (const label of figure) {
      for (const { key, points } of figure) {
        const through = points.some((point) => meets(label, { ...point, width: 0, height: 0 }))
        expect(through, `${key} runs through the label of ${label.key}`).toBe(false)
      }
      expect(figure.filter((other) => other !== label && meets(label, other))).toEqual([])
      expect(PLACES.filter(({ x, y }) => meets(label, { x, y, ...BOX }))).toEqual([])
    }
  })
})
