import { spawn } from 'node:child_process'
import { WebSocket } from 'ws'
import { launch } from './browser.mjs'
import { at } from './bundle.mjs'

const EVENTS = 300
const GAP_MS = 10
const GOAL_MS = 50

/**
 * From the call that sends data to the frame that shows its arrow, in the browser host, at 100 a second. Each write has a
 * size of its own, by which its arrow is known again.
 */
export async function paint() {
  const host = spawn(process.execPath, [at('out/main/cli.js'), 'serve', '--port', '0'], {
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const browser = await launch()
  try {
    const url = await addressOf(host)
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } })
    await page.goto(url)
    const call = await connect(url)
    // Without Nagle's algorithm, or TCP would gather several writes in one segment.
    await call('connect', { noDelay: true })
    await page.getByText('ESTABLISHED').first().waitFor()
    await page.evaluate(watch)
    const sent = new Map()
    const begun = performance.now()
    for (let i = 0; i < EVENTS; i += 1) {
      await new Promise((go) => setTimeout(go, begun + i * GAP_MS - performance.now()))
      sent.set(1000 + i, Date.now())
      void call('write', { side: 'client', bytes: 1000 + i })
    }
    await page.waitForFunction((last) => globalThis.painted.has(last), 1000 + EVENTS - 1)
    const painted = new Map(await page.evaluate(() => [...globalThis.painted]))
    const newest = await page.locator('[data-key^=segment-]').last().getAttribute('data-key')
    const segments = newest?.replace('segment-', '')
    const delays = [...sent].flatMap(([size, at]) => (painted.has(size) ? [painted.get(size) - at] : []))
    const p95 = delays.toSorted((a, b) => a - b)[Math.floor(delays.length * 0.95)] ?? Number.NaN
    return [
      {
        what: `call to painted arrow in the browser host at ${1000 / GAP_MS} a second, p95 of ${delays.length} in ${segments} segments`,
        figure: `${(p95 / GOAL_MS).toFixed(2)} of ${GOAL_MS} ms (${p95.toFixed(0)} ms)`,
        goal: 'at most 1.00',
        reached: p95 <= GOAL_MS && delays.length >= EVENTS * 0.95,
        command: 'npm run bench -- paint',
      },
    ]
  } finally {
    await browser.close()
    host.kill('SIGINT')
  }
}

/**
 * Runs in the page: notes when each data arrow's label has gone through a frame. It looks only at what is added or
 * written anew, so that it costs the page the same however long the conversation is.
 */
function watch() {
  globalThis.painted = new Map()
  /** @type {Set<number>} drawn, but in no frame yet */
  const drawn = new Set()
  // A task posted from a frame callback runs after that frame was painted.
  const channel = new MessageChannel()
  channel.port1.onmessage = () => {
    for (const size of drawn) globalThis.painted.set(size, Date.now())
    drawn.clear()
  }
  const frame = () => {
    channel.port2.postMessage(0)
    requestAnimationFrame(frame)
  }
  requestAnimationFrame(frame)
  const look = (/** @type {Node} */ node) => {
    const size = Number(/len=(\d+)/.exec(node.textContent ?? '')?.[1])
    if (size && !globalThis.painted.has(size)) drawn.add(size)
  }
  const observer = new MutationObserver((records) => {
    for (const { addedNodes, target, type } of records) {
      if (type === 'characterData') look(target)
      for (const node of addedNodes) look(node)
    }
  })
  observer.observe(document.querySelector('.picture'), { childList: true, characterData: true, subtree: true })
}

/** @param {import('node:child_process').ChildProcess} host @returns {Promise<string>} */
function addressOf(host) {
  return new Promise((found, fail) => {
    let output = ''
    const read = (/** @type {Buffer} */ chunk) => {
      output += chunk.toString()
      const address = /http:\/\/127\.0\.0\.1:\d+\/#token=[\w-]+/.exec(output)
      if (address) found(address[0])
    }
    host.stdout?.on('data', read)
    host.stderr?.on('data', read)
    host.once('close', () => fail(new Error(`the browser host ended: ${output}`)))
  })
}

/**
 * A second client of the same lab (src/shared/protocol/wire.ts).
 *
 * @param {string} url with its token
 * @returns {Promise<(command: string, params: object) => Promise<void>>}
 */
async function connect(url) {
  const { host, hash, origin } = new URL(url)
  const token = hash.replace('#token=', 'token.')
  const socket = new WebSocket(`ws://${host}/lab`, ['handshake-lab.1', token], { origin })
  const waiting = new Map()
  socket.on('message', (data) => {
    const message = JSON.parse(data.toString())
    if (message.kind === 'reply') waiting.get(message.id)?.(undefined)
  })
  await new Promise((open, fail) => {
    socket.once('open', () => open(undefined))
    socket.once('error', fail)
  })
  let id = 0
  return (command, params) =>
    new Promise((done) => {
      waiting.set(id, done)
      socket.send(JSON.stringify({ kind: 'call', id: id++, command, params }))
    })
}
