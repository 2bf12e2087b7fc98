import type { Area } from './area'

/** The experiments. */
export const puzzle = {
  'puzzle.experiments': { en: 'Experiments', 'zh-CN': '实验' },
  'puzzle.ask.own': { en: 'Which one was the handshake?', 'zh-CN': '哪一个是三次握手？' },
  'puzzle.ask.freeze': { en: 'Who makes the handshake?', 'zh-CN': '握手由谁完成？' },
  'puzzle.ask.closes': { en: 'How many segments does a close take?', 'zh-CN': '一次关闭需要几个报文段？' },
  'puzzle.own': { en: 'Your own client', 'zh-CN': '你自己的客户端' },
  'puzzle.ownIntro': {
    en: 'A small server once printed two ports and then two requests when a browser opened it. Its author took the extra connection for the three-way handshake. Was it?',
    'zh-CN':
      '曾有一个小服务器，在浏览器打开它时先打印出两个端口，随后打印出两个请求。作者把多出来的那个连接当成了三次握手。真是这样吗？',
  },
  'puzzle.step.1': {
    en: 'Let your browser in: the lab listens as that server did.',
    'zh-CN': '让浏览器连进来：实验室会像那个服务器一样监听。',
  },
  'puzzle.step.2': {
    en: 'Open the address in your browser, or use curl or nc.',
    'zh-CN': '在浏览器中打开该地址，或使用 curl、nc。',
  },
  'puzzle.step.3': {
    en: 'Come back and say which connection was the handshake.',
    'zh-CN': '回到这里，说出哪个连接是三次握手。',
  },
  'puzzle.notePicture': {
    en: 'What the note’s server printed: two ports, then two requests. Which connection was the handshake?',
    'zh-CN': '笔记中的服务器打印的内容：先是两个端口，然后是两个请求。哪个连接是三次握手？',
  },
  'puzzle.listen': { en: 'Let my browser in', 'zh-CN': '让我的浏览器连进来' },
  'puzzle.stop': { en: 'Stop', 'zh-CN': '停止' },
  'puzzle.listening': { en: 'The server listens on port {port}.', 'zh-CN': '服务器正在监听端口 {port}。' },
  'puzzle.way.browser': { en: 'browser', 'zh-CN': '浏览器' },
  'puzzle.otherPort': {
    en: 'Port {wanted} is taken on this machine, so this free one was taken instead.',
    'zh-CN': '本机的 {wanted} 端口已被占用，因此改用这个空闲端口。',
  },
  'puzzle.counts': {
    en: 'Connections accepted: {accepted}, open now: {open}.',
    'zh-CN': '已接受 {accepted} 个连接，当前尚未关闭 {open} 个。',
  },
  'puzzle.dropped': { en: 'Oldest records dropped: {count}.', 'zh-CN': '已丢弃最早的 {count} 条记录。' },
  'puzzle.visits': { en: 'Connections', 'zh-CN': '连接' },
  'puzzle.sinceListen': { en: 'times from listen() on', 'zh-CN': '时间从 listen() 算起' },
  'puzzle.visit': { en: '#{number} port {port}', 'zh-CN': '#{number} 端口 {port}' },
  'puzzle.at': { en: '{time} ms', 'zh-CN': '{time} 毫秒' },
  'puzzle.bytes': { en: '{count} byte | {count} bytes', 'zh-CN': '{count} 字节' },
  'puzzle.requests': { en: '{count} request | {count} requests', 'zh-CN': '{count} 个请求' },
  'puzzle.kind.silent': { en: 'stayed silent', 'zh-CN': '始终沉默' },
  'puzzle.kind.http': { en: 'carried a request', 'zh-CN': '带有请求' },
  'puzzle.kind.tls': { en: 'knocked with TLS', 'zh-CN': '误用了 TLS' },
  'puzzle.kind.other': { en: 'said something else', 'zh-CN': '发来其他内容' },
  'puzzle.oneSoFar': {
    en: 'One connection so far, nothing to compare it with. Open the address in a browser, or run curl once more.',
    'zh-CN': '目前只有一个连接，还无从比较。请在浏览器中打开该地址，或再运行一次 curl。',
  },
  'puzzle.question': { en: 'Which of these was the handshake?', 'zh-CN': '其中哪一个是三次握手？' },
  'puzzle.answer.first': { en: 'The first one', 'zh-CN': '第一个' },
  'puzzle.answer.silent': { en: 'The silent one | The silent ones', 'zh-CN': '沉默的那个 | 沉默的那些' },
  'puzzle.answer.last': { en: 'The last one', 'zh-CN': '最后一个' },
  'puzzle.answer.none': { en: 'None of them', 'zh-CN': '都不是' },
  'puzzle.why.first': {
    en: 'The first is a connection like the others. Its own handshake was over before the server heard of it.',
    'zh-CN': '第一个与其他连接没有区别。服务器得知它时，它自己的握手已经结束。',
  },
  'puzzle.why.last': {
    en: 'The last is a connection like the others. Its own handshake was over before the server heard of it.',
    'zh-CN': '最后一个与其他连接没有区别。服务器得知它时，它自己的握手已经结束。',
  },
  'puzzle.why.silent': {
    en: 'A silent connection is as complete as the others, and was established by a handshake of its own. Its client has sent nothing on it: browsers, for example, open spare ones ahead of need.',
    'zh-CN':
      '沉默的连接与其他连接一样完整，也经过自己的三次握手才建立，只是客户端没有在它上面发送数据。例如，浏览器会提前建立备用连接。',
  },
  'puzzle.why.none': {
    en: 'Each of them is a complete connection, and each had its own handshake, which no program sees.',
    'zh-CN': '它们每一个都是完整的连接，各有各的三次握手，而程序看不到这些握手。',
  },
  'puzzle.evidenceTitle': { en: 'The evidence', 'zh-CN': '证据' },
  'puzzle.evidence': {
    en: '‘connection’ fires only once the kernel has finished the three steps. It fired for this one: its handshake was over by then. | ‘connection’ fires only once the kernel has finished the three steps. It fired for each of the {count}: every handshake was over by then.',
    'zh-CN':
      '只有当内核完成三次握手之后，connection 事件才会触发。这个连接触发了它：那时它的握手已经结束。 | 只有当内核完成三次握手之后，connection 事件才会触发。这 {count} 个连接都触发了它：那时每一个的握手都已经结束。',
  },
  'puzzle.evidenceMore': { en: 'and {count} more, each the same way', 'zh-CN': '另有 {count} 个，情形相同' },
  'puzzle.handshakeBefore': {
    en: 'Three segments that no program sees, and only then the event',
    'zh-CN': '先是程序看不到的三个报文段，然后才是事件',
  },
  'puzzle.lane.handshake': { en: 'handshake, inferred', 'zh-CN': '握手（推断）' },
  'puzzle.theConnection': { en: 'Connection {number}, port {port}', 'zh-CN': '连接 {number}，端口 {port}' },
  'puzzle.console': { en: 'Server console', 'zh-CN': '服务器控制台' },
  'puzzle.consoleEmpty': { en: 'What the server prints appears here.', 'zh-CN': '服务器打印的内容会显示在这里。' },
  'puzzle.diagram': { en: 'The chosen connection', 'zh-CN': '所选的连接' },
  'puzzle.diagramEmpty': {
    en: 'Each connection that comes in has its own diagram here.',
    'zh-CN': '每个进来的连接都会在这里有自己的图。',
  },
  'puzzle.freeze': { en: 'Freeze the program', 'zh-CN': '冻结程序' },
  'puzzle.freezeIntro': {
    en: 'The server’s program runs in a thread whose event loop is blocked for a while. Meanwhile a client connects. If the program made the handshake, the client would have to wait.',
    'zh-CN':
      '服务器程序运行在一个线程中，它的事件循环会被阻塞一段时间。客户端恰在此时连接。如果握手由程序完成，客户端就只能等待。',
  },
  'puzzle.freezeFor': { en: 'Block it for (ms)', 'zh-CN': '阻塞时长（毫秒）' },
  'puzzle.freezeGo': { en: 'Freeze and connect', 'zh-CN': '冻结并连接' },
  'puzzle.frozenNow': { en: 'Frozen…', 'zh-CN': '冻结中…' },
  'puzzle.slept': { en: 'The server’s program slept', 'zh-CN': '服务器程序被阻塞' },
  'puzzle.clientTold': { en: 'Client’s ‘connect’', 'zh-CN': '客户端的 connect 事件' },
  'puzzle.serverTold': { en: 'Server’s ‘connection’', 'zh-CN': '服务器的 connection 事件' },
  'puzzle.fromTo': { en: '{from} – {to} ms', 'zh-CN': '{from} – {to} 毫秒' },
  'puzzle.kernelDidIt': {
    en: 'The client was connected while the server’s program slept: the kernel makes the handshake, not the program.',
    'zh-CN': '服务器程序仍被阻塞时，客户端就已连上：完成握手的是内核，而不是程序。',
  },
  'puzzle.notThisTime': {
    en: 'This time the client was told only after the sleep. Try a longer one.',
    'zh-CN': '这一次客户端在阻塞结束后才得知。请试试更长的时间。',
  },
  'puzzle.seeTrace': { en: 'Study it in Explore', 'zh-CN': '在“探索”中研究' },
  'puzzle.toldWhen': { en: 'Who was told when', 'zh-CN': '谁在何时得知' },
  'puzzle.freezePicture': {
    en: 'The server’s program sleeps; the client is told of the connection meanwhile, the server only afterwards',
    'zh-CN': '服务器程序被阻塞；客户端在此期间就得知已连接，服务器则在恢复运行之后才得知',
  },
  'puzzle.freezeTrace': { en: 'The trace of it', 'zh-CN': '它的记录' },
  'puzzle.freezeEmpty': {
    en: 'Freeze the server, and see here when each program was told.',
    'zh-CN': '冻结服务器，然后在这里看双方的程序各在何时得知。',
  },
  'puzzle.closes': { en: 'Three or four?', 'zh-CN': '三个还是四个？' },
  'puzzle.closesIntro': {
    en: 'Make many real closes, and see in which orders their events fire and how many segments the model infers.',
    'zh-CN': '做许多次真实的关闭，看看事件以哪些次序触发，模型又推断出几个报文段。',
  },
  'puzzle.runs': { en: 'Closes', 'zh-CN': '关闭次数' },
  'puzzle.delay': { en: 'Server ends after (ms)', 'zh-CN': '服务器推迟结束（毫秒）' },
  'puzzle.guess': { en: 'First your prediction', 'zh-CN': '先说出你的预测' },
  'puzzle.segments.3': { en: 'three segments', 'zh-CN': '三个报文段' },
  'puzzle.segments.4': { en: 'four segments', 'zh-CN': '四个报文段' },
  'puzzle.segments.mixed': { en: 'sometimes three, sometimes four', 'zh-CN': '有时三个，有时四个' },
  'puzzle.segments.other': { en: 'something else', 'zh-CN': '其他情况' },
  'puzzle.notWithin': {
    en: 'Enter a whole number from {min} to {max}.',
    'zh-CN': '请输入 {min} 到 {max} 之间的整数。',
  },
  'puzzle.former': {
    en: 'This is of the former settings. Run them again for the new ones.',
    'zh-CN': '这是先前设置下的结果。请再次运行，以得到新设置的结果。',
  },
  'puzzle.guessFirst': { en: 'Predict, and then run them.', 'zh-CN': '先预测，再运行。' },
  'puzzle.runThem': { en: 'Run them', 'zh-CN': '开始运行' },
  'puzzle.sampling': { en: '{done} of {runs} closed.', 'zh-CN': '已完成 {done} / {runs} 次关闭。' },
  'puzzle.outcome.3': {
    en: 'As the model infers them, {count} of these {total} closes took three segments.',
    'zh-CN': '按模型推断，{total} 次关闭中有 {count} 次用了三个报文段。',
  },
  'puzzle.outcome.4': {
    en: 'As the model infers them, {count} of these {total} closes took four segments.',
    'zh-CN': '按模型推断，{total} 次关闭中有 {count} 次用了四个报文段。',
  },
  'puzzle.outcome.mixed': {
    en: 'As the model infers them, these closes did not all take the same number of segments.',
    'zh-CN': '按模型推断，这些关闭所用的报文段个数并不相同。',
  },
  'puzzle.outcome.other': {
    en: 'As the model infers them, {count} of these {total} closes took neither three nor four segments.',
    'zh-CN': '按模型推断，{total} 次关闭中有 {count} 次既不是三个也不是四个报文段。',
  },
  'puzzle.inferred': { en: 'What the model infers', 'zh-CN': '模型的推断' },
  'puzzle.orders': { en: 'Orders of events', 'zh-CN': '事件的次序' },
  'puzzle.orderOf': { en: '{count} of {total}', 'zh-CN': '{total} 次中的 {count} 次' },
  'puzzle.chooseOne': {
    en: 'Choose a bar or an order to see one of its closes.',
    'zh-CN': '选择一个条形或一种次序，查看其中的一次关闭。',
  },
  'puzzle.exampleClose': { en: 'One of these closes', 'zh-CN': '其中一次关闭' },
  'puzzle.closesEmpty': {
    en: 'Make your prediction, run the closes, and see here how one of them went.',
    'zh-CN': '先作出预测，再运行这些关闭，然后在这里看其中一次的经过。',
  },
  'puzzle.unknown': {
    en: 'In {count} of them no event tells what the kernel chose; the drawing shows the likelier.',
    'zh-CN': '其中 {count} 次没有事件能说明内核的选择；图中画的是较可能的一种。',
  },
  'puzzle.whyDefault': {
    en: 'Without allowHalfOpen Node answers ‘end’ with its own end at once. Its FIN then usually carries the ACK too: three segments. Where the kernel acknowledged first, there are four.',
    'zh-CN':
      '不使用 allowHalfOpen 时，end 事件一触发，Node 就立即结束本端，它的 FIN 通常同时捎带 ACK：三个报文段。若内核先行确认，则为四个。',
  },
  'puzzle.whyHalfOpen': {
    en: 'With allowHalfOpen the server decides when to end. If it waits longer than the kernel delays its ACK (on Linux a few milliseconds here, about 40 once data has come), the ACK goes alone and the FIN follows: four segments.',
    'zh-CN':
      '使用 allowHalfOpen 时，由服务器决定何时结束。如果它等待的时间超过内核的延迟确认（Linux 在这里只等几毫秒，收到过数据后约 40 毫秒），ACK 就会单独发出，FIN 随后再发：四个报文段。',
  },
} satisfies Area
