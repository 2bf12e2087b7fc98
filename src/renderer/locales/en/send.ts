export default {
  send: 'Send',
  title: 'Send data',
  from: 'From',
  what: 'What',
  text: 'Text',
  bytes: 'Bytes',
  count: 'Number of bytes',
  submit: 'Send it',
  empty: 'Write something first.',
  notCount: 'Enter a whole number from 1.',
  tooMuch: 'At most 1 GiB at once.',
  ended: 'This side can’t send now: {side} has ended its direction, or isn’t connected.',
  call: {
    client: 'client.write(…)',
    server: 'socket.write(…)',
  },
}
