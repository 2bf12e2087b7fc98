import { ClipboardItem, clipboard, type BrowserWindow } from 'electron'
import type { Handlers } from '@shared/protocol/handlers'
import { ok } from '@shared/result'
import type { Notes } from './notes-window'

/** What a page may do only after a key or click, done by the host for a choice in the menu, which is neither. */
export function windowHandlers(
  window: () => BrowserWindow | null,
  notes: () => Notes | null,
): Pick<Handlers, 'fullScreen' | 'bringNotesForward' | 'copy'> {
  return {
    fullScreen({ on }) {
      window()?.setFullScreen(on)
      return Promise.resolve(ok({}))
    },
    bringNotesForward() {
      notes()?.bringForward()
      return Promise.resolve(ok({}))
    },
    async copy(what) {
      if (what.kind === 'text') await clipboard.writeText(what.text)
      else await clipboard.write([new ClipboardItem({ 'image/png': pngOf(what.data) })])
      return ok({})
    },
  }
}

const pngOf = (base64: string): Blob => new Blob([Buffer.from(base64, 'base64')], { type: 'image/png' })
