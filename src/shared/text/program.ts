import type { Area } from './area'

/** The pane of what the program saw, with what each event and call means and does not mean. */
export const program = {
  'program.title': { en: 'What the program saw', 'zh-CN': '程序看到了什么' },
  'program.bytes': { en: '{count} byte | {count} bytes', 'zh-CN': '{count} 字节' },
  'program.empty': {
    en: 'Nothing yet. Calls and events of both sockets appear here as they happen.',
    'zh-CN': '暂无内容。两端套接字的调用和事件会在发生时显示在这里。',
  },
  'program.earlier': { en: 'Show {count} earlier', 'zh-CN': '显示更早的 {count} 条' },
  'program.later': { en: 'Show {count} later', 'zh-CN': '显示之后的 {count} 条' },
  'program.history': { en: 'Connection {place} of {count}', 'zh-CN': '连接 {place} / {count}' },
  'program.earlierOnes': { en: 'Earlier connections: {count}', 'zh-CN': '之前的连接：{count} 个' },
  'program.visitor': { en: 'Another program', 'zh-CN': '其他程序' },
  'program.sampled': { en: 'A close of the puzzle', 'zh-CN': '谜题中的一次关闭' },
  'program.origin.simulated': { en: 'simulated', 'zh-CN': '模拟' },
  'program.origin.opened': { en: 'opened from a file', 'zh-CN': '从文件打开' },
  'events.listening.means': {
    en: 'The server socket is bound and its TCP accepts connections: state LISTEN.',
    'zh-CN': '服务器套接字已绑定，TCP 开始接受连接：状态为 LISTEN。',
  },
  'events.listening.not': { en: 'No client is there yet.', 'zh-CN': '并不表示已有客户端。' },
  'events.connection.means': {
    en: 'The server’s program is handed a connection whose handshake is over.',
    'zh-CN': '服务器程序得到一个握手已经完成的连接。',
  },
  'events.connection.not': {
    en: 'It is not the handshake: that was finished by the kernel before, even if the program slept.',
    'zh-CN': '它不是握手：握手在此之前已由内核完成，即使当时程序正被阻塞。',
  },
  'events.lookup.means': { en: 'The host name was resolved to an address.', 'zh-CN': '主机名已解析为地址。' },
  'events.lookup.not': { en: 'Nothing was sent to that address yet.', 'zh-CN': '尚未向该地址发送任何内容。' },
  'events.connect.means': {
    en: 'The client’s TCP has the SYN,ACK: its side is ESTABLISHED.',
    'zh-CN': '客户端的 TCP 已收到 SYN,ACK：本端进入 ESTABLISHED。',
  },
  'events.connect.not': {
    en: 'It does not tell that the server’s program has accepted, or even noticed.',
    'zh-CN': '并不表示服务器程序已接受甚至察觉到该连接。',
  },
  'events.ready.means': {
    en: 'The socket can be used; fires right after ‘connect’.',
    'zh-CN': '套接字可以使用；紧随 connect 之后触发。',
  },
  'events.ready.not': {
    en: 'No segment causes it: it is Node’s own.',
    'zh-CN': '没有报文段与之对应：它是 Node 自身的事件。',
  },
  'events.data.means': {
    en: 'Bytes were read from the socket, in order and without gaps.',
    'zh-CN': '从套接字读到了字节，顺序正确且没有缺口。',
  },
  'events.data.not': {
    en: 'It is not one segment: TCP is a stream, and a ‘data’ may hold parts of several writes.',
    'zh-CN': '它不等于一个报文段：TCP 是字节流，一次 data 可能包含多次写入的内容。',
  },
  'events.drain.means': {
    en: 'Everything written was handed to the kernel: write() may go on.',
    'zh-CN': '写入的内容已全部交给内核：可以继续 write()。',
  },
  'events.drain.not': {
    en: 'The other side need not have received, let alone read it.',
    'zh-CN': '并不表示对端已经收到，更不表示已经读取。',
  },
  'events.timeout.means': {
    en: 'Nothing happened on the socket for the time that was set.',
    'zh-CN': '在设定的时间内套接字没有任何活动。',
  },
  'events.timeout.not': {
    en: 'TCP is not closed by it: the program has to decide.',
    'zh-CN': 'TCP 不会因此关闭：须由程序决定。',
  },
  'events.end.means': {
    en: 'The other side’s FIN has come and everything before it was read.',
    'zh-CN': '对端的 FIN 已到达，且之前的数据都已读完。',
  },
  'events.end.not': {
    en: 'The connection is not closed: this direction is. This side may still send.',
    'zh-CN': '连接并未关闭，只是这一方向关闭；本端仍可发送。',
  },
  'events.finish.means': {
    en: 'end() was called and everything written was handed to the kernel.',
    'zh-CN': '已调用 end()，写入的内容已全部交给内核。',
  },
  'events.finish.not': { en: 'It does not tell that the FIN was acknowledged.', 'zh-CN': '并不表示 FIN 已被确认。' },
  'events.close.means': {
    en: 'Node has let go of the socket: no more events will come.',
    'zh-CN': 'Node 已释放套接字：不会再有事件。',
  },
  'events.close.not': {
    en: 'TCP need not be done: the kernel may hold the connection in TIME-WAIT for a minute.',
    'zh-CN': 'TCP 未必已经结束：内核可能仍将连接保持在 TIME-WAIT 约一分钟。',
  },
  'events.error.means': {
    en: 'Something failed; the code says what. ‘close’ follows.',
    'zh-CN': '发生了错误，错误码说明原因；随后会触发 close。',
  },
  'events.error.not': {
    en: 'It need not be a failure of the network: ECONNRESET says that a RST came. The other program may have reset the connection or closed it with data unread, its machine may have restarted, or a device on the way may have sent the RST.',
    'zh-CN':
      '不一定是网络故障：ECONNRESET 表示收到了 RST。对端程序可能复位了连接，或在数据未读时关闭了它，对端主机可能重启过，也可能是途中的某个设备发出的。',
  },
  'events.call-listen.means': {
    en: 'The program asks for a passive OPEN: the kernel answers handshakes from now on.',
    'zh-CN': '程序请求被动打开：内核从此开始回应握手。',
  },
  'events.call-listen.not': {
    en: 'The program need do nothing for a handshake: the kernel completes it alone.',
    'zh-CN': '程序无须参与握手：内核会独自完成。',
  },
  'events.call-connect.means': {
    en: 'The program asks for an active OPEN: TCP sends SYN.',
    'zh-CN': '程序请求主动打开：TCP 发送 SYN。',
  },
  'events.call-connect.not': {
    en: 'It returns at once; nothing is connected yet.',
    'zh-CN': '它会立即返回，此时尚未连接。',
  },
  'events.call-write.means': {
    en: 'Bytes are handed to Node, which passes them on to TCP’s send buffer: at once where the connection is established, otherwise as soon as it is.',
    'zh-CN': '字节交给 Node，再由它放入 TCP 的发送缓冲区：连接已建立时立即放入，否则等到连接建立。',
  },
  'events.call-write.not': {
    en: 'It is not a segment: TCP cuts the stream as MSS, window and Nagle’s rule allow.',
    'zh-CN': '它不等于一个报文段：TCP 按 MSS、窗口和 Nagle 算法切分字节流。',
  },
  'events.call-end.means': {
    en: 'No more data from this side: TCP sends FIN once everything written is out.',
    'zh-CN': '本端不再发送数据：写入的内容发完后 TCP 发送 FIN。',
  },
  'events.call-end.not': {
    en: 'The connection is not closed: the other side may still send.',
    'zh-CN': '连接并未关闭：对端仍可发送。',
  },
  'events.call-destroy.means': {
    en: 'The program lets go of the socket at once. With nothing unread, TCP sends FIN.',
    'zh-CN': '程序立即放弃套接字。若没有未读数据，TCP 发送 FIN。',
  },
  'events.call-destroy.not': {
    en: 'It is not a reset, unless received data was left unread or comes later.',
    'zh-CN': '它不是复位，除非有未读数据或之后又有数据到达。',
  },
  'events.call-resetAndDestroy.means': {
    en: 'The program aborts: TCP sends RST and forgets the connection.',
    'zh-CN': '程序中止连接：TCP 发送 RST 并丢弃连接。',
  },
  'events.call-resetAndDestroy.not': {
    en: 'It is not a fast FIN: data under way may be lost. Nor does Linux enter TIME-WAIT, though RFC 9293 §3.5.2 advises the side that resets to do so.',
    'zh-CN':
      '它不是更快的 FIN：在途数据可能丢失。Linux 也不会因此进入 TIME-WAIT，尽管 RFC 9293 §3.5.2 建议发出 RST 的一方这样做。',
  },
  'events.call-pause.means': { en: 'The program stops reading.', 'zh-CN': '程序停止读取。' },
  'events.call-pause.not': {
    en: 'TCP goes on receiving until its buffer is full; then the window closes.',
    'zh-CN': 'TCP 会继续接收，直到缓冲区占满；然后窗口变为 0（零窗口）。',
  },
  'events.call-resume.means': {
    en: 'The program reads again, and the window opens.',
    'zh-CN': '程序恢复读取，窗口随之变大。',
  },
  'events.call-resume.not': {
    en: 'Data need not be sent again: it waited in the buffer.',
    'zh-CN': '数据无须重传：它一直在缓冲区中等待。',
  },
  'events.call-setNoDelay.means': {
    en: 'Nagle’s rule is switched off: small segments go out at once.',
    'zh-CN': '关闭 Nagle 算法：小报文段立即发出。',
  },
  'events.call-setNoDelay.not': {
    en: 'It does not make large transfers faster.',
    'zh-CN': '它不会让大量数据传输更快。',
  },
  'events.call-setKeepAlive.means': {
    en: 'TCP probes an idle connection from time to time.',
    'zh-CN': '启用保活：TCP 不时探测空闲的连接。',
  },
  'events.call-setKeepAlive.not': {
    en: 'It is not a message of the program: the other side’s TCP answers by itself.',
    'zh-CN': '它不是程序的消息：由对端的 TCP 自行应答。',
  },
  'events.call-close.means': { en: 'The server stops listening.', 'zh-CN': '服务器停止监听。' },
  'events.call-close.not': { en: 'Accepted connections live on.', 'zh-CN': '已接受的连接会继续存在。' },
} satisfies Area
