import { connect, createServer } from 'node:net'
import { Lab } from '@main/lab'

/**
 * Sends bytes through the lab's recorded pair and through a bare pair, in turns, in a process of its own, and prints
 * what it measured as one line of JSON. Arguments: MiB a round, rounds, MiB of the long run.
 */
const MIB = 1024 * 1024
const [round = 64, rounds = 3, long = 1024] = process.argv.slice(2).map(Number)
const piece = Buffer.alloc(MIB, 'x')

async function recorded(lab: Lab, bytes: number): Promise<number> {
  const both = { client: false, server: false }
  const made = await lab.handlers.connect({
    host: '127.0.0.1',
    port: 0,
    allowHalfOpen: both,
    noDelay: false,
    over: 'loopback',
  })
  if (!made.ok) throw new Error(made.error.message)
  await lab.handlers.write({ side: 'client', bytes })
  await lab.handlers.end({ side: 'client' })
  for (;;) {
    await new Promise((resolve) => setTimeout(resolve, 50))
    const record = lab.snapshot().connections.at(-1)
    if (record?.phase !== 'closed') continue
    const { events, traffic, merged } = record.connection
    const time = (side: string, name: string): number =>
      events.find((event) => event.side === side && event.name === name)?.t ?? Number.NaN
    const took = time('server', 'close') - time('client', 'connect')
    if (traffic?.server.bytesRead !== bytes) throw new Error('bytes are missing')
    if (events.length > 2100) throw new Error(`${events.length} events are not bounded (${merged} merged)`)
    return (bytes / MIB / took) * 1000
  }
}

async function bare(bytes: number): Promise<number> {
  return new Promise((resolve) => {
    let begun = 0
    const server = createServer((socket) => {
      socket.on('data', () => undefined)
      socket.on('close', () => {
        server.close()
        resolve((bytes / MIB / (performance.now() - begun)) * 1000)
      })
    }).listen(0, '127.0.0.1', () => {
      const address = server.address()
      const client = connect({ host: '127.0.0.1', port: typeof address === 'object' && address ? address.port : 0 })
      let left = bytes
      const fill = (): void => {
        while (left > 0) {
          left -= piece.length
          if (!client.write(piece)) return
        }
        client.end()
      }
      client.on('drain', fill)
      client.on('connect', () => {
        begun = performance.now()
        fill()
      })
      client.on('data', () => undefined)
    })
  })
}

const rss = (): number => {
  global.gc?.()
  return process.memoryUsage.rss() / MIB
}

const lab = new Lab()
lab.subscribe(() => undefined)
await recorded(lab, 32 * MIB)
await bare(32 * MIB)
const ratios: number[] = []
for (let n = 0; n < rounds; n += 1) {
  const reference = await bare(round * MIB)
  ratios.push((await recorded(lab, round * MIB)) / reference)
}
const before = rss()
let peak = before
const watch = setInterval(() => (peak = Math.max(peak, process.memoryUsage.rss() / MIB)), 20)
const throughput = await recorded(lab, long * MIB)
clearInterval(watch)
const after = rss()
await lab.dispose()
console.log(JSON.stringify({ ratios, before, peak, after, throughput }))
