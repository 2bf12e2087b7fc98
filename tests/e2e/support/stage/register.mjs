/** `node --import` this before a built main process: `import … from 'electron'` then gives electron.mjs of this folder. */
import { register } from 'node:module'

register('./resolve.mjs', import.meta.url)
