import { describe, expect, it } from 'vitest'
import { LESSONS, NO_PROGRESS, doneSteps, resume, take, type Lesson, type Scene, type Taking } from '@shared/lesson'
import type { Side, TraceEventName } from '@shared/trace/names'
import type { Connection } from '@shared/trace/schema'

const NOTHING: Scene = { connection: null, key: null, played: null, seq: 'relative', view: 'lesson' }

function connection(...events: (readonly [Side, TraceEventName])[]): Connection {
  return {
    id: 'c1',
    client: null,
    server: null,
    observes: ['client', 'server'],
    allowHalfOpen: { client: false, server: false },
    events: events.map(([side, name], t) => ({ t, side, name, provenance: 'observed' as const })),
    segments: [],
    states: [],
    notes: [],
  }
}
const CONNECTED = connection(['client', 'connect'], ['server', 'connection'])

const both = (text: string) => ({ en: text, 'zh-CN': text })
const lesson = (...steps: unknown[]): Lesson =>
  ({ id: 'mine', title: both('Mine'), summary: both('Short'), minutes: 5, steps }) as Lesson
const READ = { kind: 'read', text: both('Read') }
const CONNECT = { kind: 'do', text: both('Connect'), action: { do: 'connect' } }

const open = (of: Lesson, scene = NOTHING): Taking =>
  take({ lesson: null, progress: NO_PROGRESS, before: null }, { kind: 'open', lesson: of }, scene)
const look = (taking: Taking, scene: Scene): Taking => take(taking, { kind: 'look' }, scene)
const move = (taking: Taking, by: number, scene = NOTHING): Taking => take(taking, { kind: 'move', by }, scene)
const at = ({ lesson: of, progress }: Taking): number => (of ? resume(progress, of) : -1)
const done = ({ lesson: of, progress }: Taking): number[] => (of ? doneSteps(progress, of) : [])

describe('taking a lesson', () => {
  it('does nothing while none is open', () => {
    const none: Taking = { lesson: null, progress: NO_PROGRESS, before: null }
    for (const kind of ['answer', 'act', 'restart', 'return', 'look'] as const)
      expect(take(none, { kind }, NOTHING)).toBe(none)
    expect(take(none, { kind: 'move', by: 1 }, NOTHING)).toBe(none)
  })

  it('counts what is read as done when it is shown, and stays within the lesson', () => {
    const taking = open(lesson(READ, READ, READ))
    expect([at(taking), done(taking)]).toEqual([0, [0]])
    const next = move(taking, 1)
    expect([at(next), done(next)]).toEqual([1, [0, 1]])
    expect(at(move(next, 7))).toBe(2)
    expect(at(move(next, -7))).toBe(0)
  })

  it('changes nothing when the scene changes and the step is done, or waits still', () => {
    const read = open(lesson(READ))
    expect(look(read, { ...NOTHING, connection: CONNECTED, key: 'c1' })).toBe(read)
    const waits = open(lesson(CONNECT))
    expect(look(waits, { ...NOTHING, connection: connection(), key: 'c1' })).toBe(waits)
  })

  it('takes a plain connection that was there before the step that asks for the first one', () => {
    const scene = { ...NOTHING, connection: CONNECTED, key: 'c1' }
    expect(done(open(lesson(CONNECT), scene))).toEqual([0])
  })

  it('waits for another connection where the step makes one of its own', () => {
    const scene = { ...NOTHING, connection: CONNECTED, key: 'c1' }
    const special = { ...CONNECT, action: { do: 'connect', allowHalfOpen: { client: true, server: true } } }
    for (const of of [lesson(special), lesson(READ, CONNECT, CONNECT)]) {
      const taking = move(open(of, scene), of.steps.length - 1, scene)
      expect(done(look(taking, scene))).not.toContain(of.steps.length - 1)
      expect(done(look(taking, { ...scene, key: 'c2' }))).toContain(of.steps.length - 1)
    }
  })

  it('waits for another connection once its action is done again', () => {
    const scene = { ...NOTHING, connection: CONNECTED, key: 'c1' }
    const taking = take(open(lesson(READ, CONNECT, CONNECT)), { kind: 'act' }, scene)
    expect(taking.before).toBe('c1')
    expect(done(look(move(taking, 1), { ...scene, key: 'c2' }))).toContain(1)
  })

  it('counts a scenario once it has been played to its end, and no other', () => {
    const taking = open(lesson({ kind: 'do', text: both('Play'), action: { do: 'play', scenario: 'one' } }))
    const scene = { ...NOTHING, connection: CONNECTED, key: 'c1' }
    for (const played of [null, 'two']) expect(done(look(taking, { ...scene, played }))).toEqual([])
    expect(done(look(taking, { ...scene, played: 'one' }))).toEqual([0])
  })

  it('counts at once what is already so when a step begins', () => {
    const send = { kind: 'do', text: both('Send'), action: { do: 'send', side: 'client', text: 'hi' } }
    const sent = connection(['client', 'connect'], ['server', 'connection'], ['server', 'data'])
    const scene = { ...NOTHING, connection: sent, key: 'c1' }
    expect(done(move(open(lesson(READ, send), scene), 1, scene))).toEqual([0, 1])
  })

  it('checks the trace', () => {
    const ended = { event: { side: 'server', name: 'end' } }
    const of = lesson({ kind: 'check', text: both('Check'), all: [ended], otherwise: both('End it') })
    const scene = { ...NOTHING, connection: CONNECTED, key: 'c1' }
    expect(done(open(of, scene))).toEqual([])
    expect(done(look(open(of, scene), { ...scene, connection: connection(['server', 'end']) }))).toEqual([0])
  })

  it('sees that a setting or the view is changed', () => {
    const seq = lesson({ kind: 'change', text: both('Change'), setting: { seq: 'absolute' } })
    expect(done(look(open(seq), NOTHING))).toEqual([])
    expect(done(look(open(seq), { ...NOTHING, seq: 'absolute' }))).toEqual([0])
    const view = lesson({ kind: 'change', text: both('Change'), setting: { view: 'machine' } })
    expect(done(open(view))).toEqual([])
    expect(done(look(open(view), { ...NOTHING, view: 'machine' }))).toEqual([0])
  })

  it('waits for the answer to a question, whatever is shown', () => {
    for (const kind of ['quiz', 'predict']) {
      const taking = open(lesson({ kind, text: both('Ask'), choices: [], segment: {} }))
      expect(done(look(taking, { ...NOTHING, connection: CONNECTED, key: 'c1' }))).toEqual([])
      const answered = take(taking, { kind: 'answer' }, NOTHING)
      expect(done(answered)).toEqual([0])
      expect(take(answered, { kind: 'answer' }, NOTHING)).toBe(answered)
    }
  })

  it('is resumed where it was left, and begun anew only on request', () => {
    const of = lesson(READ, READ, READ)
    const left = take(move(open(of), 1), { kind: 'open', lesson: null }, NOTHING)
    expect(left.lesson).toBeNull()
    const again = take(left, { kind: 'open', lesson: of }, NOTHING)
    expect([at(again), done(again)]).toEqual([1, [0, 1]])
    const anew = take(again, { kind: 'restart' }, NOTHING)
    expect([at(anew), done(anew)]).toEqual([0, [0]])
  })

  it('goes through each lesson of the app, whose last step is reached by moving alone', () => {
    for (const of of LESSONS) {
      let taking = open(of)
      for (let index = 1; index < of.steps.length; index += 1) taking = move(taking, 1)
      expect(at(taking)).toBe(of.steps.length - 1)
    }
  })
})
