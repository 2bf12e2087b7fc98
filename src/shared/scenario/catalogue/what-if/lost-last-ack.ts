import type { ScenarioInput } from '../../schema'

export const lostLastAck: ScenarioInput = {
  id: 'lost-last-ack',
  title: { en: 'The last ACK is lost: why TIME-WAIT exists', 'zh-CN': '最后的 ACK 丢失：TIME-WAIT 存在的原因' },
  explanation: {
    en: 'The closer has acknowledged the last FIN, but the acknowledgement is lost. Someone must still be there when the FIN comes again.',
    'zh-CN': '主动关闭方确认了最后的 FIN，但这个确认丢失了。FIN 再来时，必须仍有一方能够应答。',
  },
  lookFor: {
    en: 'The server stays in LAST-ACK and repeats its FIN. The client, waiting in TIME-WAIT, acknowledges it again and starts its wait anew. Had it gone to CLOSED, the answer would have been a reset.',
    'zh-CN':
      '服务器停在 LAST-ACK 并重传 FIN。在 TIME-WAIT 中等待的客户端再次确认，并重新开始计时。如果它已进入 CLOSED，回答就会是 RST。',
  },
  steps: [
    { side: 'client', do: 'connect' },
    { side: 'client', do: 'end', on: 'server:connection', after: 60 },
  ],
  network: { faults: [{ do: 'drop', from: 'client', flags: ['ACK'], nth: 2 }] },
}
