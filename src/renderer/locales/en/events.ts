export default {
  listening: {
    means: 'The server socket is bound and its TCP accepts connections: state LISTEN.',
    not: 'No client is there yet.',
  },
  connection: {
    means: 'The server’s program is handed a connection whose handshake is over.',
    not: 'It is not the handshake: that was finished by the kernel before, even if the program slept.',
  },
  lookup: {
    means: 'The host name was resolved to an address.',
    not: 'Nothing was sent to that address yet.',
  },
  connect: {
    means: 'The client’s TCP has the SYN,ACK: its side is ESTABLISHED.',
    not: 'It does not tell that the server’s program has accepted, or even noticed.',
  },
  ready: {
    means: 'The socket can be used; fires right after ‘connect’.',
    not: 'No segment causes it: it is Node’s own.',
  },
  data: {
    means: 'Bytes were read from the socket, in order and without gaps.',
    not: 'It is not one segment: TCP is a stream, and a ‘data’ may hold parts of several writes.',
  },
  drain: {
    means: 'Everything written was handed to the kernel: write() may go on.',
    not: 'The other side need not have received, let alone read it.',
  },
  timeout: {
    means: 'Nothing happened on the socket for the time that was set.',
    not: 'TCP is not closed by it: the program has to decide.',
  },
  end: {
    means: 'The other side’s FIN has come and everything before it was read.',
    not: 'The connection is not closed: this direction is. This side may still send.',
  },
  finish: {
    means: 'end() was called and everything written was handed to the kernel.',
    not: 'It does not tell that the FIN was acknowledged.',
  },
  close: {
    means: 'Node has let go of the socket: no more events will come.',
    not: 'TCP need not be done: the kernel may hold the connection in TIME-WAIT for a minute.',
  },
  error: {
    means: 'Something failed; the code says what. ‘close’ follows.',
    not: 'ECONNRESET is not a network failure: the other side’s TCP sent RST on purpose.',
  },
  'call-listen': {
    means: 'The program asks for a passive OPEN: the kernel answers handshakes from now on.',
    not: 'The program need do nothing for a handshake: the kernel completes it alone.',
  },
  'call-connect': {
    means: 'The program asks for an active OPEN: TCP sends SYN.',
    not: 'It returns at once; nothing is connected yet.',
  },
  'call-write': {
    means: 'Bytes are handed to TCP’s send buffer.',
    not: 'It is not a segment: TCP cuts the stream as MSS, window and Nagle’s rule allow.',
  },
  'call-end': {
    means: 'No more data from this side: TCP sends FIN once everything written is out.',
    not: 'The connection is not closed: the other side may still send.',
  },
  'call-destroy': {
    means: 'The program lets go of the socket at once. With nothing unread, TCP sends FIN.',
    not: 'It is not a reset, unless received data was left unread or comes later.',
  },
  'call-resetAndDestroy': {
    means: 'The program aborts: TCP sends RST and forgets the connection.',
    not: 'It is not a fast FIN: data under way may be lost, and nobody enters TIME-WAIT.',
  },
  'call-pause': {
    means: 'The program stops reading.',
    not: 'TCP goes on receiving until its buffer is full; then the window closes.',
  },
  'call-resume': {
    means: 'The program reads again, and the window opens.',
    not: 'Data need not be sent again: it waited in the buffer.',
  },
  'call-setNoDelay': {
    means: 'Nagle’s rule is switched off: small segments go out at once.',
    not: 'It does not make large transfers faster.',
  },
  'call-setKeepAlive': {
    means: 'TCP probes an idle connection from time to time.',
    not: 'It is not a message of the program: the other side’s TCP answers by itself.',
  },
  'call-close': {
    means: 'The server stops listening.',
    not: 'Accepted connections live on.',
  },
}
