import { EventEmitter } from 'node:events'
import { readFileSync } from 'node:fs'
import { compileFunction } from 'node:vm'

/** A frame as the main process sees it. */
export interface FakeFrame {
  url: string
  parent: FakeFrame | null
}

/** One loaded document: what a preload exposed to it, and the messages that reach it. */
export interface FakePage {
  readonly exposed: Record<string, unknown>
  deliver(channel: string, message: unknown): void
}

export type Invoke = (channel: string, args: unknown[]) => Promise<unknown>

/**
 * Runs a built preload as a sandboxed one runs: it can require nothing but electron. What the page and the preload hand
 * each other is cloned, as `contextBridge` does; functions are wrapped.
 */
export function loadPage(preload: string, invoke: Invoke): FakePage {
  const exposed: Record<string, unknown> = {}
  const messages = new EventEmitter()
  const electron = {
    contextBridge: {
      exposeInMainWorld: (name: string, api: Record<string, unknown>) => {
        exposed[name] = Object.freeze(Object.fromEntries(Object.entries(api).map(([key, value]) => [key, wrap(value)])))
      },
    },
    ipcRenderer: {
      invoke: (channel: string, ...args: unknown[]) => invoke(channel, args),
      on: (channel: string, listener: (...args: unknown[]) => void) => messages.on(channel, listener),
      off: (channel: string, listener: (...args: unknown[]) => void) => messages.off(channel, listener),
    },
  }
  const require = (name: string): unknown => {
    if (name === 'electron') return electron
    throw new Error(`A sandboxed preload cannot require "${name}".`)
  }
  const module = { exports: {} }
  compileFunction(readFileSync(preload, 'utf8'), ['require', 'module', 'exports'])(require, module, module.exports)
  return { exposed, deliver: (channel, message) => void messages.emit(channel, { sender: 'hidden' }, message) }
}

/** A value on its way through the context bridge. */
function wrap(value: unknown): unknown {
  if (typeof value !== 'function') return structuredClone(value)
  return (...args: unknown[]) => {
    const result: unknown = value(...args.map(wrap))
    return result instanceof Promise ? result.then(wrap) : wrap(result)
  }
}
