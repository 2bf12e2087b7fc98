/**
 * Loaded before Electron's own installer (`node --import`): tells the process that started it how far each answer of
 * `fetch` has come, as messages `{ bytes, total }`. The installer itself shows nothing for half a minute.
 */
const EVERY_MS = 100

const fetchPlain = fetch

/** @type {(...args: Parameters<typeof fetchPlain>) => Promise<Response>} */
const counting = async (...args) => {
  const response = await fetchPlain(...args)
  if (!response.ok || response.body === null) return response
  const total = Number(response.headers.get('content-length')) || null
  let bytes = 0
  let told = 0
  const tell = () => {
    if (bytes !== told) process.send?.({ bytes, total })
    told = bytes
  }
  // Not for each chunk, of which there are thousands; the end is told at once.
  const timer = setInterval(tell, EVERY_MS).unref()
  const counted = response.body.pipeThrough(
    new TransformStream({
      transform(chunk, controller) {
        bytes += chunk.byteLength
        controller.enqueue(chunk)
      },
      flush() {
        clearInterval(timer)
        tell()
      },
    }),
  )
  return new Response(counted, { status: response.status, statusText: response.statusText, headers: response.headers })
}

Object.assign(globalThis, { fetch: counting })
