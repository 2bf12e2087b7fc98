import type { Messages } from '../format'

/** Why the model did what it did; the codes are those of shared/tcp/reasons.ts. */
export const tcp: Messages = {
  'tcp.sent.syn':
    'Opens the connection: SYN tells the other side the initial number {seq}, from which this side counts on for its bytes.',
  'tcp.sent.syn-ack':
    'Answers the SYN: one segment acknowledges the other side’s number and announces this side’s own.',
  'tcp.sent.syn-ack-crossed':
    'Both sides sent a SYN at the same time. Each now acknowledges the other’s, and both end up connected.',
  'tcp.sent.handshake-ack':
    'The third step: it proves that this side really meant the SYN, so that an old duplicate cannot open a connection.',
  'tcp.sent.data':
    'The program wrote data, and both the receiver’s window and the congestion window had room for these {len} bytes.',
  'tcp.sent.data-fin':
    'The last {len} bytes and the FIN fit into one segment: nothing more will come in this direction.',
  'tcp.sent.override':
    'The window stayed too small for a full segment, so after a while the part that fits is sent anyway.',
  'tcp.sent.fin':
    'The program closed its side and everything written before has been sent: FIN says that nothing more will come in this direction.',
  'tcp.sent.ack-quick':
    'Data arrived on a young connection, which Linux acknowledges at once: the sender is still finding its speed and needs to hear soon.',
  'tcp.sent.ack-delayed': 'The acknowledgement waited for data to ride on. None came in time, so it goes alone.',
  'tcp.sent.ack-second':
    'More than one full segment is waiting to be acknowledged, so an acknowledgement goes at once.',
  'tcp.sent.ack-due':
    'More has arrived while the delayed acknowledgement was about to go anyway, so it goes now and covers both.',
  'tcp.sent.ack-out-of-order':
    'Something is missing before the bytes that just came. This repeats the number still expected, so that the sender notices.',
  'tcp.sent.ack-gap-filled': 'The missing bytes arrived and the gap is closed. The sender should know at once.',
  'tcp.sent.ack-fin': 'The other side’s FIN arrived. It takes one sequence number, and that number is acknowledged.',
  'tcp.sent.ack-read': 'The program has read everything there was, so the acknowledgement that was waiting goes now.',
  'tcp.sent.ack-unacceptable':
    'A segment arrived whose numbers lie outside the window: a duplicate, or a stray. The answer tells its sender which number is expected.',
  'tcp.sent.ack-fin-again':
    'The FIN came once more, most likely because the last acknowledgement was lost. It is sent again, and the wait starts anew: this is what TIME-WAIT is for.',
  'tcp.sent.ack-window-full':
    'There is no room for what arrived. The answer repeats what is expected, and how large the window is.',
  'tcp.sent.challenge-rst':
    'A reset arrived with a number in the window that is not exactly the next one. This asks its sender to show that it really belongs to the connection.',
  'tcp.sent.challenge-syn':
    'A SYN arrived inside an open connection. Instead of believing it, this side says which number it expects; a peer that really restarted will answer with a reset.',
  'tcp.sent.challenge-ack':
    'The segment acknowledges what was never sent, or was acknowledged long ago. This side answers with its true numbers.',
  'tcp.sent.window-update':
    'The program read, and the window has opened a good deal: the sender is told without having to ask.',
  'tcp.sent.rst-closed': 'There is no connection here for this segment, so the answer is a reset.',
  'tcp.sent.rst-listen':
    'This side is only listening and has sent nothing that could be acknowledged. The segment belongs to no connection here.',
  'tcp.sent.rst-syn-sent':
    'The segment acknowledges something this side never sent: it answers an old SYN. The reset tells the other side to forget it.',
  'tcp.sent.rst-syn-received':
    'The acknowledgement does not fit the SYN that this side sent, so it cannot be the third step.',
  'tcp.sent.rst-abort':
    'The program aborted the connection: everything still under way is thrown away, and the other side is told so.',
  'tcp.sent.rst-unread':
    'The program closed without reading all that had arrived. Those bytes are lost, and a reset says so where a FIN would hide it.',
  'tcp.sent.rst-after-close':
    'Data arrived for a program that has already closed for good. Nobody will read it, so the other side is told by a reset.',
  'tcp.sent.retransmit-timeout':
    'No acknowledgement came within {waited} ms, so the oldest unacknowledged segment is sent again (attempt {attempt}). The next wait is twice as long.',
  'tcp.sent.retransmit-next':
    'After a timeout, what followed the lost segment is sent again too, as fast as acknowledgements come in.',
  'tcp.sent.retransmit-fast':
    'Three duplicate acknowledgements in a row say that one segment is missing while later ones arrive: it is sent again without waiting for the timer.',
  'tcp.sent.retransmit-partial':
    'The acknowledgement moved, but not past everything sent before the loss: another segment is missing, and is sent again.',
  'tcp.sent.window-probe':
    'The receiver’s window is closed. The probe asks whether it has opened, in case the message that said so was lost.',
  'tcp.sent.keep-alive': 'Nothing was heard for a long time. A segment one number too low makes a living peer answer.',
  'tcp.sent.stale':
    'A stray from an earlier connection between the same two addresses and ports, late on its way. No one sent it in this connection.',
  'tcp.ack.syn':
    'ack = {before} + 1 = {ack}: a SYN takes one sequence number, so the next one expected is the one after it.',
  'tcp.ack.data':
    'ack = {before} + {new} = {ack}: {new} more bytes have arrived without a gap, and {ack} is the next one expected.',
  'tcp.ack.fin': 'ack = {before} + 1 = {ack}: a FIN takes one sequence number, just as a SYN does.',
  'tcp.ack.data-fin': 'ack = {before} + {new} = {ack}: the last bytes, and one more number for the FIN.',
  'tcp.ack.same': 'Nothing new has arrived since the last acknowledgement: {ack} is still the next number expected.',
  'tcp.ack.gap':
    '{ack} is still missing. Bytes beyond it wait in the buffer; an acknowledgement names only what has come without a gap.',
  'tcp.ack.reset': 'The reset acknowledges what it answers, so that the other side can tell that it is meant.',
  'tcp.drop.unacceptable':
    'Nothing of this segment lies in the receive window: it was taken before, or does not belong to this connection.',
  'tcp.drop.beyond-window': 'There is no room in the receive window for this text. It will have to be sent again.',
  'tcp.drop.rst-outside': 'A reset whose number lies outside the window is ignored: anyone could have made it up.',
  'tcp.drop.rst-inexact': 'A reset counts only with exactly the next number expected. This one does not have it.',
  'tcp.drop.rst-unasked': 'A reset that refers to nothing this side has sent is ignored.',
  'tcp.drop.syn': 'A SYN has no place in a connection that is already open.',
  'tcp.drop.no-ack': 'Once a connection is open, every segment must acknowledge something. This one does not.',
  'tcp.drop.ack-unsent': 'The segment acknowledges bytes that were never sent.',
  'tcp.drop.ack-old': 'The segment acknowledges something so old that it cannot come from today’s peer.',
  'tcp.drop.ack-foreign': 'The acknowledgement does not refer to the SYN of this connection.',
  'tcp.drop.not-syn': 'Only a SYN can open a connection; this is none.',
  'tcp.drop.closed': 'There is no connection here: the segment is thrown away.',
  'tcp.drop.text-after-fin':
    'The other side has already said that nothing more will come; what comes after it is ignored.',
  'tcp.drop.backlog-full':
    'The listener already keeps as many unfinished handshakes as it can. This SYN is dropped without an answer.',
  'tcp.drop.reassembly-full': 'Too many separate pieces are waiting for their turn; this one is not kept.',
  'tcp.give-up.retries': 'The segment was sent again as often as is reasonable, and no answer came.',
  'tcp.give-up.user': 'The data was not acknowledged within the time that the program allows.',
  'tcp.give-up.keep-alive': 'The other side did not answer any of the keep-alive probes.',
  'tcp.refused.no-connection': 'There is no connection to do this with.',
  'tcp.refused.exists': 'There is already a connection here.',
  'tcp.refused.closing': 'This side has already closed: nothing more can be sent.',
  'tcp.refused.resources': 'The send buffer is full. It empties as the other side acknowledges.',
  'tcp.rule.two-way-handshake':
    'Counterfactual: the listener takes the connection for open as soon as it has answered the SYN. The third step proves nothing any more.',
  'tcp.rule.no-time-wait': 'Counterfactual: whoever closes first forgets the connection at once, without TIME-WAIT.',
  'tcp.rule.isn-always-zero':
    'Counterfactual: every connection starts counting at 0, so that segments of different connections look alike.',
  'tcp.rule.no-ack-for-fin':
    'Counterfactual: a FIN is taken but never acknowledged, so its sender cannot know that it arrived.',
}
