/** The name under which the page reaches the main process, until the preload has taken it away. */
export const BINDING = 'stageInvoke'
/** Where the main process hands the page a message, and the answer to a question. */
export const DELIVER = 'stageDeliver'
export const ANSWER = 'stageAnswer'

/** What JSON has no word for, as it crosses: bytes. */
export const pack = (value: unknown): string =>
  JSON.stringify(value, (_key, part: unknown) =>
    part instanceof Uint8Array ? { $bytes: Buffer.from(part).toString('base64') } : part,
  )

/**
 * The script that gives a page its preload before anything of its own runs. As a sandboxed preload it can require nothing
 * but electron, and what crosses `contextBridge` is cloned, functions wrapped.
 *
 * @param preload the text of the built preload
 */
export const preloadWorld = (preload: string): string => `(() => {
  const tell = globalThis.${BINDING}
  delete globalThis.${BINDING}
  const waiting = new Map()
  let last = 0
  const invoke = (channel, args) => new Promise((resolve, reject) => {
    waiting.set((last += 1), { resolve, reject })
    tell(JSON.stringify({ id: last, channel, args: args.map((value) => value ?? null) }))
  })
  const unpack = (text) => JSON.parse(text, (_key, value) =>
    typeof value?.$bytes === 'string' ? Uint8Array.from(atob(value.$bytes), (char) => char.charCodeAt(0)) : value)
  const listeners = new Map()
  const event = Object.freeze({ sender: 'hidden from the page' })
  const wrap = (value) => {
    if (typeof value !== 'function') return structuredClone(value)
    return (...args) => {
      const result = value(...args.map(wrap))
      return result instanceof Promise ? result.then(wrap) : wrap(result)
    }
  }
  const electron = {
    contextBridge: {
      exposeInMainWorld: (name, api) => {
        const value = Object.freeze(Object.fromEntries(Object.entries(api).map(([key, member]) => [key, wrap(member)])))
        Object.defineProperty(globalThis, name, { value, enumerable: true })
      },
    },
    ipcRenderer: {
      invoke: (channel, ...args) => invoke(channel, args),
      on: (channel, listener) => listeners.set(channel, [...(listeners.get(channel) ?? []), listener]),
      off: (channel, listener) => listeners.set(channel, (listeners.get(channel) ?? []).filter((one) => one !== listener)),
    },
  }
  Object.defineProperty(globalThis, '${DELIVER}', {
    value: (channel, text) => {
      for (const listener of listeners.get(channel) ?? []) listener(event, unpack(text))
    },
  })
  Object.defineProperty(globalThis, '${ANSWER}', {
    value: (id, text) => {
      const { answer, error } = unpack(text)
      if (error === undefined) waiting.get(id)?.resolve(answer)
      else waiting.get(id)?.reject(new Error(error))
      waiting.delete(id)
    },
  })
  const require = (name) => {
    if (name === 'electron') return electron
    throw new Error('A sandboxed preload cannot require "' + name + '".')
  }
  const module = { exports: {} };
  (function (require, module, exports) {${preload}
  })(require, module, module.exports)
})()`
