import { defineStore } from 'pinia'
import { ref } from 'vue'
import {
  channelName,
  fromNotesSchema,
  notesHash,
  readPresenterMessage,
  type SpeakerNotes,
  type ToNotes,
} from '@shared/protocol/presenter'
import { useLab } from './lab'
import { usePresenter } from './presenter'

/** How large the window is at first, CSS pixels; the lecturer moves it to the other screen anyway. */
const FEATURES = 'popup,width=960,height=720'

/** The window of speaker notes, which belongs to this page alone: it hears what is shown, and says what to show next. */
export const useSpeakerNotes = defineStore('speaker-notes', () => {
  const lab = useLab()
  const presenter = usePresenter()
  /** The browser refused to open the window. */
  const blocked = ref(false)
  /** Counts the openings: opening a window ends full screen, which then is no wish to leave. */
  const openings = ref(0)

  // One for each page that is loaded, so that two tabs never drive each other.
  const id = crypto.randomUUID()
  let channel: BroadcastChannel | null = null
  let opened: Window | null = null
  let latest: SpeakerNotes | null = null

  function listen(): void {
    if (channel) return
    channel = new BroadcastChannel(channelName(id))
    channel.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
      const message = readPresenterMessage(fromNotesSchema, data)
      if (message?.kind === 'hello') {
        blocked.value = false
        if (latest) post({ kind: 'notes', notes: latest })
      }
      if (message?.kind === 'act') presenter.act(message.action)
    })
    window.addEventListener('pagehide', () => post({ kind: 'bye' }))
  }

  const post = (message: ToNotes): void => channel?.postMessage(message)

  /** Opens the window, or brings it forward. Needs a key or click: browsers open no window by themselves. */
  function open(): void {
    listen()
    if (opened && !opened.closed) {
      // Only the main process of the desktop can bring another window forward.
      if (lab.host === 'desktop') void lab.call('bringNotesForward', {})
      else opened.focus()
      return
    }
    openings.value += 1
    opened = window.open(`${location.pathname}${notesHash(id)}`, `handshake-lab-notes-${id}`, FEATURES)
    blocked.value = opened === null
  }

  /** Says how things stand now, and to notes that come later. */
  function tell(notes: SpeakerNotes): void {
    latest = notes
    post({ kind: 'notes', notes })
  }

  return { blocked, openings, open, tell }
})
