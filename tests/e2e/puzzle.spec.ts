import { connect, type Socket } from 'node:net'
import type { Locator, Page } from '@playwright/test'
import { expectAccessible } from './support/accessibility'
import { arrowTo, press, tabTo } from './support/keyboard'
import { expect, test } from './support/test'

// axe reads the whole page several times over.
test.slow()

const sockets: Socket[] = []

test.afterEach(() => {
  for (const socket of sockets.splice(0)) socket.destroy()
})

/** A client that connects and, unless told to, says nothing. */
async function knock(port: number): Promise<Socket> {
  const socket = connect({ port, host: '127.0.0.1' })
  sockets.push(socket)
  socket.on('error', () => undefined)
  await new Promise((done) => socket.once('connect', done))
  return socket
}

/** The panel of the experiment that is shown; what stands around it is looked at with the first one. */
const EXPERIMENT = '[role=tabpanel][data-state=active]'

const tab = (page: Page, name: RegExp): Locator => page.getByRole('tab', { name })
const connections = (page: Page): Locator => page.getByRole('listbox', { name: 'Connections' })
const url = (page: Page): Locator => page.locator('code.url')
const portOf = async (page: Page): Promise<number> => Number(new URL(await url(page).innerText()).port)

test('a browser comes in, and none of its connections was the handshake', async ({ lab, page, browser }) => {
  await lab.view('Puzzle')
  await expect(page.getByRole('group', { name: 'Playback' })).toHaveCount(0)
  await page.getByRole('button', { name: 'Let my browser in' }).click()
  const silent = await knock(await portOf(page))

  const visitor = await browser.newContext()
  const guest = await visitor.newPage()
  await guest.goto(await url(page).innerText())
  await expect(guest.getByRole('heading')).toHaveText(/You came in on connection \d+\./)

  const rows = connections(page).getByRole('option')
  const spoken = rows.filter({ hasText: 'carried a request' }).first()
  await expect(rows.filter({ hasText: `port ${silent.localPort}` })).toContainText('stayed silent')
  await expect(rows.filter({ hasText: `port ${silent.localPort}` })).toContainText('0 requests')
  await expect(spoken).toContainText('connected')
  const port = /port (\d+)/.exec(await spoken.innerText())?.[1] ?? ''
  await expect(guest.getByText(`port ${port}`)).toBeVisible()
  const printed = page.getByRole('group', { name: 'Server console' })
  await expect(printed).toContainText(`address 127.0.0.1\nport ${silent.localPort}`)
  await expect(printed).toContainText('GET / HTTP/1.1')

  // Each connection has its own diagram, and in it the handshake is over before the program is told.
  await spoken.click()
  const diagram = page.getByRole('region', { name: new RegExp(`port ${port}$`) })
  await expect(diagram.getByText('GET / HTTP/1.1').first()).toBeVisible()
  const told = await diagram.locator('[data-key^="event-"]').first().boundingBox()
  const third = await diagram.locator('[data-key="segment-3"]').boundingBox()
  expect(told?.y).toBeGreaterThan(third?.y ?? Infinity)

  const question = page.getByRole('region', { name: 'Which of these was the handshake?' })
  await question.getByRole('button', { name: 'The silent one' }).click()
  await expect(question).toContainText('Not quite. A silent connection is as complete as the others')
  await question.getByRole('button', { name: 'None of them' }).click()
  await expect(question).toContainText('Right. Each of them is a complete connection')
  const evidence = question.getByRole('listitem')
  await expect(evidence.filter({ hasText: `port ${silent.localPort}` })).toContainText(/'connection'\s*[\d,.]+ ms/)
  await expectAccessible(page)

  await visitor.close()
  await expect(spoken).toContainText('closed')

  // The chosen one becomes a connection like any other of Explore, and the puzzle is as it was left.
  await diagram.getByRole('button', { name: 'Study it in Explore' }).click()
  await expect(lab.stage).toContainText('The client is another program.')
  await expect(lab.stage.getByRole('heading')).toContainText(`:${port} ⇄`)
  await expect(lab.events.getByText("'data'").first()).toBeVisible()
  await expect(page.getByRole('group', { name: 'Server console' })).toContainText(`port ${port} GET / HTTP/1.1`)
  await lab.view('Puzzle')
  await expect(question).toContainText('Right. Each of them is a complete connection')
})

