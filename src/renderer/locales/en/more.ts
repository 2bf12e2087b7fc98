export default {
  more: 'More',
  reading: 'Reading',
  pause: '{side} stops reading',
  resume: '{side} reads again',
  stop: 'Stop everything',
  stopMore: 'Closes all sockets and stops listening.',
  reset: 'Start afresh',
  resetMore: 'Stops, and forgets every connection.',
}
