import type { LabBridge } from '@shared/protocol/bridge'
import { checkAnswer, checkBatch, checkParams } from '@shared/protocol/check'
import type { LabClient, LinkState } from '@shared/protocol/client'
import type { CommandName, CommandParams, CommandResult } from '@shared/protocol/commands'
import type { ErrorCode } from '@shared/protocol/errors'
import type { EventBatch } from '@shared/protocol/events'
import { isMenuAction, type MenuAction } from '@shared/protocol/menu'
import { openedSchema, type Opened } from '@shared/protocol/opened'
import { err, type Result } from '@shared/result'
import * as v from 'valibot'
import { createListeners } from './listeners'

const LET_GO = err('disconnected', 'This page has let go of the lab.')

/** The lab of the desktop app, through the methods that the preload exposes. The link lives as long as the window. */
export function ipcClient(bridge: LabBridge): LabClient {
  const batches = createListeners<EventBatch>()
  let disposed = false
  const menu = createListeners<MenuAction>()
  const offBatch = bridge.onBatch((raw) => {
    const batch = checkBatch(raw)
    if (batch) batches.emit(batch)
  })
  const offMenu = bridge.onMenu((action) => {
    if (isMenuAction(action)) menu.emit(action)
  })

  const files = createListeners<Opened>()
  const offFiles = bridge.onOpen((raw) => {
    const file = v.safeParse(openedSchema, raw)
    if (file.success) files.emit(file.output)
  })

  return {
    host: 'desktop',
    get link(): LinkState {
      return disposed ? 'lost' : 'ready'
    },
    async call<C extends CommandName>(
      command: C,
      params: CommandParams<C>,
    ): Promise<Result<CommandResult<C>, ErrorCode>> {
      if (disposed) return LET_GO
      const checked = checkParams(command, params)
      if (!checked.ok) return checked
      try {
        const answer = await bridge[command](checked.value)
        return disposed ? LET_GO : checkAnswer(command, answer)
      } catch (error) {
        const reason = error instanceof Error ? error.message : String(error)
        return err('disconnected', `The main process did not answer "${command}": ${reason}.`)
      }
    },
    onBatch: (listener) => batches.add(listener),
    onLink: () => () => undefined,
    onMenu: (listener) => menu.add(listener),
    onOpen: (listener) => files.add(listener),
    dispose() {
      disposed = true
      offBatch()
      offMenu()
      offFiles()
      batches.clear()
      menu.clear()
      files.clear()
    },
  }
}
