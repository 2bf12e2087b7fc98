import type { ScenarioInput } from '../../schema'

export const zeroWindow: ScenarioInput = {
  id: 'zero-window',
  title: { en: 'The window closes, and is probed', 'zh-CN': '窗口变为 0（零窗口）与零窗口探测' },
  explanation: {
    en: 'The server’s program stops reading. Its buffer fills up, the window falls to 0, and the client may send nothing more.',
    'zh-CN': '服务器的程序停止读取。缓冲区被填满，窗口降为 0，客户端不能再发送。',
  },
  lookFor: {
    en: 'Probes of one byte ask again and again, ever more rarely. When the program reads, a window update opens the gate.',
    'zh-CN': '一个字节的探测报文反复询问，间隔越来越长。程序一读取，窗口更新就使数据重新流动。',
  },
  steps: [
    { side: 'client', do: 'connect' },
    { side: 'server', do: 'pause', on: 'server:connection' },
    { side: 'client', do: 'write', bytes: 10000, on: 'client:connect', after: 60 },
    { side: 'server', do: 'resume', after: 5000 },
    { side: 'client', do: 'end', on: 'server:data', until: 10000, after: 60 },
  ],
  network: { parameters: { receiveBuffer: 4380 } },
}
