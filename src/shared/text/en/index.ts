import type { Messages } from '../format'
import { diagram } from './diagram'
import { tcp } from './tcp'
import { twin } from './twin'

export const messages: Messages = { ...tcp, ...twin, ...diagram }
