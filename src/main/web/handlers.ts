import { release } from 'node:os'
import type { Handlers, LabHandlers } from '@shared/protocol/handlers'
import { err, ok } from '@shared/result'
import { version } from '../../../package.json'

/** The lab's commands, and what this host itself answers: a page writes its own downloads. */
export function browserHandlers(lab: LabHandlers): Handlers {
  const notSupported = (): Promise<ReturnType<typeof refusal>> => Promise.resolve(refusal())
  return {
    ...lab,
    info: () =>
      Promise.resolve(
        ok({
          host: 'browser',
          version,
          node: process.versions.node,
          electron: null,
          platform: { os: process.platform, release: release(), node: process.versions.node },
          locale: Intl.DateTimeFormat().resolvedOptions().locale,
        }),
      ),
    // The browser has no window or menu of ours.
    appearance: () => Promise.resolve(ok({})),
    fullScreen: () => Promise.resolve(ok({})),
    bringNotesForward: () => Promise.resolve(ok({})),
    copy: notSupported,
    printHandout: notSupported,
    saveFile: notSupported,
    revealFile: notSupported,
  }
}

const refusal = (): ReturnType<typeof err<'not-supported'>> =>
  err('not-supported', 'In the browser the page saves and copies by itself.')
