import type { Area } from './area'

/** The states of RFC 9293 §3.3.2, and the state machine. */
export const states = {
  'states.CLOSED': {
    en: 'No connection at all: no numbers, no buffers. A fictional state, for it is the absence of one.',
    'zh-CN': '没有任何连接：没有序号，也没有缓冲区。它是虚构的状态，表示连接不存在。',
  },
  'states.LISTEN': {
    en: 'Waiting for a connection request from any remote TCP: a server after listen().',
    'zh-CN': '等待任意远端 TCP 的连接请求：服务器调用 listen() 之后的状态。',
  },
  'states.SYN-SENT': {
    en: 'Our SYN is on its way; waiting for the other side’s SYN, which usually acknowledges ours as well.',
    'zh-CN': '本端的 SYN 已发出，等待对端的 SYN；它通常同时确认本端的 SYN。',
  },
  'states.SYN-RECEIVED': {
    en: 'SYN received and answered; waiting for the acknowledgement of our own SYN. The program on this side has not been told yet.',
    'zh-CN': '已收到并回应 SYN，等待对本端 SYN 的确认。此时本端的程序尚未得知连接建立。',
  },
  'states.ESTABLISHED': {
    en: 'Open: data can flow both ways. The normal state of a connection.',
    'zh-CN': '连接已建立：数据可双向传输。这是连接的正常状态。',
  },
  'states.FIN-WAIT-1': {
    en: 'This side has sent FIN: it will send no more data. Waiting for the acknowledgement of that FIN, or for the other side’s FIN. The active closer.',
    'zh-CN': '本端已发送 FIN，不再发送数据；等待对该 FIN 的确认，或对端的 FIN。这是主动关闭方。',
  },
  'states.FIN-WAIT-2': {
    en: 'Our FIN is acknowledged; the other side may still send. Half-closed, waiting for its FIN.',
    'zh-CN': '本端的 FIN 已被确认，对端仍可发送数据。处于半关闭，等待对端的 FIN。',
  },
  'states.CLOSE-WAIT': {
    en: 'The other side has ended; TCP waits for our program to end too. The passive closer. It can last as long as the program likes.',
    'zh-CN': '对端已经结束，TCP 等待本端程序也结束。这是被动关闭方，持续多久由程序决定。',
  },
  'states.CLOSING': {
    en: 'Both sides sent FIN at the same time; waiting for the acknowledgement of ours.',
    'zh-CN': '双方同时发送了 FIN，等待对本端 FIN 的确认。',
  },
  'states.LAST-ACK': {
    en: 'The passive closer has sent its FIN too; waiting for its acknowledgement, the last segment.',
    'zh-CN': '被动关闭方也已发送 FIN，等待对它的确认，即最后一个报文段。',
  },
  'states.TIME-WAIT': {
    en: 'Waiting two maximum segment lifetimes: the last ACK may be lost and the FIN come again, and old segments must die out. Who closes first waits here; both, when their FINs crossed. Linux waits about 60 s.',
    'zh-CN':
      '等待两倍最长报文段寿命（MSL）：最后的 ACK 可能丢失、FIN 可能重来，旧报文段也须消失。在此等待的是先关闭的一方；若双方的 FIN 交错，则双方都等待。Linux 约等待 60 秒。',
  },
  'machine.title': { en: 'State machine', 'zh-CN': '状态机' },
  'machine.path': { en: 'The path taken', 'zh-CN': '走过的路径' },
  'machine.hint': {
    en: 'Edges name the event and, below it, what the endpoint does. Coloured edges were taken, and those in bold type will be: press one to go to that moment. Dashed ones are not in the RFC’s figure.',
    'zh-CN':
      '边上写的是事件，其下是端点的动作。着色的边已经走过，粗体字的边随后才走：点击即可跳到那一刻。虚线边不在 RFC 的图中。',
  },
  'machine.empty': {
    en: 'No connection is shown yet. Connect or play a scenario, and the path of both ends is traced here.',
    'zh-CN': '当前没有显示连接。建立连接或播放场景后，这里会描出双方走过的路径。',
  },
  'machine.edge': { en: '{event}, from {from} to {to}', 'zh-CN': '{event}，从 {from} 到 {to}' },
  'machine.at': { en: '{time} ms', 'zh-CN': '{time} 毫秒' },
} satisfies Area
