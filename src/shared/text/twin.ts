import type { Area } from './area'

/** What the twin has to say about its own inferences. */
export const twin = {
  'twin.unknown.ack-carried': {
    en: 'The kernel may have acknowledged by a segment of its own just before this one: its delayed-ACK timer runs out at a clock tick ({tick} ms apart) that no event tells.',
    'zh-CN':
      '内核可能在此之前已单独发过一个确认报文段：延迟确认计时器在某个时钟节拍（间隔 {tick} 毫秒）到期，而没有任何事件能说明是哪一个。',
  },
  'twin.unknown.ack-alone': {
    en: 'This acknowledgement may have travelled with the next segment instead: the delayed-ACK timer runs out at a clock tick ({tick} ms apart) that no event tells.',
    'zh-CN':
      '这个确认也可能由下一个报文段捎带：延迟确认计时器在某个时钟节拍（间隔 {tick} 毫秒）到期，而没有任何事件能说明是哪一个。',
  },
  'twin.unknown.foreign': {
    en: 'The other end belongs to another program. Its calls are not recorded: when it read, how it cut its data and when it acknowledged is what a Linux machine would most likely have done.',
    'zh-CN':
      '对端属于别的程序，它的调用没有记录：它何时读取、如何切分数据、何时确认，这里按一台 Linux 主机最可能的做法推断。',
  },
  'twin.unknown.window': {
    en: 'More data arrived than the modelled window lets through. The kernel made its receive buffer larger; how the data was cut into segments from here on is not certain.',
    'zh-CN': '到达的数据超过了模型中窗口所允许的量。内核扩大了接收缓冲区；从这里起数据如何切分成报文段并不确定。',
  },
  'twin.sent.loss-probe': {
    en: 'A tail loss probe: nothing was acknowledged for a few milliseconds, so Linux sends the end of the data once more in case it was lost. It was not; the receiver only had not read yet.',
    'zh-CN':
      '尾部丢包探测：几毫秒内没有收到确认，Linux 便把数据的末尾重传一次，以防它已丢失。其实并未丢失，只是接收方还没有读取。',
  },
  'twin.bent.data': {
    en: 'Bytes were read that the model has not seen written. The model follows the evidence: the other end must have sent them.',
    'zh-CN': '程序读到了模型未见写入的字节。模型以证据为准：它们必定是对端发送的。',
  },
  'twin.bent.open': {
    en: 'The connection stands although the record has no call that opened it. The model follows the evidence: a SYN must have been sent.',
    'zh-CN': '记录中没有发起连接的调用，连接却已建立。模型以证据为准：必定发送过 SYN。',
  },
  'twin.bent.ack': {
    en: 'Bytes were read that the sender may send only after an acknowledgement (Nagle). The model follows the evidence: the acknowledgement came earlier than expected.',
    'zh-CN': '程序读到了发送方须先收到确认才能发送的字节（Nagle 算法）。模型以证据为准：那个确认比预想的来得早。',
  },
  'twin.bent.end': {
    en: '‘end’ fired although the model saw no reason for a FIN. The model follows the evidence: the other end must have sent one.',
    'zh-CN': '触发了 end 事件，而模型看不出出现 FIN 的理由。模型以证据为准：对端必定发送了 FIN。',
  },
  'twin.bent.reset': {
    en: 'An error says that the connection was reset although the model saw no reason for it. The model follows the evidence: a reset must have come.',
    'zh-CN': '错误表明连接被复位，而模型看不出理由。模型以证据为准：必定收到了一个复位报文段。',
  },
  'twin.dropped': {
    en: 'A long transfer: {segments} segments were counted but not drawn (the first {kept} are), and the rest of the data moves the numbers without being drawn.',
    'zh-CN': '传输很长：有 {segments} 个报文段只计数而未画出（只画出前 {kept} 个），其余数据只推进序号而不再画出。',
  },
} satisfies Area
