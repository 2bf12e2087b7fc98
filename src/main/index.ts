import { join } from 'node:path'
import { giveUp, startDesktop } from './desktop'
import { Lab } from './lab'

/** The desktop app's entry: puts the lab and the desktop host together. */
process.on('uncaughtException', giveUp)
startDesktop({
  lab: new Lab(),
  preload: join(import.meta.dirname, '../preload/index.cjs'),
  renderer: join(import.meta.dirname, '../renderer'),
}).catch(giveUp)
