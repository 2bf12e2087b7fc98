import type { Messages } from '../format'

/** What a misconception is called (`predict.<id>`), and why it is one (`.why`), with the numbers at hand. */
export const predict: Messages = {
  'predict.unexplained':
    'You entered {given}; the right value is {right}. No common misconception gives this value: work it out from the last segment that arrived.',

  'predict.ack-last-byte': 'ack taken for the last byte received',
  'predict.ack-last-byte.why':
    'You entered {given}, the number of the last byte received. ack names the next byte expected, one further: the last segment that arrived began at {lastSeq} and ends before {lastEnd}, so ack = {right}.',
  'predict.syn-takes-none': 'SYN not counted',
  'predict.syn-takes-none.why':
    'You entered {given}. A SYN takes one sequence number although it carries no data, so everything after it is one higher: {field} = {right}.',
  'predict.fin-takes-none': 'FIN not counted',
  'predict.fin-takes-none.why':
    'You entered {given}. A FIN takes one sequence number, exactly as a SYN does. That is how it can be acknowledged at all: {field} = {right}.',
  'predict.pure-ack-takes-one': 'A pure ACK counted',
  'predict.pure-ack-takes-one.why':
    'You entered {given}. That counts a pure ACK, but a segment with no data, no SYN and no FIN takes no sequence number, and nobody acknowledges it: {field} = {right}.',
  'predict.segment-takes-one': 'One number for every segment',
  'predict.segment-takes-one.why':
    'You entered {given}: one number for each segment so far. TCP numbers bytes, not segments: each byte takes one number, SYN and FIN one each, a pure ACK none. So {field} = {right}.',
  'predict.isn-zero': 'Sequence numbers believed to start at 0',
  'predict.isn-zero.why':
    'You entered 0. An initial sequence number is a 32-bit number that an outsider cannot guess; here it is {right}. The 0 in diagrams is the relative number, a convention of the display.',
  'predict.other-notation': 'Relative and absolute numbers mixed up',
  'predict.other-notation.why':
    'You entered {given}, and in the other notation that is just right. A relative number counts from the initial sequence number; here {field} = {right} was asked.',
  'predict.swapped': 'seq and ack swapped',
  'predict.swapped.why':
    'Both numbers are right, in each other’s place. seq speaks of the sender’s own bytes, ack of the other end’s: here {field} = {right}, not {given}.',
  'predict.ack-own-seq': 'ack repeats the sender’s own seq',
  'predict.ack-own-seq.why':
    'You entered {given}, the sender’s own sequence number. ack belongs to the other direction: it says which byte the sender expects next from its peer, {right}.',
  'predict.ack-own-next': 'The sender acknowledges its own bytes',
  'predict.ack-own-next.why':
    'You entered {given}, where the sender’s own numbers go on. ack counts what came from the other end: {right}.',
  'predict.ack-repeats-seq': 'ack repeats the seq that came',
  'predict.ack-repeats-seq.why':
    'You entered {given}, the seq of the segment that arrived. The answer to it is what comes after it: {lastSeq} and the numbers it takes make {right}.',
  'predict.ack-stands-still': 'What arrived is not acknowledged',
  'predict.ack-stands-still.why':
    'You entered {given}, as in this sender’s last segment. Since then the other end’s numbers up to {lastEnd} have arrived, and every segment acknowledges all that has: {right}.',
  'predict.ack-last-segment-only': 'ack counts the last segment only',
  'predict.ack-last-segment-only.why':
    'You entered {given}, which counts only the last {lastLen} bytes. Acknowledgement is cumulative: it covers everything received in order since the beginning, {right}.',
  'predict.ack-over-gap': 'A gap acknowledged away',
  'predict.ack-over-gap.why':
    'You entered {given}, but a piece before it has not arrived. ack may only name the first number still missing, {right}, however much lies beyond it.',
  'predict.ack-not-arrived': 'Acknowledging what is still on its way',
  'predict.ack-not-arrived.why':
    'You entered {given}. The other end’s segment had been sent but had not arrived: the two cross on the way, as in a simultaneous open or close. Nobody acknowledges what has not come, so {right}.',
  'predict.own-data-not-counted': 'Own data not counted',
  'predict.own-data-not-counted.why':
    'You entered {given}, where the last data began. Each byte sent has used up a number, so the next seq is {right}.',
  'predict.seq-continues-peer': 'seq goes on from the other end’s numbers',
  'predict.seq-continues-peer.why':
    'You entered {given}, where the other end’s numbers go on. Each direction counts its own bytes from its own initial number; the other end’s are answered in ack. Here seq = {right}.',
  'predict.seq-of-the-end': 'seq taken for the end of the segment',
  'predict.seq-of-the-end.why':
    'You entered {given}. seq names the first number that the segment takes (its first byte’s, or the SYN’s or FIN’s own), not its last or the one after: {right}.',
  'predict.ack-without-flag': 'An ack number without the ACK bit',
  'predict.ack-without-flag.why':
    'You entered {given}. The acknowledgement field counts only while the ACK bit is set, and here there is nothing to acknowledge yet: leave ack empty.',
  'predict.off-by-one': 'Off by one',
  'predict.off-by-one.why':
    'You entered {given}; the right value is {right}. Count again: one for each byte, one for SYN, one for FIN, none for a pure ACK.',

  'predict.fin-alone': 'FIN believed to travel alone',
  'predict.fin-alone.why':
    'You chose {given}; it is {right}. Once a connection is established every segment carries ACK, and so does the one with FIN.',
  'predict.ack-missing': 'ACK forgotten',
  'predict.ack-missing.why':
    'The ACK bit is set in every segment but the first SYN and some resets: here the flags are {right}.',
  'predict.syn-ack-split': 'SYN and ACK believed to go separately',
  'predict.syn-ack-split.why':
    'You chose {given}. The server’s own SYN and its acknowledgement of the client’s travel in one segment, {right}; that is why three steps are enough for two SYNs and two ACKs.',
  'predict.ack-on-first-syn': 'ACK on the first SYN',
  'predict.ack-on-first-syn.why':
    'You chose {given}. Nothing has arrived from the other end yet, so there is nothing to acknowledge: the first segment is {right} alone.',
  'predict.syn-each-step': 'SYN believed to be in every step',
  'predict.syn-each-step.why':
    'You chose {given}. Each side sends its SYN once. The third step only acknowledges the server’s: {right}.',
  'predict.four-always': 'The close believed to take four segments always',
  'predict.four-always.why':
    'You chose {given}. The receiver of the FIN had nothing more to send and closed in time, so the ACK rides on its own FIN: {right}. Then three segments are enough, and the closer goes from FIN-WAIT-1 straight to TIME-WAIT.',
  'predict.fin-closes-both': 'FIN believed to close both directions',
  'predict.fin-closes-both.why':
    'You chose {given}. A FIN closes one direction. The end that received it may go on sending, and here it does not close yet: {right}.',
  'predict.reset-as-fin': 'A reset taken for a close',
  'predict.reset-as-fin.why':
    'You chose {given}; it is {right}. A reset is no kind of FIN: it aborts at once, asks for no answer, and what was under way may be lost.',
  'predict.destroy-resets': 'destroy() believed to reset',
  'predict.destroy-resets.why':
    'You chose {given}. destroy() with nothing left unread closes in the ordinary way, {right}; only resetAndDestroy() asks for an RST.',
  'predict.fin-as-reset': 'A close taken for a reset',
  'predict.fin-as-reset.why':
    'You chose {given}; it is {right}. This is an orderly close: everything sent before it is still delivered and acknowledged.',

  'predict.two-way-handshake': 'Established after two steps',
  'predict.two-way-handshake.why':
    'You chose {given}; it is {right}. The server cannot know yet whether the SYN was an old duplicate. Only the third step, which acknowledges its own number, tells.',
  'predict.passive-side-waits': 'The wrong side waits',
  'predict.passive-side-waits.why':
    'You chose {given}; it is {right}. TIME-WAIT belongs to the end that closed first, be it client or server: its last ACK may be lost, and then it must answer the other’s FIN again.',
  'predict.closed-at-once': 'Closed believed too early',
  'predict.closed-at-once.why':
    'You chose {given}; it is {right}. The program’s ‘close’ says that its socket is finished. The connection lives on in the kernel until the last FIN is acknowledged and the wait is over.',
  'predict.one-fin-closes-both': 'One FIN believed to end both directions',
  'predict.one-fin-closes-both.why':
    'You chose {given}; it is {right}. So far only one direction is closed; the other end may send as long as it likes.',
  'predict.always-fin-wait-2': 'FIN-WAIT-2 believed to come always',
  'predict.always-fin-wait-2.why':
    'You chose {given}; it is {right}. One segment brought both the ACK of the FIN and the other end’s FIN, so FIN-WAIT-2 was skipped.',
  'predict.half-open-half-closed': 'Half-open taken for half-closed',
  'predict.half-open-half-closed.why':
    'You chose {given}; it is {right}. No FIN has been seen. One end has forgotten the connection and the other does not know: that is half-open, an accident. Half-closed is an agreed step of the close.',
  'predict.no-crossing': 'A simultaneous close believed impossible',
  'predict.no-crossing.why':
    'You chose {given}; it is {right}. Both ends closed before the other’s FIN arrived. The FIN that comes does not acknowledge ours, so the state is CLOSING until that ACK arrives.',
  'predict.reset-waits': 'Waiting believed after a reset',
  'predict.reset-waits.why':
    'You chose {given}; it is {right}. After a reset nothing is acknowledged and nobody waits: the connection is gone at once.',
}
