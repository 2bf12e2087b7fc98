import { release } from 'node:os'
import { app } from 'electron'
import type { Handlers } from '@shared/protocol/handlers'
import { ok } from '@shared/result'

/** What the page may know of the machine it runs on. */
export const information: Handlers['info'] = () =>
  Promise.resolve(
    ok({
      host: 'desktop',
      version: app.getVersion(),
      node: process.versions.node,
      electron: process.versions['electron'] ?? null,
      platform: { os: process.platform, release: release(), node: process.versions.node },
      locale: app.getPreferredSystemLanguages()[0] ?? app.getLocale(),
    }),
  )
