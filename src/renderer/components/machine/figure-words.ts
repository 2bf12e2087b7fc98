import type { Action } from '@shared/tcp/transitions'

/** An action in the notation of RFC 9293's Figure 5, the same in every language, as its events are; empty for none. */
export function figureWords({ sends, tcb }: Action): string {
  const parts = [tcb === 'create' && 'create TCB', sends && `snd ${sends}`, tcb === 'delete' && 'delete TCB']
  return parts.filter(Boolean).join(', ')
}
