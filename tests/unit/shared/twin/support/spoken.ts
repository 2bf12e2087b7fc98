import type { Connection } from '@shared/trace/schema'

/** `client SYN 0`, `server PSH,ACK 1/36 43 bytes`: a conversation as one would read it aloud. */
export const spoken = ({ segments }: Connection): readonly string[] =>
  segments.map(({ from, flags, relSeq, relAck, len }) => {
    const numbers = relAck === null ? String(relSeq) : `${relSeq}/${relAck}`
    return `${from} ${flags.join()} ${numbers}${len > 0 ? ` ${len} bytes` : ''}`
  })
