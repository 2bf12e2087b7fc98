import type { ScenarioInput } from '../../schema'

export const halfOpenData: ScenarioInput = {
  id: 'half-open-data',
  title: { en: 'Data for a side that has forgotten', 'zh-CN': '数据发往已丢失连接状态的一端' },
  explanation: {
    en: 'The client crashes and stays silent; the server, which cannot know, sends. RFC 9293 Figure 10.',
    'zh-CN': '客户端崩溃后保持沉默；服务器无从得知，继续发送。RFC 9293 图 10。',
  },
  lookFor: {
    en: 'The answer to data for no connection is a reset whose number comes from the data’s own acknowledgement. Half-open is not half-closed.',
    'zh-CN': '发往不存在的连接的数据会得到 RST，其序号取自数据自身的确认号。“半打开”不等于“半关闭”。',
  },
  steps: [
    { side: 'client', do: 'connect' },
    { side: 'server', do: 'write', bytes: 10, on: 'server:connection', after: 150 },
  ],
  network: {
    isn: { client: [99], server: [299] },
    happenings: [{ at: 150, do: 'crash', side: 'client' }],
  },
}
