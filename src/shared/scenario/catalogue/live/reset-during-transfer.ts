import type { ScenarioInput } from '../../schema'

export const resetDuringTransfer: ScenarioInput = {
  id: 'reset-during-transfer',
  title: { en: 'A reset in the middle of a transfer', 'zh-CN': '传输途中的复位' },
  explanation: {
    en: 'The client sends 400,000 bytes and the server resets when the first of them arrive. Whatever is in flight is lost.',
    'zh-CN': '客户端发送 400,000 字节，服务器收到最初一部分就复位。仍在途中的数据全部丢失。',
  },
  lookFor: {
    en: 'The client’s program had handed over everything; no event tells it how much of that the server’s program read.',
    'zh-CN': '客户端程序早已交出全部数据；没有任何事件告诉它，服务器程序究竟读了多少。',
  },
  steps: [
    { side: 'client', do: 'connect' },
    { side: 'client', do: 'write', bytes: 400000, on: 'server:connection', after: 40 },
    { side: 'server', do: 'resetAndDestroy', on: 'server:data' },
  ],
}
