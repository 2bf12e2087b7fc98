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
  'handout.simulated': 'Simulated: no real socket was used.',
  'handout.counterfactual': 'Counterfactual: rules of TCP were switched off on purpose ({rules}).',
  'handout.footer': 'Made with Handshake Lab.',
}
