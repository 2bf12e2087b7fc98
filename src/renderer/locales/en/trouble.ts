export default {
  ECONNREFUSED: {
    title: 'Connection refused.',
    text: 'Nobody listens on that port, so the other side’s TCP answered the SYN with RST. Start a server there, or connect to the lab’s own.',
  },
  ECONNRESET: {
    title: 'The {side}’s connection was reset.',
    text: 'The other side sent RST: an abort, not a close. Data under way may be lost. Connect again to go on.',
  },
  EPIPE: {
    title: 'The {side} wrote to a closed connection.',
    text: 'The other side no longer takes data. Connect again to go on.',
  },
  ETIMEDOUT: {
    title: 'No answer came in time.',
    text: 'TCP gave up after several retransmissions. Check the address, then connect again.',
  },
  EADDRNOTAVAIL: {
    title: 'This computer has no such address.',
    text: 'Choose 127.0.0.1 in Server and socket options.',
  },
  other: {
    title: 'The {side}’s socket reported {code}.',
    text: 'Select the error event to see it in place; connect again to go on.',
  },
}
