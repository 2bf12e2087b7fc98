import type { Messages } from '../format'

export const tcp: Messages = {}
