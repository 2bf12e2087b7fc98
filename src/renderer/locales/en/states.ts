export default {
  CLOSED: 'No connection at all: no numbers, no buffers. A fictional state, for it is the absence of one.',
  LISTEN: 'Waiting for a connection request from any remote TCP: a server after listen().',
  'SYN-SENT': 'Our SYN is on its way; waiting for the other side’s SYN, which usually acknowledges ours as well.',
  'SYN-RECEIVED':
    'SYN received and answered; waiting for the acknowledgement of our own SYN. The program on this side has not been told yet.',
  ESTABLISHED: 'Open: data can flow both ways. The normal state of a connection.',
  'FIN-WAIT-1':
    'This side has sent FIN: it will send no more data. Waiting for the acknowledgement of that FIN, or for the other side’s FIN. The active closer.',
  'FIN-WAIT-2': 'Our FIN is acknowledged; the other side may still send. Half-closed, waiting for its FIN.',
  'CLOSE-WAIT':
    'The other side has ended; TCP waits for our program to end too. The passive closer. It can last as long as the program likes.',
  CLOSING: 'Both sides sent FIN at the same time; waiting for the acknowledgement of ours.',
  'LAST-ACK': 'The passive closer has sent its FIN too; waiting for its acknowledgement, the last segment.',
  'TIME-WAIT':
    'Waiting two maximum segment lifetimes: the last ACK may be lost and the FIN come again, and old segments must die out. Who closes first waits here; both, when their FINs crossed. Linux waits about 60 s.',
}
