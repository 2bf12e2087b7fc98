import type { PresenterAction } from '@shared/protocol/presenter'

export type PresenterKey = PresenterAction | 'notes' | 'fill' | 'help' | 'nothing'

const ACTIONS: ReadonlyMap<string, PresenterKey> = new Map<string, PresenterKey>([
  ['PageDown', 'next'],
  ['ArrowRight', 'next'],
  [' ', 'next'],
  ['Enter', 'next'],
  ['PageUp', 'previous'],
  ['ArrowLeft', 'previous'],
  ['Backspace', 'previous'],
  ['Home', 'first'],
  ['End', 'last'],
  ['b', 'blank'],
  ['.', 'blank'],
  ['Escape', 'leave'],
  ['s', 'notes'],
  ['f', 'fill'],
  ['?', 'help'],
  // Clickers send it to begin a show; a browser would load the page anew in the middle of it.
  ['F5', 'nothing'],
])

/** What a key means while presenting: the keys that clickers send, and those of other presentation programs. */
export const presenterKey = (key: string): PresenterKey | null =>
  ACTIONS.get(key) ?? ACTIONS.get(key.toLowerCase()) ?? null

/** Those with which a control that has the focus is pressed. */
export const PRESSES: ReadonlySet<string> = new Set([' ', 'Enter'])
