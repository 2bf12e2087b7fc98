import type { Area } from './area'

/** The command line’s table and list, and the page that answers a visit to the lab’s port. */
export const cli = {
  'cli.column.n': { en: '#', 'zh-CN': '#' },
  'cli.column.time': { en: 'ms', 'zh-CN': '毫秒' },
  'cli.column.from': { en: 'from', 'zh-CN': '发送方' },
  'cli.column.flags': { en: 'flags', 'zh-CN': '标志' },
  'cli.column.seq': { en: 'seq', 'zh-CN': 'seq' },
  'cli.column.ack': { en: 'ack', 'zh-CN': 'ack' },
  'cli.column.len': { en: 'len', 'zh-CN': '长度' },
  'cli.column.window': { en: 'window', 'zh-CN': '窗口' },
  'cli.column.provenance': { en: 'how it is known', 'zh-CN': '依据' },
  'cli.side.client': { en: 'client', 'zh-CN': '客户端' },
  'cli.side.server': { en: 'server', 'zh-CN': '服务器' },
  'cli.provenance.observed': { en: 'observed', 'zh-CN': '观测' },
  'cli.provenance.inferred': { en: 'inferred', 'zh-CN': '推断' },
  'cli.provenance.captured': { en: 'captured', 'zh-CN': '抓包' },
  'cli.provenance.kernel': { en: 'kernel', 'zh-CN': '内核' },
  'cli.provenance.simulated': { en: 'simulated', 'zh-CN': '模拟' },
  'cli.events': { en: 'What the program saw', 'zh-CN': '程序看到的' },
  'cli.segments': { en: 'What TCP sent', 'zh-CN': 'TCP 发送的' },
  'cli.nothing': { en: 'nothing', 'zh-CN': '无' },
  'cli.list.live': { en: 'On real sockets (run)', 'zh-CN': '真实套接字（run）' },
  'cli.list.what-if': { en: 'On the virtual network (simulate)', 'zh-CN': '虚拟网络（simulate）' },
  'visit.title': { en: 'Connection {number}', 'zh-CN': '连接 {number}' },
  'visit.heading': { en: 'You came in on connection {number}.', 'zh-CN': '你是通过第 {number} 个连接进来的。' },
  'visit.end': {
    en: 'Your end of it is {address}, port {port}.',
    'zh-CN': '你的客户端的地址是 {address}，端口是 {port}。',
  },
  'visit.request': {
    en: 'This page is the answer to request {request} on that connection.',
    'zh-CN': '本页是对该连接上第 {request} 个请求的响应。',
  },
  'visit.question': {
    en: 'Go back to the lab: which of the connections there was the handshake?',
    'zh-CN': '回到实验室看一看：这些连接里，哪一个是三次握手？',
  },
} satisfies Area
