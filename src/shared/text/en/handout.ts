import type { Messages } from '../format'

export const handout: Messages = {
  'handout.title': 'A TCP connection',
  'handout.diagram': 'Sequence diagram',
  'handout.table': 'Segments',
  'handout.words': 'Segment by segment',
  'handout.notes': 'What nobody can know, and what had to be bent',
  'handout.n': 'No.',
  'handout.time': 'Time (ms)',
  'handout.from': 'From',
  'handout.flags': 'Flags',
  'handout.seq': 'seq',
  'handout.ack': 'ack',
  'handout.len': 'Bytes',
  'handout.provenance': 'Source',
  'handout.relative': 'Sequence numbers are relative: each side counts from its own initial number.',
  'handout.absolute': 'Sequence numbers are absolute, 32 bits.',
  'handout.lookFor': 'Look for:',
  'handout.legend': 'Legend',
  'handout.part': 'Part {part} of {parts}.',
  'handout.platform': '{os}, Node.js {node}',
  'handout.footer': 'Made with Handshake Lab.',
}
