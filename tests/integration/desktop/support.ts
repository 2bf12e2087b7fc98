import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach } from 'vitest'
import { startDesktop } from '@main/desktop'
import { Lab } from '@main/lab'
import { commandChannel } from '@shared/protocol/bridge'
import type { CommandName } from '@shared/protocol/commands'
import { fake, type BrowserWindow } from '../../contract/support/fake-electron'

const endings: (() => unknown)[] = []
afterEach(async () => {
  for (const end of endings.splice(0).reverse()) await end()
})

export interface Desktop {
  readonly lab: Lab
  readonly folder: string
  readonly window: BrowserWindow
  /** Asks the main process as the page's own top frame does. */
  ask(command: CommandName, params: unknown): Promise<unknown>
}

/** Sets the faked electron up; `prepare` changes what it will say. Call before `startApp`. */
export function freshElectron(prepare: () => void = () => undefined): string {
  const folder = mkdtempSync(join(tmpdir(), 'handshake-lab-desktop-'))
  endings.push(() => rmSync(folder, { recursive: true, force: true }))
  mkdirSync(join(folder, 'renderer', 'assets'), { recursive: true })
  writeFileSync(join(folder, 'renderer', 'index.html'), '<title>page</title>')
  writeFileSync(join(folder, 'renderer', 'assets', 'a.js'), 'export {}')
  writeFileSync(join(folder, 'renderer', 'notes.txt'), 'of no type that is served')
  writeFileSync(join(folder, 'secret.html'), 'secret')
  writeFileSync(join(folder, 'preload.cjs'), "require('electron')")
  fake.reset()
  fake.userData = folder
  prepare()
  return folder
}

/** Runs the whole desktop host over the faked electron. */
export async function startApp(prepare?: () => void): Promise<Desktop> {
  const folder = freshElectron(prepare)
  const lab = new Lab()
  endings.push(() => lab.dispose())
  await startDesktop({ lab, preload: join(folder, 'preload.cjs'), renderer: join(folder, 'renderer') })
  const [window] = fake.windows
  if (!window) throw new Error('no window was opened')
  const { webContents } = window
  return {
    lab,
    folder,
    window,
    ask: (command, params) => {
      const event = { sender: webContents, senderFrame: webContents.mainFrame }
      return fake.invoke(event, commandChannel(command), [params])
    },
  }
}

/** An Electron event whose default can be prevented. */
export function cancelable<T extends object>(details: T): T & { prevented: boolean; preventDefault(): void } {
  const event = {
    ...details,
    prevented: false,
    preventDefault(): void {
      event.prevented = true
    },
  }
  return event
}
