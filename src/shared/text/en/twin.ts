import type { Messages } from '../format'

/** What the twin has to say about its own inferences. */
export const twin: Messages = {
  'twin.unknown.ack-carried':
    'The kernel may have acknowledged by a segment of its own just before this one: its delayed-ACK timer runs out at a clock tick ({tick} ms apart) that no event tells.',
  'twin.unknown.ack-alone':
    'This acknowledgement may have travelled with the next segment instead: the delayed-ACK timer runs out at a clock tick ({tick} ms apart) that no event tells.',
  'twin.unknown.foreign':
    'The other end belongs to another program. Its calls are not recorded: when it read, how it cut its data and when it acknowledged is what a Linux machine would most likely have done.',
  'twin.unknown.window':
    'More data arrived than the modelled window lets through. The kernel made its receive buffer larger; how the data was cut into segments from here on is not certain.',
  'twin.sent.loss-probe':
    'A tail loss probe: nothing was acknowledged for a few milliseconds, so Linux sends the end of the data once more in case it was lost. It was not; the receiver only had not read yet.',
  'twin.bent.data':
    'Bytes were read that the model has not seen written. The model follows the evidence: the other end must have sent them.',
  'twin.bent.open':
    'The connection stands although the record has no call that opened it. The model follows the evidence: a SYN must have been sent.',
  'twin.bent.ack':
    'Bytes were read that the sender may send only after an acknowledgement (Nagle). The model follows the evidence: the acknowledgement came earlier than expected.',
  'twin.bent.end':
    '‘end’ fired although the model saw no reason for a FIN. The model follows the evidence: the other end must have sent one.',
  'twin.bent.reset':
    'An error says that the connection was reset although the model saw no reason for it. The model follows the evidence: a reset must have come.',
  'twin.dropped':
    'A long transfer: {segments} segments were counted but not drawn (the first {kept} are), and the rest of the data moves the numbers without being drawn.',
}
