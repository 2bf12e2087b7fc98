import { useEventListener } from '@vueuse/core'
import { onScopeDispose, shallowRef, type Ref } from 'vue'
import {
  channelName,
  readPresenterMessage,
  toNotesSchema,
  type FromNotes,
  type PresenterAction,
  type SpeakerNotes,
} from '@shared/protocol/presenter'

export interface NotesLink {
  /** What is shown now; null until the presenting window has said it. */
  readonly notes: Readonly<Ref<SpeakerNotes | null>>
  /** The presenting window is gone. */
  readonly over: Readonly<Ref<boolean>>
  readonly act: (action: PresenterAction) => void
}

/** The notes' end of the channel to the window that presents. */
export function useNotesLink(id: string): NotesLink {
  const notes = shallowRef<SpeakerNotes | null>(null)
  const over = shallowRef(false)
  const channel = new BroadcastChannel(channelName(id))
  const post = (message: FromNotes): void => channel.postMessage(message)

  useEventListener(channel, 'message', ({ data }: MessageEvent<unknown>) => {
    const message = readPresenterMessage(toNotesSchema, data)
    if (message?.kind === 'notes') notes.value = message.notes
    if (message?.kind === 'bye') {
      over.value = true
      window.close()
    }
  })
  onScopeDispose(() => channel.close())
  post({ kind: 'hello' })
  return { notes, over, act: (action) => post({ kind: 'act', action }) }
}
