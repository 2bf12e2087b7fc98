/**
 * Questions and answers between the process of the main program and that of the test, over Node's own channel. Whatever
 * crosses is structured-cloned, as between Electron's processes.
 *
 * @typedef {{ id: number, ask?: string, params?: unknown, answer?: unknown, error?: string }} Message
 * @typedef {{ connected: boolean, send?: (message: Message) => unknown, on(event: 'message', listener: (message: any) => void): unknown }} End
 * @param {End} end
 * @param {Readonly<Record<string, (params: any) => unknown>>} handlers
 * @returns {(ask: string, params?: unknown) => Promise<any>}
 */
export function link(end, handlers) {
  /** @type {Map<number, { resolve: (answer: unknown) => void, reject: (error: Error) => void }>} */
  const waiting = new Map()
  let last = 0
  // The other end may have ended meanwhile, which is no fault of the question.
  const send = (/** @type {Message} */ message) => (end.connected ? end.send?.(message) : undefined)
  end.on('message', async (/** @type {Message} */ { id, ask, params, answer, error }) => {
    if (ask === undefined) {
      const settle = waiting.get(id)
      waiting.delete(id)
      if (error === undefined) settle?.resolve(answer)
      else settle?.reject(new Error(error))
      return
    }
    try {
      send({ id, answer: await handlers[ask]?.(params) })
    } catch (failure) {
      send({ id, error: failure instanceof Error ? (failure.stack ?? failure.message) : String(failure) })
    }
  })
  return (ask, params) =>
    new Promise((resolve, reject) => {
      const id = (last += 1)
      waiting.set(id, { resolve, reject })
      send({ id, ask, params })
    })
}
