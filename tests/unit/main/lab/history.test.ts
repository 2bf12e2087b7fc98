import { describe, expect, it } from 'vitest'
import type { Conversation } from '@main/lab/conversation'
import { History } from '@main/lab/history'

const conversation = (id: string, over: boolean): Conversation => ({ id, over }) as Conversation

describe('the history', () => {
  it('drops the oldest connection that is over, and an open one only when all are open', () => {
    const removed: string[] = []
    const history = new History(3, (id) => removed.push(id))
    history.add(conversation('open', false))
    history.add(conversation('over-1', true))
    history.add(conversation('over-2', true))
    history.add(conversation('new', false))
    expect(removed).toEqual(['over-1'])
    history.add(conversation('newer', false))
    history.add(conversation('newest', false))
    expect(removed).toEqual(['over-1', 'over-2', 'open'])
    expect(history.all.map(({ id }) => id)).toEqual(['new', 'newer', 'newest'])
    expect(history.newest?.id).toBe('newest')
  })

  it('never drops one of ours that is open, whatever other programs open', () => {
    const removed: string[] = []
    const history = new History(3, (id) => removed.push(id))
    history.add({ ...conversation('ours', false), ours: true } as Conversation)
    for (let n = 0; n < 50; n++) history.add(conversation(`stranger-${n}`, false))
    expect(removed).toHaveLength(48)
    expect(history.all.map(({ id }) => id)).toEqual(['ours', 'stranger-48', 'stranger-49'])
  })

  it('drops one that is over since it was added, and not one that is open again', () => {
    const removed: string[] = []
    const history = new History(2, (id) => removed.push(id))
    const [first, second] = [conversation('first', false), conversation('second', false)]
    history.add(first)
    history.add(second)
    Object.assign(second, { over: true }).onOver()
    history.add(conversation('third', false))
    expect(removed).toEqual(['second'])
    Object.assign(first, { over: true, ours: true }).onOver()
    Object.assign(first, { over: false })
    history.add(conversation('fourth', false))
    expect(removed).toEqual(['second', 'third'])
  })

  it('asks about no more of them the more there are', () => {
    let asked = 0
    const history = new History(2000, () => undefined)
    for (let n = 0; n < 10_000; n++) {
      history.add({
        id: String(n),
        get over() {
          asked += 1
          return false
        },
      } as Conversation)
    }
    expect(asked).toBeLessThanOrEqual(10_000)
  })

  it('still has what it removes while it tells of it', () => {
    const known: boolean[] = []
    const history: History = new History(1, (id) => known.push(history.get(id) !== undefined))
    history.add(conversation('a', true))
    history.clear()
    expect([known, history.all]).toEqual([[true], []])
  })
})
