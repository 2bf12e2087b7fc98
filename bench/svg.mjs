import { readFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import { launch } from './browser.mjs'
import { at, bundle, median } from './bundle.mjs'

const ROUNDS = 5

/** Trace to finished SVG, against Mermaid drawing 1,000 messages, both in the same page of the same Chromium. */
export async function svg() {
  const files = {
    '/ours.mjs': await bundle('bench/svg-page.ts', 'page'),
    '/mermaid.js': at('bench/node_modules/mermaid/dist/mermaid.min.js'),
  }
  const server = createServer((request, response) => {
    const file = files[/** @type {keyof typeof files} */ (request.url ?? '')]
    response.setHeader('content-type', file ? 'text/javascript' : 'text/html')
    if (file) void readFile(file).then((bytes) => response.end(bytes))
    else response.end('<!doctype html><script src="/mermaid.js"></script><body></body>')
  })
  await new Promise((ready) => server.listen(0, '127.0.0.1', () => ready(undefined)))
  const address = server.address()
  const browser = await launch()
  try {
    const page = await browser.newPage()
    await page.goto(`http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}/`)
    const times = await page.evaluate(measure, ROUNDS)
    const [mermaid, thousand, tenThousand] = [times.mermaid, times.thousand, times.tenThousand].map(median)
    const figure = (/** @type {number} */ ms) => `${(ms / mermaid).toFixed(3)} of Mermaid's ${mermaid.toFixed(0)} ms`
    return [
      {
        what: 'SVG of 10,000 segments, against Mermaid with 1,000 messages',
        figure: figure(tenThousand),
        goal: 'at most 0.100',
        reached: tenThousand <= mermaid / 10,
        command: 'npm run bench -- svg',
      },
      {
        what: 'SVG of 1,000 segments, against Mermaid with 1,000 messages',
        figure: figure(thousand),
        goal: 'at most 0.100',
        reached: thousand <= mermaid / 10,
        command: 'npm run bench -- svg',
      },
    ]
  } finally {
    await browser.close()
    server.close()
  }
}

/**
 * Runs in the page.
 *
 * @param {number} rounds
 * @returns {Promise<{ mermaid: number[], thousand: number[], tenThousand: number[] }>} milliseconds
 */
async function measure(rounds) {
  const ours = '/ours.mjs'
  const { conversation, draw } = await import(ours)
  const { mermaid } = globalThis
  mermaid.initialize({ startOnLoad: false, maxTextSize: 10_000_000, maxEdges: 100_000 })
  const messages = Array.from({ length: 1000 }, (_, i) =>
    i % 2 ? 'S-->>C: ACK seq=1' : 'C->>S: PSH,ACK seq=1 len=100',
  )
  const diagram = `sequenceDiagram\nparticipant C\nparticipant S\n${messages.join('\n')}`
  const timed = async (/** @type {() => unknown} */ work) => {
    const begun = performance.now()
    await work()
    return performance.now() - begun
  }
  const traces = [conversation(1000), conversation(10_000)]
  const times = { mermaid: [], thousand: [], tenThousand: [] }
  for (let i = 0; i < rounds; i += 1) {
    times.thousand.push(await timed(() => draw(traces[0])))
    times.tenThousand.push(await timed(() => draw(traces[1])))
    times.mermaid.push(await timed(() => mermaid.render(`m${i}`, diagram)))
  }
  return times
}
