import type { Messages } from '../format'
import { diagram } from './diagram'
import { handout } from './handout'
import { predict } from './predict'
import { tcp } from './tcp'
import { twin } from './twin'

export const messages: Messages = { ...tcp, ...twin, ...diagram, ...predict, ...handout }
