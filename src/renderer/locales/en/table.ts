export default {
  title: 'Segments',
  n: '#',
  from: 'from',
  flags: 'flags',
  seq: 'seq',
  ack: 'ack',
  len: 'len',
}
