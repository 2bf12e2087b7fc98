export default {
  picture: 'Two lifelines, client and server, with the three segments of a handshake still to come',
  lead: 'Before any byte of yours travels, client and server exchange three segments.',
  more: 'Connect opens a real connection on this computer and draws what TCP must have done, beside what your program saw.',
  connect: 'Connect now',
  play: 'Run this scenario',
}