test('the kernel shakes hands while the program sleeps, and real closes are three segments or four', async ({
  lab,
  page,
}) => {
  await lab.view('Puzzle')
  await tab(page, /Freeze/).click()
  await page.getByRole('spinbutton', { name: /Block it for/ }).fill('400')
  await page.getByRole('button', { name: 'Freeze and connect' }).click()
  await expect(page.getByText('the kernel makes the handshake, not the program')).toBeVisible()
  const trace = page.getByRole('region', { name: 'The trace of it' })
  await expect(trace.locator('[data-key="segment-3"]')).toBeVisible()
  await expectAccessible(page, { within: EXPERIMENT })

  await tab(page, /Three or four/).click()
  const run = page.getByRole('button', { name: 'Run them' })
  await expect(run).toBeDisabled()
  await page.getByRole('spinbutton', { name: 'Closes' }).fill('12')
  await page.getByRole('checkbox', { name: 'allowHalfOpen' }).check()
  await page.getByRole('spinbutton', { name: /Server ends after/ }).fill('120')
  await page.getByRole('radio', { name: 'three segments', exact: true }).check()
  await run.click()
  await expect(
    page.getByText(/^Not quite\. As the model infers them, \d+ of these \d+ closes took four segments\.$/),
  ).toBeVisible()
  await expect(page.getByText(/With allowHalfOpen the server decides when to end/)).toBeVisible()
  await expect(page.getByRole('listitem').filter({ hasText: 'four segments' })).toContainText('12')
  await expect(page.getByRole('button', { name: /^\d+ of 12/ }).first()).toContainText("end()→'finish'")
  await expect(page.getByRole('region', { name: 'One of these closes' }).locator('[data-key^="segment"]')).toHaveCount(
    7,
  )
  await expectAccessible(page, { within: EXPERIMENT })
  await page.getByRole('button', { name: /^four segments/ }).click()
  await page.getByRole('button', { name: 'Study it in Explore' }).click()
  await expect(lab.stage.locator('[data-key^="segment"]')).toHaveCount(7)
  await expect(lab.events.getByText('end()')).toHaveCount(2)

  await lab.view('Puzzle')
  await tab(page, /Freeze/).click()
  await page.getByRole('button', { name: 'Study it in Explore' }).click()
  await expect(lab.events.getByText("'connection'")).toBeVisible()
})

test('the puzzle needs no mouse', async ({ lab }) => {
  const { page } = lab
  await tabTo(page, /^Explore$/)
  await arrowTo(page, 'Puzzle')
  await press(page, /^Let my browser in$/)
  const port = await portOf(page)
  const first = await knock(port)
  const second = await knock(port)
  await expect(connections(page).getByRole('option')).toHaveCount(2)
  await press(page, /^The first one$/)
  await expect(page.getByText('Its own handshake was over before the server heard of it.')).toBeVisible()
  await press(page, /^None of them$/)
  await expect(page.getByText('The evidence')).toBeVisible()
  await tabTo(page, /^Connections$/)
  await page.keyboard.press('ArrowDown')
  await expect(page.getByRole('heading', { name: `Connection 2, port ${second.localPort}` })).toBeVisible()
  await page.keyboard.press('Home')
  await expect(page.getByRole('heading', { name: `Connection 1, port ${first.localPort}` })).toBeVisible()

  await tabTo(page, /^1\s*Your own client/)
  await page.keyboard.press('ArrowRight')
  await press(page, /^Freeze and connect$/)
  await expect(page.getByText('the kernel makes the handshake, not the program')).toBeVisible()

  await tabTo(page, /^2\s*Freeze the program/)
  await page.keyboard.press('ArrowRight')
  await tabTo(page, /^Closes$/)
  await page.keyboard.press('ControlOrMeta+a')
  await page.keyboard.type('5')
  await press(page, /^three segments$/, 'Space')
  await press(page, /^Run them$/)
  await expect(page.getByText(/^(Right|Not quite)\. As the model infers them/)).toBeVisible()
})

/** The ports of all rows, in order, though only a window of them stands in the page at a time. Runs in the page. */
async function readThrough(list: Element): Promise<string[]> {
  const ports: string[] = []
  for (;;) {
    const rows = [...list.querySelectorAll('[role=option]')]
    const total = Number(rows[0]?.getAttribute('aria-setsize'))
    for (const row of rows) {
      if (Number(row.getAttribute('aria-posinset')) !== ports.length + 1) continue
      ports.push(/port (\d+)/.exec(row.querySelector('strong')?.textContent ?? '')?.[1] ?? 'none')
    }
    if (!(ports.length < total)) return ports
    list.scrollTop = (list.scrollHeight * ports.length) / total
    await new Promise(requestAnimationFrame)
  }
}

test('a thousand connections at once: none is lost, and the page goes on drawing', async ({ lab, page }) => {
  await lab.view('Puzzle')
  await page.getByRole('button', { name: 'Let my browser in' }).click()
  const port = await portOf(page)
  await page.evaluate(() => {
    const count = (): void => {
      document.body.dataset['frames'] = String(Number(document.body.dataset['frames'] ?? 0) + 1)
      requestAnimationFrame(count)
    }
    requestAnimationFrame(count)
  })
  const frames = async (): Promise<number> => Number(await page.locator('body').getAttribute('data-frames'))
  const before = await frames()
  const clients = await Promise.all(Array.from({ length: 1000 }, () => knock(port)))
  // While they come in, the page answers: the first of them is chosen, and the question put.
  await page.getByRole('button', { name: 'None of them' }).click()
  await expect(page.getByText('Connections accepted: 1,000, open now: 1,000.')).toBeVisible()
  const list = connections(page)
  const rows = list.getByRole('option')
  await expect(rows.first()).toHaveAttribute('aria-setsize', '1000')
  expect(await rows.count()).toBeLessThan(60)
  expect((await frames()) - before).toBeGreaterThan(5)
  await expect(page.getByText('It fired for each of the 1,000')).toBeVisible()

  const chosen = list.locator('[aria-selected=true]')
  await list.focus()
  for (const [key, position] of [
    ['PageDown', '11'],
    ['End', '1000'],
    ['PageUp', '990'],
    ['Home', '1'],
  ] as const) {
    await page.keyboard.press(key)
    await expect(chosen).toHaveAttribute('aria-posinset', position)
  }

  // Every one of them is in the list: scrolled through, it names each port once.
  const ports = await list.evaluate(readThrough)
  expect(ports).toHaveLength(1000)
  expect(new Set(ports)).toEqual(new Set(clients.map(({ localPort }) => String(localPort))))
})
