import { join } from 'node:path'
import { giveUp, noteRejection, startDesktop } from './desktop'
import { Lab } from './lab'
import { namespaceWire } from './wire'

/** The desktop app's entry: puts the lab and the desktop host together. */
process.on('uncaughtException', giveUp)
process.on('unhandledRejection', noteRejection)
startDesktop({
  lab: new Lab({ wire: namespaceWire(join(import.meta.dirname, '../wire/end.mjs')) }),
  preload: join(import.meta.dirname, '../preload/index.cjs'),
  renderer: join(import.meta.dirname, '../renderer'),
}).catch(giveUp)
