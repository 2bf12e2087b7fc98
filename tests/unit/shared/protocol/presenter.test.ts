import { describe, expect, it } from 'vitest'
import {
  channelName,
  fromNotesSchema,
  notesHash,
  notesIdOf,
  readPresenterMessage,
  toNotesSchema,
} from '@shared/protocol/presenter'

const notes = {
  language: 'en',
  title: 'A title',
  explanation: null,
  lookFor: 'The ack.',
  shown: 1,
  total: 3,
  blank: false,
  presenting: true,
  current: { headline: 'h', facts: 'f', equation: '', reasons: [{ text: 't', source: 's' }], unseen: 'u' },
  next: null,
}

describe('the messages between presenter and notes', () => {
  it('takes what the two say to each other', () => {
    expect(readPresenterMessage(toNotesSchema, { kind: 'notes', notes })).toEqual({ kind: 'notes', notes })
    expect(readPresenterMessage(toNotesSchema, { kind: 'bye' })).toEqual({ kind: 'bye' })
    expect(readPresenterMessage(fromNotesSchema, { kind: 'hello' })).toEqual({ kind: 'hello' })
    expect(readPresenterMessage(fromNotesSchema, { kind: 'act', action: 'next' })).toMatchObject({ action: 'next' })
  })

  it.each([
    null,
    'next',
    {},
    { kind: 'notes' },
    { kind: 'notes', notes: { ...notes, shown: -1 } },
    { kind: 'notes', notes: { ...notes, language: 'fr' } },
    { kind: 'notes', notes: { ...notes, html: '<script>' } },
    { kind: 'notes', notes: { ...notes, current: { headline: 1 } } },
  ])('shows nothing of %j', (raw) => {
    expect(readPresenterMessage(toNotesSchema, raw)).toBeNull()
  })

  it.each([null, { kind: 'act' }, { kind: 'act', action: 'notes' }, { kind: 'act', action: 'reset' }, { kind: 'bye' }])(
    'does nothing for %j',
    (raw) => {
      expect(readPresenterMessage(fromNotesSchema, raw)).toBeNull()
    },
  )

  it('knows whose notes an address asks for, and gives each its own channel', () => {
    const id = '1b4e28ba-2fa1-11d2-883f-0016d3cca427'
    expect(notesIdOf(notesHash(id))).toBe(id)
    for (const hash of ['', '#token=abc', '#notes=', '#notes=short', '#notes=<script>alert', `#notes=${id}&x=1`]) {
      expect(notesIdOf(hash), hash).toBeNull()
    }
    expect(channelName('aaaaaaaa')).not.toBe(channelName('bbbbbbbb'))
  })
})
