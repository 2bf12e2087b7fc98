import { once } from 'node:events'
import { connect } from 'node:net'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads'
import { Lab } from '@main/lab'

/**
 * Many visits to the door, by a client in a thread of its own. Prints how long they took, and each half of them, until
 * accepted; how long the lab's thread was held up at most; and how much more memory it holds in the end, MiB.
 *
 * Arguments: visits, requests of each, length of each request's path, and `open` where the visits stay open.
 */
interface Load {
  readonly port: number
  readonly visits: number
  readonly requests: number
  readonly length: number
  readonly open: boolean
}

const AT_ONCE = 64

async function visit({ port, requests, length, open }: Load): Promise<void> {
  const request = `GET /${'x'.repeat(length)} HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\n\r\n`
  const answers = requests
  await new Promise<void>((resolve) => {
    const socket = connect(port, '127.0.0.1', () => {
      if (answers === 0) resolve()
      socket.write(request.repeat(requests))
    })
    let heard = 0
    socket.on('data', (chunk) => {
      heard += chunk.toString('latin1').split('HTTP/1.1 200').length - 1
      if (heard < answers) return
      resolve()
      if (!open) socket.destroy()
    })
    // The door makes room for new visits by closing the oldest.
    socket.on('error', () => undefined)
    socket.on('close', () => resolve())
  })
}

async function load(given: Load): Promise<void> {
  let begun = 0
  const lane = async (): Promise<void> => {
    while (begun < given.visits) {
      begun += 1
      await visit(given)
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, lane))
  parentPort?.postMessage('done')
}

/** Memory that is in use: the heap and what it holds outside, MiB. */
function used(): number {
  global.gc?.()
  const { heapUsed, external } = process.memoryUsage()
  return (heapUsed + external) / 2 ** 20
}

async function main(): Promise<void> {
  const [visits = 0, requests = 0, length = 0] = process.argv.slice(2).map(Number)
  const lab = new Lab()
  const door = await lab.handlers.listenForOwnClient({ port: 0 })
  if (!door.ok) throw new Error(door.error.message)
  const before = used()
  const begin = performance.now()
  let [count, half, whole] = [0, 0, 0]
  const accepted = new Promise<void>((resolve) => {
    lab.subscribe((batch) => {
      // What a page would be sent is made, and thrown away.
      JSON.stringify(batch)
      for (const event of batch.events) if (event.kind === 'own-client') count = event.ownClient?.accepted ?? count
      if (count >= visits / 2) half ||= performance.now()
      if (count < visits) return
      whole ||= performance.now()
      resolve()
    })
  })
  const delay = monitorEventLoopDelay({ resolution: 5 })
  delay.enable()
  const workerData: Load = { port: door.value.port, visits, requests, length, open: process.argv.includes('open') }
  const client = new Worker(new URL(import.meta.url), { workerData })
  await Promise.all([accepted, once(client, 'message')])
  const seconds = (performance.now() - begin) / 1000
  delay.disable()
  const more = used() - before
  await client.terminate()
  await lab.dispose()
  const halves = { first: half - begin, second: whole - half }
  console.log(JSON.stringify({ seconds, ...halves, held: delay.max / 1e6, p99: delay.percentile(99) / 1e6, more }))
}

await (isMainThread ? main() : load(workerData as Load))
