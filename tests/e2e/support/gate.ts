import type { Page } from '@playwright/test'

/** What the lab tells the page, held back as a slow link would: real messages, only later. */
export interface Gate {
  /** Keeps everything from now on; with a pattern, everything after the first message that matches. */
  hold(after?: RegExp): void
  /** Lets what was kept pass, in order, and all that follows. */
  release(): void
}

/** Must be asked for before the page is opened. */
export async function gate(page: Page): Promise<Gate> {
  const kept: (() => void)[] = []
  let holding = false
  let trigger: RegExp | null = null
  await page.routeWebSocket(/.*/, (socket) => {
    const server = socket.connectToServer()
    server.onMessage((message) => {
      if (holding) kept.push(() => socket.send(message))
      else socket.send(message)
      if (trigger?.test(String(message))) {
        holding = true
        trigger = null
      }
    })
  })
  return {
    hold: (after) => {
      if (after) trigger = after
      else holding = true
    },
    release: () => {
      holding = false
      for (const pass of kept.splice(0)) pass()
    },
  }
}
