import type { Area } from './area'

/** What a misconception is called (`predict.<id>`), and why it is one (`.why`), with the numbers at hand. */
export const misconceptions = {
  'predict.unexplained': {
    en: 'You entered {given}; the right value is {right}. No common misconception gives this value: work it out from the last segment that arrived.',
    'zh-CN': '你填的是 {given}，正确答案是 {right}。没有哪种常见误解会得出这个值：请从最近到达的那个报文段重新推算。',
  },
  'predict.ack-last-byte': { en: 'ack taken for the last byte received', 'zh-CN': '把确认号当成最后收到的字节' },
  'predict.ack-last-byte.why': {
    en: 'You entered {given}, the number of the last byte received. ack names the next byte expected, one further: the last segment that arrived began at {lastSeq} and ends before {lastEnd}, so ack = {right}.',
    'zh-CN':
      '你填的 {given} 是最后收到的那个字节的序号。确认号指的是期望收到的下一个字节，要再加一：最近到达的报文段从 {lastSeq} 开始，到 {lastEnd} 之前结束，因此 ack = {right}。',
  },
  'predict.syn-takes-none': { en: 'SYN not counted', 'zh-CN': '没有把 SYN 计入序号' },
  'predict.syn-takes-none.why': {
    en: 'You entered {given}. A SYN takes one sequence number although it carries no data, so everything after it is one higher: {field} = {right}.',
    'zh-CN': '你填的是 {given}。SYN 虽不携带数据，却要占用一个序号，所以此后的序号都要多一：{field} = {right}。',
  },
  'predict.fin-takes-none': { en: 'FIN not counted', 'zh-CN': '没有把 FIN 计入序号' },
  'predict.fin-takes-none.why': {
    en: 'You entered {given}. A FIN takes one sequence number, exactly as a SYN does. That is how it can be acknowledged at all: {field} = {right}.',
    'zh-CN': '你填的是 {given}。FIN 与 SYN 一样要占用一个序号，正因如此它才能被确认：{field} = {right}。',
  },
  'predict.pure-ack-takes-one': { en: 'A pure ACK counted', 'zh-CN': '把纯 ACK 也计入序号' },
  'predict.pure-ack-takes-one.why': {
    en: 'You entered {given}. That counts a pure ACK, but a segment with no data, no SYN and no FIN takes no sequence number, and nobody acknowledges it: {field} = {right}.',
    'zh-CN':
      '你填的是 {given}，这是把纯 ACK 也算上了。不带数据、没有 SYN 也没有 FIN 的报文段不占用序号，对端也不会确认它：{field} = {right}。',
  },
  'predict.segment-takes-one': { en: 'One number for every segment', 'zh-CN': '以为每个报文段占一个序号' },
  'predict.segment-takes-one.why': {
    en: 'You entered {given}: one number for each segment so far. TCP numbers bytes, not segments: each byte takes one number, SYN and FIN one each, a pure ACK none. So {field} = {right}.',
    'zh-CN':
      '你填的 {given} 是按每个报文段占一个序号算出来的。TCP 是给字节编号，而不是给报文段编号：每个字节占一个，SYN 和 FIN 各占一个，纯 ACK 不占。所以 {field} = {right}。',
  },
  'predict.isn-zero': { en: 'Sequence numbers believed to start at 0', 'zh-CN': '以为序号从 0 开始' },
  'predict.isn-zero.why': {
    en: 'You entered 0. An initial sequence number is a 32-bit number that an outsider cannot guess; here it is {right}. The 0 in diagrams is the relative number, a convention of the display.',
    'zh-CN': '你填的是 0。初始序号是外人无法猜到的 32 位数，这里是 {right}。图中的 0 是相对序号，只是显示上的约定。',
  },
  'predict.other-notation': { en: 'Relative and absolute numbers mixed up', 'zh-CN': '混淆了相对值与绝对值' },
  'predict.other-notation.why': {
    en: 'You entered {given}, and in the other notation that is just right. A relative number counts from the initial sequence number; here {field} = {right} was asked.',
    'zh-CN': '你填的是 {given}，换成另一种记法恰好正确。相对值从初始序号算起；这里问的是 {field} = {right}。',
  },
  'predict.swapped': { en: 'seq and ack swapped', 'zh-CN': '把 seq 和 ack 写反了' },
  'predict.swapped.why': {
    en: 'Both numbers are right, in each other’s place. seq speaks of the sender’s own bytes, ack of the other end’s: here {field} = {right}, not {given}.',
    'zh-CN':
      '两个数都对，只是位置互换了。seq 说的是发送方自己的字节，ack 说的是对端的字节：这里 {field} = {right}，而不是 {given}。',
  },
  'predict.ack-own-seq': { en: 'ack repeats the sender’s own seq', 'zh-CN': '确认号重复了自己的序号' },
  'predict.ack-own-seq.why': {
    en: 'You entered {given}, the sender’s own sequence number. ack belongs to the other direction: it says which byte the sender expects next from its peer, {right}.',
    'zh-CN':
      '你填的 {given} 是发送方自己的序号。ack 属于另一个方向：它说明发送方期望从对端收到的下一个字节，即 {right}。',
  },
  'predict.ack-own-next': { en: 'The sender acknowledges its own bytes', 'zh-CN': '确认了自己发出的字节' },
  'predict.ack-own-next.why': {
    en: 'You entered {given}, where the sender’s own numbers go on. ack counts what came from the other end: {right}.',
    'zh-CN': '你填的 {given} 是发送方自己接下来的序号。ack 计的是对端发来的内容：{right}。',
  },
  'predict.ack-repeats-seq': { en: 'ack repeats the seq that came', 'zh-CN': '确认号重复了收到的序号' },
  'predict.ack-repeats-seq.why': {
    en: 'You entered {given}, the seq of the segment that arrived. The answer to it is what comes after it: {lastSeq} and the numbers it takes make {right}.',
    'zh-CN': '你填的 {given} 是所收报文段的序号。应答的是它之后的位置：{lastSeq} 加上它占用的序号，等于 {right}。',
  },
  'predict.ack-stands-still': { en: 'What arrived is not acknowledged', 'zh-CN': '没有确认新到达的内容' },
  'predict.ack-stands-still.why': {
    en: 'You entered {given}, as in this sender’s last segment. Since then the other end’s numbers up to {lastEnd} have arrived, and every segment acknowledges all that has: {right}.',
    'zh-CN':
      '你填的 {given} 与发送方上一个报文段中的相同。此后，对端直到 {lastEnd} 之前的序号都已到达，而每个报文段都会确认已收到的全部内容：{right}。',
  },
  'predict.ack-last-segment-only': { en: 'ack counts the last segment only', 'zh-CN': '确认号只计入了最后一个报文段' },
  'predict.ack-last-segment-only.why': {
    en: 'You entered {given}, which counts only the last {lastLen} bytes. Acknowledgement is cumulative: it covers everything received in order since the beginning, {right}.',
    'zh-CN': '你填的 {given} 只算了最后的 {lastLen} 字节。确认是累积的：它涵盖从头开始按序收到的全部内容，即 {right}。',
  },
  'predict.ack-over-gap': { en: 'A gap acknowledged away', 'zh-CN': '越过缺口进行确认' },
  'predict.ack-over-gap.why': {
    en: 'You entered {given}, but a piece before it has not arrived. ack may only name the first number still missing, {right}, however much lies beyond it.',
    'zh-CN':
      '你填的是 {given}，但在它之前还有一段没有到达。无论后面收到了多少，ack 只能指向第一个仍缺少的序号：{right}。',
  },
  'predict.ack-not-arrived': { en: 'Acknowledging what is still on its way', 'zh-CN': '确认了仍在途中的报文段' },
  'predict.ack-not-arrived.why': {
    en: 'You entered {given}. The other end’s segment had been sent but had not arrived: the two cross on the way, as in a simultaneous open or close. Nobody acknowledges what has not come, so {right}.',
    'zh-CN':
      '你填的是 {given}。对端的报文段已发出但尚未到达：双方的报文段在途中交错，同时打开和同时关闭就是如此。没有收到就不会确认，因此是 {right}。',
  },
  'predict.own-data-not-counted': { en: 'Own data not counted', 'zh-CN': '没有计入自己发出的数据' },
  'predict.own-data-not-counted.why': {
    en: 'You entered {given}, where the last data began. Each byte sent has used up a number, so the next seq is {right}.',
    'zh-CN': '你填的 {given} 是上一段数据的起点。发出的每个字节都用掉一个序号，所以下一个序号是 {right}。',
  },
  'predict.seq-continues-peer': {
    en: 'seq goes on from the other end’s numbers',
    'zh-CN': '序号接着对端的序号往下数',
  },
  'predict.seq-continues-peer.why': {
    en: 'You entered {given}, where the other end’s numbers go on. Each direction counts its own bytes from its own initial number; the other end’s are answered in ack. Here seq = {right}.',
    'zh-CN':
      '你填的 {given} 是对端接下来的序号。两个方向各自从自己的初始序号开始计数；对端的序号由 ack 来应答。这里 seq = {right}。',
  },
  'predict.seq-of-the-end': { en: 'seq taken for the end of the segment', 'zh-CN': '把序号当成报文段的末尾' },
  'predict.seq-of-the-end.why': {
    en: 'You entered {given}. seq names the first number that the segment takes (its first byte’s, or the SYN’s or FIN’s own), not its last or the one after: {right}.',
    'zh-CN':
      '你填的是 {given}。seq 是该报文段占用的第一个序号（首字节的序号，或 SYN、FIN 自身的序号），不是最后一个，也不是其后一个：{right}。',
  },
  'predict.ack-without-flag': { en: 'An ack number without the ACK bit', 'zh-CN': '没有 ACK 标志却填了确认号' },
  'predict.ack-without-flag.why': {
    en: 'You entered {given}. The acknowledgement field counts only while the ACK bit is set, and here there is nothing to acknowledge yet: leave ack empty.',
    'zh-CN': '你填的是 {given}。只有 ACK 标志置位时确认号字段才有意义，而此刻还没有任何内容可以确认：ack 应留空。',
  },
  'predict.off-by-one': { en: 'Off by one', 'zh-CN': '多一或少一' },
  'predict.off-by-one.why': {
    en: 'You entered {given}; the right value is {right}. Count again: one for each byte, one for SYN, one for FIN, none for a pure ACK.',
    'zh-CN': '你填的是 {given}，正确答案是 {right}。请重新数一遍：每个字节一个，SYN 一个，FIN 一个，纯 ACK 不占。',
  },
  'predict.fin-alone': { en: 'FIN believed to travel alone', 'zh-CN': '以为 FIN 不带 ACK' },
  'predict.fin-alone.why': {
    en: 'You chose {given}; it is {right}. Once a connection is established every segment carries ACK, and so does the one with FIN.',
    'zh-CN': '你选的是 {given}，实际是 {right}。连接建立之后，每个报文段都带 ACK，带 FIN 的报文段也不例外。',
  },
  'predict.ack-missing': { en: 'ACK forgotten', 'zh-CN': '漏了 ACK' },
  'predict.ack-missing.why': {
    en: 'The ACK bit is set in every segment but the first SYN and some resets: here the flags are {right}.',
    'zh-CN': '除了最初的 SYN 和某些 RST，每个报文段的 ACK 标志都是置位的：这里的标志是 {right}。',
  },
  'predict.syn-ack-split': { en: 'SYN and ACK believed to go separately', 'zh-CN': '以为 SYN 和 ACK 分开发送' },
  'predict.syn-ack-split.why': {
    en: 'You chose {given}. The server’s own SYN and its acknowledgement of the client’s travel in one segment, {right}; that is why three steps are enough for two SYNs and two ACKs.',
    'zh-CN':
      '你选的是 {given}。服务器自己的 SYN 和它对客户端 SYN 的确认放在同一个报文段里，即 {right}；两个 SYN、两个 ACK 只需三步，原因就在这里。',
  },
  'predict.ack-on-first-syn': { en: 'ACK on the first SYN', 'zh-CN': '第一个 SYN 就带上了 ACK' },
  'predict.ack-on-first-syn.why': {
    en: 'You chose {given}. Nothing has arrived from the other end yet, so there is nothing to acknowledge: the first segment is {right} alone.',
    'zh-CN': '你选的是 {given}。此时还没有收到对端的任何内容，没有什么可以确认：第一个报文段只有 {right}。',
  },
  'predict.syn-each-step': { en: 'SYN believed to be in every step', 'zh-CN': '以为每一步都带 SYN' },
  'predict.syn-each-step.why': {
    en: 'You chose {given}. Each side sends its SYN once. The third step only acknowledges the server’s: {right}.',
    'zh-CN': '你选的是 {given}。每一方只发送一次 SYN。第三次握手只是确认服务器的 SYN：{right}。',
  },
  'predict.four-always': {
    en: 'The close believed to take four segments always',
    'zh-CN': '以为关闭总是需要四个报文段',
  },
  'predict.four-always.why': {
    en: 'You chose {given}. The receiver of the FIN had nothing more to send and closed in time, so the ACK rides on its own FIN: {right}. Then three segments are enough, and the closer goes from FIN-WAIT-1 straight to TIME-WAIT.',
    'zh-CN':
      '你选的是 {given}。收到 FIN 的一方没有更多数据要发，并且及时关闭，于是 ACK 随它自己的 FIN 一起发出：{right}。这样三个报文段就够了，主动关闭方从 FIN-WAIT-1 直接进入 TIME-WAIT。',
  },
  'predict.fin-closes-both': { en: 'FIN believed to close both directions', 'zh-CN': '以为 FIN 会关闭两个方向' },
  'predict.fin-closes-both.why': {
    en: 'You chose {given}. A FIN closes one direction. The end that received it may go on sending, and here it does not close yet: {right}.',
    'zh-CN': '你选的是 {given}。FIN 只关闭一个方向。收到它的一方还可以继续发送，在这里它尚未关闭：{right}。',
  },
  'predict.reset-as-fin': { en: 'A reset taken for a close', 'zh-CN': '把复位当成关闭' },
  'predict.reset-as-fin.why': {
    en: 'You chose {given}; it is {right}. A reset is no kind of FIN: it aborts at once, asks for no answer, and what was under way may be lost.',
    'zh-CN': '你选的是 {given}，实际是 {right}。RST 不是某种 FIN：它立即中止连接，不要求应答，在途的数据可能丢失。',
  },
  'predict.destroy-resets': { en: 'destroy() believed to reset', 'zh-CN': '以为 destroy() 会发送 RST' },
  'predict.destroy-resets.why': {
    en: 'You chose {given}. destroy() with nothing left unread closes in the ordinary way, {right}; only resetAndDestroy() asks for an RST.',
    'zh-CN':
      '你选的是 {given}。没有未读数据时，destroy() 按正常方式关闭，即 {right}；只有 resetAndDestroy() 才会要求发送 RST。',
  },
  'predict.fin-as-reset': { en: 'A close taken for a reset', 'zh-CN': '把关闭当成复位' },
  'predict.fin-as-reset.why': {
    en: 'You chose {given}; it is {right}. This is an orderly close: everything sent before it is still delivered and acknowledged.',
    'zh-CN': '你选的是 {given}，实际是 {right}。这是正常的关闭：在它之前发送的内容仍会送达并得到确认。',
  },
  'predict.two-way-handshake': { en: 'Established after two steps', 'zh-CN': '以为两次握手就建立了连接' },
  'predict.two-way-handshake.why': {
    en: 'You chose {given}; it is {right}. The server cannot know yet whether the SYN was an old duplicate. Only the third step, which acknowledges its own number, tells.',
    'zh-CN':
      '你选的是 {given}，实际是 {right}。服务器此时还不知道这个 SYN 是不是迟到的旧 SYN。只有确认了它自己序号的第三次握手才能说明。',
  },
  'predict.passive-side-waits': { en: 'The wrong side waits', 'zh-CN': '弄错了等待的一方' },
  'predict.passive-side-waits.why': {
    en: 'You chose {given}; it is {right}. TIME-WAIT belongs to the end that closed first, be it client or server: its last ACK may be lost, and then it must answer the other’s FIN again.',
    'zh-CN':
      '你选的是 {given}，实际是 {right}。TIME-WAIT 属于先关闭的一方，无论它是客户端还是服务器：它的最后一个 ACK 可能丢失，那时它必须再次应答对端的 FIN。',
  },
  'predict.closed-at-once': { en: 'Closed believed too early', 'zh-CN': '过早认为已关闭' },
  'predict.closed-at-once.why': {
    en: 'You chose {given}; it is {right}. The program’s ‘close’ says that its socket is finished. The connection lives on in the kernel until the last FIN is acknowledged and the wait is over.',
    'zh-CN':
      '你选的是 {given}，实际是 {right}。程序的 close 事件只说明套接字对象已经结束。在最后的 FIN 得到确认、等待结束之前，连接仍在内核中存在。',
  },
  'predict.one-fin-closes-both': {
    en: 'One FIN believed to end both directions',
    'zh-CN': '以为一个 FIN 就结束了两个方向',
  },
  'predict.one-fin-closes-both.why': {
    en: 'You chose {given}; it is {right}. So far only one direction is closed; the other end may send as long as it likes.',
    'zh-CN': '你选的是 {given}，实际是 {right}。到目前为止只关闭了一个方向；对端想发多久都可以。',
  },
  'predict.always-fin-wait-2': { en: 'FIN-WAIT-2 believed to come always', 'zh-CN': '以为总要经过 FIN-WAIT-2' },
  'predict.always-fin-wait-2.why': {
    en: 'You chose {given}; it is {right}. One segment brought both the ACK of the FIN and the other end’s FIN, so FIN-WAIT-2 was skipped.',
    'zh-CN':
      '你选的是 {given}，实际是 {right}。同一个报文段既带来了对 FIN 的确认，又带来了对端的 FIN，因此跳过了 FIN-WAIT-2。',
  },
  'predict.half-open-half-closed': { en: 'Half-open taken for half-closed', 'zh-CN': '把半打开当成半关闭' },
  'predict.half-open-half-closed.why': {
    en: 'You chose {given}; it is {right}. No FIN has been seen. One end has forgotten the connection and the other does not know: that is half-open, an accident. Half-closed is an agreed step of the close.',
    'zh-CN':
      '你选的是 {given}，实际是 {right}。这里没有出现过 FIN。一端已经忘记了连接而另一端并不知道，这叫半打开，是意外情况；半关闭则是关闭过程中约定好的一步。',
  },
  'predict.no-crossing': { en: 'A simultaneous close believed impossible', 'zh-CN': '以为不可能同时关闭' },
  'predict.no-crossing.why': {
    en: 'You chose {given}; it is {right}. Both ends closed before the other’s FIN arrived. The FIN that comes does not acknowledge ours, so the state is CLOSING until that ACK arrives.',
    'zh-CN':
      '你选的是 {given}，实际是 {right}。双方都在对端的 FIN 到达之前关闭了。到来的 FIN 没有确认本端的 FIN，所以在那个 ACK 到达之前状态是 CLOSING。',
  },
  'predict.reset-waits': { en: 'Waiting believed after a reset', 'zh-CN': '以为复位之后还要等待' },
  'predict.reset-waits.why': {
    en: 'You chose {given}; it is {right}. A reset deletes the connection at once on both sides (RFC 9293 §3.10.5), and Linux does just that. §3.5.2 advises the side that issues it to wait in TIME-WAIT; the system that is played here does not.',
    'zh-CN':
      '你选的是 {given}，实际是 {right}。RST 使双方立即删除连接（RFC 9293 §3.10.5），Linux 正是如此。§3.5.2 建议发出 RST 的一方进入 TIME-WAIT，但这里所播放的系统并不这样做。',
  },
} satisfies Area
