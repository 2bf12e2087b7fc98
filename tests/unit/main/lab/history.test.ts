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

  it('still has what it removes while it tells of it', () => {
    const known: boolean[] = []
    const history: History = new History(1, (id) => known.push(history.get(id) !== undefined))
    history.add(conversation('a', true))
    history.clear()
    expect([known, history.all]).toEqual([[true], []])
  })
})
