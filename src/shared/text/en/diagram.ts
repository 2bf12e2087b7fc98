import type { Messages } from '../format'

export const diagram: Messages = {}
