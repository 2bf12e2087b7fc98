export default {
  title: '报文段',
  n: '#',
  from: '来自',
  flags: '标志',
  seq: 'seq',
  ack: 'ack',
  len: '长度',
}
