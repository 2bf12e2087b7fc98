import type { ScenarioInput } from '../../schema'

export const twoWayHandshake: ScenarioInput = {
  id: 'two-way-handshake',
  title: { en: 'Only two steps: an old SYN, and old data after it', 'zh-CN': '两次握手：旧 SYN 与随后的旧数据' },
  explanation: {
    en: 'Counterfactual: the server takes a connection for established once it has answered the SYN. A SYN of an old connection, late on its way, is enough to fool it; a data segment of the same old connection follows.',
    'zh-CN':
      '假设（并非真实 TCP）：服务器一回应 SYN 就认为连接已建立。旧连接的一个迟到的 SYN 就足以骗过它；同一旧连接的一个数据报文段随后也到了。',
  },
  lookFor: {
    en: 'The server’s program is told of a connection that nobody asked for, reads 100 bytes that belong to another one, and answers them. The client’s resets come too late. With three steps the program would have heard of nothing.',
    'zh-CN':
      '服务器的程序被告知一个没有人请求过的连接，读到了属于另一个连接的 100 字节，还作了回答。客户端的 RST 来得太晚。如果是三次握手，程序什么也不会得知。',
  },
  counterfactual: ['two-way-handshake'],
  steps: [{ side: 'server', do: 'write', bytes: 500, on: 'server:data' }],
  network: {
    isn: { server: [300] },
    happenings: [
      { at: 20, do: 'inject', from: 'client', flags: ['SYN'], seq: 77 },
      // It acknowledges what the server sent in the old connection: a number just before today's.
      { at: 45, do: 'inject', from: 'client', flags: ['PSH', 'ACK'], seq: 78, ack: -49, len: 100 },
    ],
  },
}
