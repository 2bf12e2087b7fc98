import type { Messages } from '../format'

export const twin: Messages = {}
