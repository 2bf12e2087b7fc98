import type { Area } from './area'

/** Why the model did what it did; the codes are those of shared/tcp/reasons.ts. */
export const tcp = {
  'tcp.sent.syn': {
    en: 'Opens the connection: SYN tells the other side the initial number {seq}, from which this side counts on for its bytes.',
    'zh-CN': '发起连接：SYN 把本端的初始序号 {seq} 告诉对端，此后发送的字节接着它编号。',
  },
  'tcp.sent.syn-ack': {
    en: 'Answers the SYN: one segment acknowledges the other side’s number and announces this side’s own.',
    'zh-CN': '回应 SYN：同一个报文段既确认对端的序号，又宣布本端自己的序号。',
  },
  'tcp.sent.syn-ack-crossed': {
    en: 'Both sides sent a SYN at the same time. Each now acknowledges the other’s, and both end up connected.',
    'zh-CN': '双方同时发出了 SYN。现在各自确认对端的 SYN，最终两端都建立连接。',
  },
  'tcp.sent.handshake-ack': {
    en: 'The third step: it proves that this side really meant the SYN, so that an old duplicate cannot open a connection.',
    'zh-CN': '第三次握手：证明本端确实想要这个连接，旧的重复 SYN 因此无法建立连接。',
  },
  'tcp.sent.data': {
    en: 'The program wrote data, and both the receiver’s window and the congestion window had room for these {len} bytes.',
    'zh-CN': '程序写入了数据，接收窗口和拥塞窗口都容得下这 {len} 字节。',
  },
  'tcp.sent.data-fin': {
    en: 'The last {len} bytes and the FIN fit into one segment: nothing more will come in this direction.',
    'zh-CN': '最后 {len} 字节与 FIN 放进了同一个报文段：这个方向不会再有数据。',
  },
  'tcp.sent.override': {
    en: 'The window stayed too small for a full segment, so after a while the part that fits is sent anyway.',
    'zh-CN': '窗口一直小到放不下一个完整报文段，等待一段时间后，先把放得下的部分发出去。',
  },
  'tcp.sent.fin': {
    en: 'The program closed its side and everything written before has been sent: FIN says that nothing more will come in this direction.',
    'zh-CN': '程序关闭了自己的发送方向，此前写入的内容都已发出：FIN 表示这个方向不会再有数据。',
  },
  'tcp.sent.ack-quick': {
    en: 'Data arrived on a young connection, which Linux acknowledges at once: the sender is still finding its speed and needs to hear soon.',
    'zh-CN': '新连接上收到数据，Linux 会立即确认：发送方还在摸索速度，需要尽快得到回音。',
  },
  'tcp.sent.ack-delayed': {
    en: 'The acknowledgement waited for data to ride on. None came in time, so it goes alone.',
    'zh-CN': '确认一直在等可以捎带它的数据，没有等到，于是单独发出。',
  },
  'tcp.sent.ack-second': {
    en: 'More than one full segment is waiting to be acknowledged, so an acknowledgement goes at once.',
    'zh-CN': '等待确认的数据已超过一个完整报文段，因此立即确认。',
  },
  'tcp.sent.ack-data': {
    en: 'It acknowledges what has arrived. How long a receiver waits with that is its own choice.',
    'zh-CN': '它确认已经到达的数据。接收方等多久才确认，由它自己决定。',
  },
  'tcp.sent.ack-due': {
    en: 'More has arrived while the delayed acknowledgement was about to go anyway, so it goes now and covers both.',
    'zh-CN': '延迟确认本来就快到期，此时又有内容到达，于是现在就发出，一并确认。',
  },
  'tcp.sent.ack-out-of-order': {
    en: 'Something is missing before the bytes that just came. This repeats the number still expected, so that the sender notices.',
    'zh-CN': '刚到的字节之前还缺一段。这里重复仍在期望的序号，好让发送方察觉。',
  },
  'tcp.sent.ack-gap-filled': {
    en: 'The missing bytes arrived and the gap is closed. The sender should know at once.',
    'zh-CN': '缺失的字节到了，缺口已补上，应当立即让发送方知道。',
  },
  'tcp.sent.ack-fin': {
    en: 'The other side’s FIN arrived. It takes one sequence number, and that number is acknowledged.',
    'zh-CN': '收到对端的 FIN。FIN 占用一个序号，这里对它进行确认。',
  },
  'tcp.sent.ack-read': {
    en: 'The program has read everything there was, so the acknowledgement that was waiting goes now.',
    'zh-CN': '程序已读完所有数据，等待中的确认现在发出。',
  },
  'tcp.sent.ack-unacceptable': {
    en: 'A segment arrived whose numbers lie outside the window: a duplicate, or a stray. The answer tells its sender which number is expected.',
    'zh-CN': '收到的报文段序号在窗口之外：可能是重复的，也可能根本不属于这个连接。回应告诉对端本端期望哪个序号。',
  },
  'tcp.sent.ack-fin-again': {
    en: 'The FIN came once more, most likely because the last acknowledgement was lost. It is sent again, and the wait starts anew: this is what TIME-WAIT is for.',
    'zh-CN': 'FIN 又来了一次，很可能是最后的确认丢失了。于是再次确认，并重新开始计时：这正是 TIME-WAIT 的用途。',
  },
  'tcp.sent.ack-window-full': {
    en: 'There is no room for what arrived. The answer repeats what is expected, and how large the window is.',
    'zh-CN': '收到的内容放不下。回应重申期望的序号和当前窗口大小。',
  },
  'tcp.sent.challenge-rst': {
    en: 'A reset arrived with a number in the window that is not exactly the next one. This asks its sender to show that it really belongs to the connection.',
    'zh-CN': '收到的 RST 序号落在窗口内，却并非恰好是期望的下一个。这里要求对端证明它真的属于这个连接。',
  },
  'tcp.sent.challenge-syn': {
    en: 'A SYN arrived inside an open connection. Instead of believing it, this side says which number it expects; a peer that really restarted will answer with a reset.',
    'zh-CN': '在已建立的连接中收到 SYN。本端不轻信，只说明自己期望的序号；对端若真的重启过，会以 RST 回答。',
  },
  'tcp.sent.challenge-ack': {
    en: 'The segment acknowledges what was never sent, or was acknowledged long ago. This side answers with its true numbers.',
    'zh-CN': '该报文段确认了从未发送过、或早已确认过的内容。本端以真实的序号作答。',
  },
  'tcp.sent.window-update': {
    en: 'The program read, and the window has opened a good deal: the sender is told without having to ask.',
    'zh-CN': '程序读走了数据，窗口明显变大：不等询问就告诉发送方。',
  },
  'tcp.sent.rst-closed': {
    en: 'There is no connection here for this segment, so the answer is a reset.',
    'zh-CN': '这里没有与该报文段对应的连接，因此以 RST 回应。',
  },
  'tcp.sent.rst-listen': {
    en: 'This side is only listening and has sent nothing that could be acknowledged. The segment belongs to no connection here.',
    'zh-CN': '本端只是在监听，没有发送过任何可被确认的内容。这个报文段不属于这里的任何连接。',
  },
  'tcp.sent.rst-syn-sent': {
    en: 'The segment acknowledges something this side never sent: it answers an old SYN. The reset tells the other side to forget it.',
    'zh-CN': '该报文段确认了本端从未发送的内容：它回应的是一个旧的 SYN。RST 让对端忘掉它。',
  },
  'tcp.sent.rst-syn-received': {
    en: 'The acknowledgement does not fit the SYN that this side sent, so it cannot be the third step.',
    'zh-CN': '这个确认号与本端发出的 SYN 不符，不可能是第三次握手。',
  },
  'tcp.sent.rst-abort': {
    en: 'The program aborted the connection: everything still under way is thrown away, and the other side is told so.',
    'zh-CN': '程序中止了连接：所有在途内容都被丢弃，并告知对端。',
  },
  'tcp.sent.rst': {
    en: 'It ends the connection at once. Two things do that and look alike from outside: the program aborted it, or it closed it and left data unread.',
    'zh-CN': '它立即结束连接。有两种原因会这样做，从外面看完全一样：程序主动中止了连接，或者程序关闭时还有数据没读。',
  },
  'tcp.sent.rst-unread': {
    en: 'The program closed without reading all that had arrived. Those bytes are lost, and a reset says so where a FIN would hide it.',
    'zh-CN': '程序没有读完已到达的数据就关闭了。这些字节丢失了，FIN 会掩盖这一点，RST 则如实告知。',
  },
  'tcp.sent.rst-after-close': {
    en: 'Data arrived for a program that has already closed for good. Nobody will read it, so the other side is told by a reset.',
    'zh-CN': '程序已彻底关闭后又有数据到达。没有人会读它，于是用 RST 告知对端。',
  },
  'tcp.sent.retransmit-timeout': {
    en: 'No acknowledgement came within {waited} ms, so the oldest unacknowledged segment is sent again (attempt {attempt}). The wait doubles with each repetition, up to a limit; Linux lets the first repetitions of a SYN follow without doubling.',
    'zh-CN':
      '{waited} 毫秒内没有收到确认，于是重传最早未被确认的报文段（第 {attempt} 次）。等待时间逐次加倍，直到上限；Linux 对 SYN 的前几次重传不加倍。',
  },
  'tcp.sent.retransmit': {
    en: 'These numbers were sent before and not acknowledged since, so they are sent again. By which of its rules the sender does so, the wire does not tell.',
    'zh-CN': '这些序号以前发过，一直没有得到确认，所以再发一次。发送方依据的是哪一条规则，从线路上看不出来。',
  },
  'tcp.sent.retransmit-next': {
    en: 'After a timeout, what followed the lost segment is sent again too, as fast as acknowledgements come in.',
    'zh-CN': '超时之后，丢失报文段后面的内容也随着确认的到来依次重传。',
  },
  'tcp.sent.retransmit-fast': {
    en: 'Three duplicate acknowledgements in a row say that one segment is missing while later ones arrive: it is sent again without waiting for the timer.',
    'zh-CN': '连续三个重复确认说明缺了一个报文段，而后面的都到了：不等计时器，立即重传。',
  },
  'tcp.sent.retransmit-partial': {
    en: 'The acknowledgement moved, but not past everything sent before the loss: another segment is missing, and is sent again.',
    'zh-CN': '确认号前进了，但没有越过丢失前发出的全部内容：还缺另一个报文段，重传它。',
  },
  'tcp.sent.window-probe': {
    en: 'The receiver’s window is closed. The probe asks whether it has opened, in case the message that said so was lost.',
    'zh-CN': '接收窗口已变为 0（零窗口）。持续计时器到时，零窗口探测询问窗口是否仍为 0，以防窗口更新的通知已丢失。',
  },
  'tcp.sent.keep-alive': {
    en: 'Nothing was heard for a long time. A segment one number too low makes a living peer answer.',
    'zh-CN': '很久没有收到任何消息。序号小一的报文段会促使仍然在线的对端作答。',
  },
  'tcp.sent.stale': {
    en: 'A stray from an earlier connection between the same two addresses and ports, late on its way. No one sent it in this connection.',
    'zh-CN': '来自同一对地址和端口之间较早连接的报文段，在路上迟到了。本次连接中没有人发送过它。',
  },
  'tcp.ack.syn': {
    en: 'ack = {before} + 1 = {ack}: a SYN takes one sequence number, so the next one expected is the one after it.',
    'zh-CN': 'ack = {before} + 1 = {ack}：SYN 占用一个序号，因此期望收到的是它后面的那一个。',
  },
  'tcp.ack.data': {
    en: 'ack = {before} + {new} = {ack}: {new} more bytes have arrived without a gap, and {ack} is the next one expected.',
    'zh-CN': 'ack = {before} + {new} = {ack}：又有 {new} 字节连续到达，下一个期望的是 {ack}。',
  },
  'tcp.ack.fin': {
    en: 'ack = {before} + 1 = {ack}: a FIN takes one sequence number, just as a SYN does.',
    'zh-CN': 'ack = {before} + 1 = {ack}：FIN 与 SYN 一样占用一个序号。',
  },
  'tcp.ack.data-fin': {
    en: 'ack = {before} + {new} = {ack}: the last bytes, and one more number for the FIN.',
    'zh-CN': 'ack = {before} + {new} = {ack}：最后的字节，再加上 FIN 占用的一个序号。',
  },
  'tcp.ack.same': {
    en: 'Nothing new has arrived since the last acknowledgement: {ack} is still the next number expected.',
    'zh-CN': '自上次确认以来没有新内容到达：仍然期望 {ack}。',
  },
  'tcp.ack.gap': {
    en: '{ack} is still missing. Bytes beyond it wait in the buffer; an acknowledgement names only what has come without a gap.',
    'zh-CN': '{ack} 仍然缺失。其后的字节在缓冲区中等待；确认号只表示连续到达的部分。',
  },
  'tcp.ack.reset': {
    en: 'The reset acknowledges what it answers, so that the other side can tell that it is meant.',
    'zh-CN': 'RST 确认它所回应的内容，让对端能判断这个 RST 确实是针对自己的。',
  },
  'tcp.drop.unacceptable': {
    en: 'Nothing of this segment lies in the receive window: it was taken before, or does not belong to this connection.',
    'zh-CN': '该报文段没有任何部分落在接收窗口内：要么早已收过，要么不属于这个连接。',
  },
  'tcp.drop.beyond-window': {
    en: 'There is no room in the receive window for this text. It will have to be sent again.',
    'zh-CN': '接收窗口容不下这些数据，只能以后重传。',
  },
  'tcp.drop.rst-outside': {
    en: 'A reset whose number lies outside the window is ignored: anyone could have made it up.',
    'zh-CN': '序号在窗口之外的 RST 会被忽略：任何人都可能伪造它。',
  },
  'tcp.drop.rst-inexact': {
    en: 'A reset counts only with exactly the next number expected. This one does not have it.',
    'zh-CN': '只有序号恰好等于下一个期望值的 RST 才有效，这一个不是。',
  },
  'tcp.drop.rst-unasked': {
    en: 'A reset that refers to nothing this side has sent is ignored.',
    'zh-CN': '与本端所发内容无关的 RST 会被忽略。',
  },
  'tcp.drop.syn': {
    en: 'A SYN has no place in a connection that is already open.',
    'zh-CN': '已建立的连接中不该出现 SYN。',
  },
  'tcp.drop.no-ack': {
    en: 'Once a connection is open, every segment must acknowledge something. This one does not.',
    'zh-CN': '连接建立后，每个报文段都必须带确认，这一个没有。',
  },
  'tcp.drop.ack-unsent': {
    en: 'The segment acknowledges bytes that were never sent.',
    'zh-CN': '该报文段确认了从未发送过的字节。',
  },
  'tcp.drop.ack-old': {
    en: 'The segment acknowledges something so old that it cannot come from today’s peer.',
    'zh-CN': '该报文段确认的内容过于陈旧，不可能来自现在的对端。',
  },
  'tcp.drop.ack-foreign': {
    en: 'The acknowledgement does not refer to the SYN of this connection.',
    'zh-CN': '这个确认与本连接的 SYN 无关。',
  },
  'tcp.drop.not-syn': {
    en: 'Only a SYN can open a connection; this is none.',
    'zh-CN': '只有 SYN 才能发起连接，这不是 SYN。',
  },
  'tcp.drop.closed': {
    en: 'There is no connection here: the segment is thrown away.',
    'zh-CN': '这里没有连接，报文段被丢弃。',
  },
  'tcp.drop.text-after-fin': {
    en: 'The other side has already said that nothing more will come; what comes after it is ignored.',
    'zh-CN': '对端已经声明不再发送，之后到达的内容被忽略。',
  },
  'tcp.drop.backlog-full': {
    en: 'The listener already keeps as many unfinished handshakes as it can. This SYN is dropped without an answer.',
    'zh-CN': '半连接队列已满，这个 SYN 被丢弃，得不到应答。',
  },
  'tcp.cookie': {
    en: 'The backlog is full, so this SYN is answered with a SYN cookie: all that the listener must remember is in the sequence number it sends, and it keeps nothing. Until the third step comes back with that number, SYN-RECEIVED here only says that the answer is under way.',
    'zh-CN':
      '半连接队列已满，于是用 SYN cookie 回应这个 SYN：监听方需要记住的一切都编进了它发出的序号，自己什么也不保存。在第三次握手带着这个序号返回之前，这里的 SYN-RECEIVED 只表示应答已经发出。',
  },
  'tcp.drop.reassembly-full': {
    en: 'Too many separate pieces are waiting for their turn; this one is not kept.',
    'zh-CN': '等待拼接的片段太多，这一个不予保留。',
  },
  'tcp.give-up.retries': {
    en: 'The segment was sent again as often as is reasonable, and no answer came.',
    'zh-CN': '已重传到合理的次数上限，仍然没有回应。',
  },
  'tcp.give-up.user': {
    en: 'The data was not acknowledged within the time that the program allows.',
    'zh-CN': '数据没有在程序允许的时间内得到确认。',
  },
  'tcp.give-up.keep-alive': {
    en: 'The other side did not answer any of the keep-alive probes.',
    'zh-CN': '对端没有回应任何保活探测。',
  },
  'tcp.refused.no-connection': { en: 'There is no connection to do this with.', 'zh-CN': '没有可以操作的连接。' },
  'tcp.refused.exists': { en: 'There is already a connection here.', 'zh-CN': '这里已经有一个连接。' },
  'tcp.refused.closing': {
    en: 'This side has already closed: nothing more can be sent.',
    'zh-CN': '本端已经关闭，不能再发送。',
  },
  'tcp.refused.resources': {
    en: 'The send buffer is full. It empties as the other side acknowledges.',
    'zh-CN': '发送缓冲区已满，对端确认后才会腾出空间。',
  },
  'tcp.rule.two-way-handshake': {
    en: 'Counterfactual: the listener takes the connection for open as soon as it has answered the SYN. The third step proves nothing any more.',
    'zh-CN': '假设（并非真实 TCP）：监听方一回应 SYN 就认为连接已建立，第三次握手不再证明任何事。',
  },
  'tcp.rule.no-time-wait': {
    en: 'Counterfactual: whoever closes first forgets the connection at once, without TIME-WAIT.',
    'zh-CN': '假设（并非真实 TCP）：先关闭的一方立即忘掉连接，没有 TIME-WAIT。',
  },
  'tcp.rule.isn-always-zero': {
    en: 'Counterfactual: every connection starts counting at 0, so that segments of different connections look alike.',
    'zh-CN': '假设（并非真实 TCP）：每个连接都从 0 开始编号，不同连接的报文段看起来一模一样。',
  },
  'tcp.rule.no-ack-for-fin': {
    en: 'Counterfactual: a FIN is taken but never acknowledged, so its sender cannot know that it arrived.',
    'zh-CN': '假设（并非真实 TCP）：收到 FIN 却从不确认，发送方无从知道它是否到达。',
  },
  'tcp.captured.begun-before': {
    en: 'The capture begins in the middle of this connection: its numbers count from the first ones seen, and what the handshake agreed on is unknown.',
    'zh-CN': '抓包从这条连接的中途开始：序号从最先看到的那个数算起，握手时商定了什么无从得知。',
  },
  'tcp.captured.roles-guessed': {
    en: 'No SYN tells which end is the client. The one with the higher port is taken for it.',
    'zh-CN': '没有看到 SYN，不知道哪一端是客户端。这里把端口号较大的一端当作客户端。',
  },
  'tcp.captured.copies': {
    en: 'The capture holds {count} packet of this connection twice. It is shown once. | The capture holds {count} packet of this connection twice. It is shown once. | The capture holds {count} packets of this connection twice. Each is shown once.',
    'zh-CN': '抓包中有 {count} 个分组出现了两次，每个只显示一次。',
  },
  'tcp.captured.more': {
    en: 'The first {kept} segments of this connection are shown; {count} more are in the file.',
    'zh-CN': '这里显示这条连接的前 {kept} 个报文段，文件中还有 {count} 个。',
  },
} satisfies Area
